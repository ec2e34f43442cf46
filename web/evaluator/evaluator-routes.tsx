/** Every address of the evaluator's screens. */
import type { ReactNode } from "react";
import { Route, Switch } from "wouter";
import { ComparisonScreen } from "./comparison/comparison-screen.tsx";
import { MentoringFiguresScreen } from "./mentoring/mentoring-figures-screen.tsx";
import { PlanningScreen } from "./planning/planning-screen.tsx";
import { ResultsScreen } from "./results/results-screen.tsx";
import { RulesScreen } from "./rules/rules-screen.tsx";
import { ScorecardScreen } from "./scorecard/scorecard-screen.tsx";
import { SurveysScreen } from "./surveys/surveys-screen.tsx";
import "../ui/page-parts.css";
import "./figures/page.css";
import "./figures/charts.css";
import "./surveys/surveys.css";
import "./results/comments.css";
import "./comparison/comparison.css";
import "./scorecard/funnel.css";
import "./rules/rules.css";
import "./planning/planning.css";
import "./mentoring/exits.css";
import "./figures/print.css";

/** @param props.otherwise shown where the address is none of an evaluator's */
export function EvaluatorRoutes({ otherwise }: { readonly otherwise: ReactNode }) {
  return (
    <Switch>
      <Route path="/staff/surveys">
        <SurveysScreen />
      </Route>
      <Route path="/staff/surveys/:wave">{({ wave }) => <ResultsScreen key={wave} wave={wave} />}</Route>
      <Route path="/staff/surveys/:wave/rules">{({ wave }) => <RulesScreen key={wave} wave={wave} />}</Route>
      <Route path="/staff/comparisons">
        <ComparisonScreen />
      </Route>
      <Route path="/staff/planning">
        <PlanningScreen />
      </Route>
      <Route path="/staff/scorecards/:programme">
        {({ programme }) => <ScorecardScreen key={programme} programme={programme} />}
      </Route>
      <Route path="/staff/scorecards/:programme/mentoring">
        {({ programme }) => <MentoringFiguresScreen key={programme} programme={programme} />}
      </Route>
      <Route>{otherwise}</Route>
    </Switch>
  );
}
