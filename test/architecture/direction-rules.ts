/** Which way imports may go, as dependency-cruiser rules. The tree's architecture in one list. */
import type { IForbiddenRuleType } from "dependency-cruiser";

const AUDIENCES = "rater|coach|coachee|evaluator|coordinator|mentoring|sign-in|demo";

/** Everything that knows who people are. */
const KNOWS_PEOPLE =
  "^api/(storage/(people-|mentoring-|survey-|open-wave-|ledger-)|wave-ledger/|roster/|invitations/|links-in-hand/|letters/|tickets/|sign-in/|audit/|outbox/|waves/|programmes/|headcounts/|releases/|staff-releases/|comparisons/|scorecard/|files/|mentoring/|identified-answers/|generations/|doctor/|context\\.ts)";

export const DIRECTION_RULES: readonly IForbiddenRuleType[] = [
  {
    name: "surveys-stand-alone",
    severity: "error",
    from: { path: "^surveys/" },
    to: { path: "^(analysis|api|web|test)/" },
  },
  {
    name: "analysis-needs-surveys-only",
    severity: "error",
    from: { path: "^analysis/" },
    to: { path: "^(api|web|test)/" },
  },
  {
    name: "statistics-stand-alone",
    severity: "error",
    from: { path: "^analysis/statistics/" },
    to: { path: "^(surveys|analysis|api|web)/", pathNot: "^analysis/statistics/" },
  },
  {
    name: "surveys-and-analysis-are-pure",
    severity: "error",
    from: { path: "^(surveys|analysis)/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "auditor-shares-nothing-with-the-engine",
    severity: "error",
    from: { path: "^analysis/disclosure-audit/" },
    to: { path: "^(surveys|analysis|api|web)/", pathNot: "^analysis/disclosure-audit/" },
  },
  {
    name: "last-door-shares-nothing-with-the-engine",
    severity: "error",
    from: { path: "^analysis/staff-tables/(audit|published-|one-cut)" },
    to: {
      path: "^analysis/staff-tables/(build-|shown-|said-|coded-|step-|sum-|second-wave|beside-waves|wave-|alike-network|cut-trees|earlier-|kept-|plain-|disclosure-rule|class-counts|release-plan|few-persons|elimination|score-|scale-)",
      pathNot: "^analysis/staff-tables/shown-comments",
    },
  },
  {
    name: "http-only-in-routes",
    severity: "error",
    from: { path: "^api/", pathNot: "(/routes\\.ts$|^api/http/|^api/app\\.ts$|^api/server\\.ts$)" },
    to: { path: "node_modules/(@hono|hono)/" },
  },
  {
    name: "sql-only-in-stores",
    severity: "error",
    from: { path: "^api/", pathNot: "(^api/storage/|/store\\.ts$|-store\\.ts$)" },
    to: { path: "node_modules/(drizzle-orm|better-sqlite3|pg)/" },
  },
  {
    name: "answers-cannot-reach-people",
    severity: "error",
    from: { path: "^api/responses/" },
    to: { path: KNOWS_PEOPLE, reachable: true },
  },
  {
    name: "tickets-cannot-reach-answers",
    severity: "error",
    from: { path: "^api/tickets/" },
    to: { path: "^api/(responses/|datasets/|storage/answer-tables)", reachable: true },
  },
  {
    name: "web-knows-the-api-by-type-only",
    severity: "error",
    from: { path: "^web/" },
    to: { path: "^api/", dependencyTypesNot: ["type-only"] },
  },
  { name: "api-needs-no-screens", severity: "error", from: { path: "^api/" }, to: { path: "^web/" } },
  {
    name: "web-needs-no-server",
    severity: "error",
    from: { path: "^web/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "audiences-do-not-borrow",
    severity: "error",
    from: { path: `^web/(${AUDIENCES})/` },
    to: { path: `^web/(${AUDIENCES})/`, pathNot: "^web/$1/" },
  },
  {
    name: "tests-are-never-imported",
    severity: "error",
    from: { pathNot: "^test/" },
    to: { path: "^test/" },
  },
  { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  {
    name: "no-orphans",
    severity: "error",
    from: { orphan: true, pathNot: "(\\.d\\.ts$|\\.css$|^vite|^test/)" },
    to: {},
  },
];
