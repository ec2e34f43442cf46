/** Every address of the coordinator's screens. */
import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { AuditScreen } from "./audit-screen.tsx";
import { EventsScreen } from "./events-screen.tsx";
import { ForecastScreen } from "./forecast-screen.tsx";
import { FurtherReleaseScreen } from "./further-release-screen.tsx";
import { HeadcountsScreen } from "./headcounts-screen.tsx";
import { InvitedScreen } from "./invited-screen.tsx";
import { LettersScreen } from "./letters-screen.tsx";
import { LineUpImportScreen, type LineUpList } from "./line-up-import-screen.tsx";
import { MentoringRoutes } from "./mentoring/mentoring-routes.tsx";
import { NewWaveScreen } from "./new-wave-screen.tsx";
import { OutboxScreen } from "./outbox-screen.tsx";
import { PeopleImportScreen } from "./people-import-screen.tsx";
import { PeopleScreen } from "./people-screen.tsx";
import { ProgrammeScreen } from "./programme-screen.tsx";
import { ProgrammesScreen } from "./programmes-screen.tsx";
import { RenamedScreen } from "./renamed-screen.tsx";
import { SecondTicketScreen } from "./second-ticket-screen.tsx";
import { WaveScreen } from "./wave-screen.tsx";
import { WaveSettingsScreen } from "./wave-settings-screen.tsx";
import { type WaveStep, WaveStepScreen } from "./wave-step-screen.tsx";
import "./coordinator.css";
import "./letters.css";

const STEPS: readonly WaveStep[] = ["open", "close", "release"];
const LISTS: readonly LineUpList[] = ["subjects", "raters", "participants"];

interface WaveAddressProps {
  readonly wave: string;
  readonly part: string;
  readonly otherwise: ReactNode;
}

/** The parts of a wave's address are listed here, so that a mistyped one is no screen. */
function WaveAddress({ wave, part, otherwise }: WaveAddressProps) {
  const step = STEPS.find((one) => one === part);
  if (step !== undefined) return <WaveStepScreen key={step} wave={wave} step={step} />;
  const list = LISTS.find((one) => one === part);
  if (list !== undefined) return <LineUpImportScreen key={list} wave={wave} list={list} />;
  if (part === "headcounts") return <HeadcountsScreen wave={wave} />;
  if (part === "events") return <EventsScreen wave={wave} />;
  if (part === "forecast") return <ForecastScreen wave={wave} />;
  if (part === "letters") return <LettersScreen wave={wave} />;
  if (part === "invited") return <InvitedScreen wave={wave} />;
  if (part === "further-release") return <FurtherReleaseScreen wave={wave} />;
  if (part === "settings") return <WaveSettingsScreen wave={wave} />;
  if (part === "second-ticket") return <SecondTicketScreen wave={wave} />;
  return otherwise;
}

/** @param props.otherwise shown where the address is none of a coordinator's */
export function CoordinatorRoutes({ otherwise }: { readonly otherwise: ReactNode }) {
  return (
    <Switch>
      <Route path="/staff/programmes">
        <ProgrammesScreen />
      </Route>
      <Route path="/staff/programmes/:programme">
        {({ programme }) => <ProgrammeScreen key={programme} programme={programme} />}
      </Route>
      <Route path="/staff/programmes/:programme/new-wave">
        {({ programme }) => <NewWaveScreen programme={programme} />}
      </Route>
      <Route path="/staff/programmes/:programme/renamed">
        {({ programme }) => <RenamedScreen key={programme} programme={programme} />}
      </Route>
      <Route path="/staff/people">
        <PeopleScreen />
      </Route>
      <Route path="/staff/people/import">
        <PeopleImportScreen />
      </Route>
      <Route path="/staff/waves/:wave">{({ wave }) => <WaveScreen key={wave} wave={wave} />}</Route>
      <Route path="/staff/waves/:wave/:part">
        {({ wave, part }) => <WaveAddress wave={wave} part={part} otherwise={otherwise} />}
      </Route>
      <Route path="/staff/outbox">
        <OutboxScreen />
      </Route>
      <Route path="/staff/audit">
        <AuditScreen />
      </Route>
      <Route path="/staff/mentoring/*?">
        <MentoringRoutes otherwise={otherwise} />
      </Route>
      <Route>{otherwise}</Route>
    </Switch>
  );
}
