/** Every address of the coordinator's mentoring screens. */
import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { BoardScreen } from "./board-screen.tsx";
import { ConfirmScreen } from "./confirm-screen.tsx";
import { FormAnswersScreen } from "./form-answers-screen.tsx";
import { InviteScreen } from "./invite-screen.tsx";
import { MenteeScreen } from "./mentee-screen.tsx";
import { PairsScreen } from "./pairs-screen.tsx";
import { RoundPeopleScreen } from "./round-people-screen.tsx";
import { RoundOverviewScreen } from "./round-screen.tsx";
import { RoundSettingsScreen } from "./round-settings-screen.tsx";
import { RoundsScreen } from "./rounds-screen.tsx";
import { WeightsScreen } from "./weights-screen.tsx";
import "./round.css";
import "./board.css";
import "./pairs.css";

interface RoundAddressProps {
  readonly round: string;
  readonly part: string;
  readonly otherwise: ReactNode;
}

/** The parts of a round's address are listed here, so that a mistyped one is no screen. */
function RoundAddress({ round, part, otherwise }: RoundAddressProps) {
  if (part === "board") return <BoardScreen round={round} />;
  if (part === "confirm") return <ConfirmScreen round={round} />;
  if (part === "invite") return <InviteScreen round={round} />;
  if (part === "pairs") return <PairsScreen round={round} />;
  if (part === "people") return <RoundPeopleScreen round={round} />;
  if (part === "settings") return <RoundSettingsScreen round={round} />;
  if (part === "weights") return <WeightsScreen round={round} />;
  return otherwise;
}

/** @param props.otherwise shown where the address is none of these */
export function MentoringRoutes({ otherwise }: { readonly otherwise: ReactNode }) {
  return (
    <Switch>
      <Route path="/staff/mentoring">
        <RoundsScreen />
      </Route>
      <Route path="/staff/mentoring/:round">
        {({ round }) => <RoundOverviewScreen key={round} round={round} />}
      </Route>
      <Route path="/staff/mentoring/:round/mentees/:mentee">
        {({ round, mentee }) => <MenteeScreen key={mentee} round={round} mentee={mentee} />}
      </Route>
      <Route path="/staff/mentoring/:round/people/:person">
        {({ round, person }) => <FormAnswersScreen key={person} round={round} person={person} />}
      </Route>
      <Route path="/staff/mentoring/:round/:part">
        {({ round, part }) => <RoundAddress key={part} round={round} part={part} otherwise={otherwise} />}
      </Route>
      <Route>{otherwise}</Route>
    </Switch>
  );
}
