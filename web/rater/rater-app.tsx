/** Draws the screen that the address names. */
import { lazy, type ReactElement, Suspense, useEffect } from "react";
import type { Desk } from "./desk.ts";
import { wouldLose } from "./desk-state.ts";
import { EnterCodeScreen } from "./enter-code-screen.tsx";
import { LoadBoundary } from "./load-boundary.tsx";
import { loadPersonForm } from "./load-person-form.ts";
import { PeopleScreen } from "./people-screen.tsx";
import { useStep } from "./rater-navigation.ts";
import { ResumeCodeScreen } from "./resume-code-screen.tsx";
import { SentScreen } from "./sent-screen.tsx";
import { APP_TEXTS } from "./texts/app-en.ts";
import { DeskContext, useDesk, useDeskState } from "./use-desk.ts";

const PersonForm = lazy(async () => ({ default: (await loadPersonForm()).PersonForm }));

export interface RaterAppProps {
  readonly desk: Desk;
  /** The first screen, drawn by the server; shown again when the rater goes back to it. */
  readonly promise: HTMLElement | null;
}

export function RaterApp({ desk, promise }: RaterAppProps): ReactElement {
  const step = useStep();
  const atPromise = step.name === "promise";
  useEffect(() => {
    if (promise !== null) promise.hidden = !atPromise;
    if (atPromise) document.getElementById("promise-title")?.focus();
  }, [promise, atPromise]);
  return (
    <DeskContext value={desk}>
      <LeavingWarns />
      {atPromise ? null : <Screen />}
    </DeskContext>
  );
}

/** The browser asks before it closes a tab that holds something which is nowhere else. */
function LeavingWarns(): null {
  const lose = wouldLose(useDeskState());
  useEffect(() => {
    if (!lose) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [lose]);
  return null;
}

function Screen(): ReactElement {
  const step = useStep();
  const desk = useDesk();
  // Sending goes on by itself: a screen that waits becomes a receipt.
  useDeskState();
  if (step.name === "resume-code") return <ResumeCodeScreen />;
  if (step.name === "enter-code") return <EnterCodeScreen />;
  if (step.name === "form" || step.name === "review" || step.name === "sent") {
    const state = desk.person(step.subject);
    if (state === undefined) return <PeopleScreen />;
    const over = state.progress === "sent" || state.progress === "waiting";
    if (step.name === "sent" || over) return over ? <SentScreen state={state} /> : <PeopleScreen />;
    return (
      <LoadBoundary>
        <Suspense fallback={<p role="status">{APP_TEXTS.form.loading}</p>}>
          <PersonForm key={step.subject} person={state.person} step={step} />
        </Suspense>
      </LoadBoundary>
    );
  }
  return <PeopleScreen />;
}
