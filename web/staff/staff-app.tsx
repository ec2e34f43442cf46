/** Every address of the staff screens, and whose screen it shows. */
import { type ReactNode, useCallback } from "react";
import { Link, Redirect, Route, Switch } from "wouter";
import { CoacheesScreen } from "../coach/coachees-screen.tsx";
import { ReportScreen } from "../coach/report/report-screen.tsx";
import { CoordinatorRoutes } from "../coordinator/coordinator-routes.tsx";
import { DemoOutboxScreen } from "../coordinator/demo-outbox-screen.tsx";
import { DemoEntryScreen } from "../demo/demo-entry-screen.tsx";
import { DemoRatersScreen } from "../demo/demo-raters-screen.tsx";
import { EvaluatorRoutes } from "../evaluator/evaluator-routes.tsx";
import { AskLinkScreen } from "../sign-in/ask-link-screen.tsx";
import { SignInPages } from "../sign-in/sign-in-pages.tsx";
import { accountApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import type { Session } from "../ui/session.ts";
import { StaffFrame, startPlace } from "../ui/staff-frame.tsx";
import { UI_TEXTS } from "../ui/texts/ui.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";

async function loadSession(): Promise<Session> {
  const { person, roles, limits } = await answerOf(accountApi.me.$get());
  return { name: person.name, roles, limits };
}

function StartScreen({ session }: { readonly session: Session }) {
  const start = startPlace(session);
  if (start !== undefined) return <Redirect to={start} replace />;
  const texts = session.roles.length === 0 ? UI_TEXTS.noRole : UI_TEXTS.noProgramme;
  return (
    <Screen title={texts.title}>
      <p>{texts.detail}</p>
    </Screen>
  );
}

function NothingHereScreen() {
  return (
    <Screen title={UI_TEXTS.notFound.title}>
      <p>{UI_TEXTS.notFound.detail}</p>
      <p>
        <Link className="button button-primary" href="/staff">
          {UI_TEXTS.notFound.back}
        </Link>
      </p>
    </Screen>
  );
}

function SignedInScreens({ session }: { readonly session: Session }) {
  const signOut = useAction(
    useCallback(async () => {
      await answerOf(accountApi["sign-out"].$post());
      window.location.replace("/sign-in/signed-out");
    }, []),
  );
  return (
    <StaffFrame session={session} signOut={signOut.run}>
      <RefusalNotice reason={signOut.refused} />
      <Switch>
        <Route path="/staff">
          <StartScreen session={session} />
        </Route>
        <Route path="/staff/coachees">
          <CoacheesScreen />
        </Route>
        <Route path="/staff/waves/:wave/reports/:subject">
          {({ wave, subject }) => <ReportScreen wave={wave} subject={subject} />}
        </Route>
        <Route>
          <CoordinatorRoutes otherwise={<EvaluatorRoutes otherwise={<NothingHereScreen />} />} />
        </Route>
      </Switch>
    </StaffFrame>
  );
}

function Alone({ children }: { readonly children: ReactNode }) {
  return <main className="lone">{children}</main>;
}

function StaffScreens() {
  const loading = useLoaded(loadSession, "session");
  const { loaded } = loading;
  if (loaded.state === "failed" && loaded.reason.code === "not-signed-in") {
    return (
      <Alone>
        <AskLinkScreen />
      </Alone>
    );
  }
  if (loaded.state !== "loaded") {
    return (
      <Alone>
        <WhenLoaded loading={loading}>{() => null}</WhenLoaded>
      </Alone>
    );
  }
  return <SignedInScreens session={loaded.value} />;
}

/** Served in the demo only; elsewhere the server answers none of what they ask for. */
function DemoPages() {
  return (
    <main className="frame-content demo-page">
      <Switch>
        <Route path="/demo/outbox">
          <DemoOutboxScreen />
        </Route>
        <Route path="/demo/raters">
          <DemoRatersScreen />
        </Route>
        <Route path="/demo/coach">
          <DemoEntryScreen person="coach" />
        </Route>
        <Route path="/demo/coordinator">
          <DemoEntryScreen person="coordinator" />
        </Route>
        <Route path="/demo/evaluator">
          <DemoEntryScreen person="evaluator" />
        </Route>
        <Route>
          <NothingHereScreen />
        </Route>
      </Switch>
    </main>
  );
}

export function StaffApp() {
  return (
    <Switch>
      <Route path="/sign-in/*?">
        <SignInPages />
      </Route>
      <Route path="/demo/*?">
        <DemoPages />
      </Route>
      <Route path="/">
        <Redirect to="/staff" replace />
      </Route>
      <Route>
        <StaffScreens />
      </Route>
    </Switch>
  );
}
