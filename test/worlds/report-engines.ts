/** Ways of making 360 reports: ours, and careless ones that the auditor must break. */
import { audit } from "../../analysis/disclosure-audit/audit.ts";
import { auditReport } from "../../analysis/report360/audit-report.ts";
import { nextSmallestOnly, seenAsPublished } from "../analysis/disclosure-audit/seen-as-published.ts";
import type { Person, World } from "../support/attacked-world.ts";
import { ITEMS, reportOfWorld } from "../support/attacked-world.ts";
import type { Seen } from "../support/linear-attacker.ts";
import { SOUND_ENGINE, WEAK_ENGINES } from "../support/weak-engines.ts";
import type { Engine } from "./engine.ts";

/** The same world in which a few more answered late. */
export function laterWorld(world: World, group: string, late: readonly Person["answers"][]): World {
  const persons = late.map((answers, place) => ({ id: `${group}-late${place}`, group, answers }));
  return { ...world, persons: [...world.persons, ...persons] };
}

function oneLateAnswer(world: World): boolean | undefined {
  const first = reportOfWorld(world);
  const group = first.blocks.find(({ attributed }) => !attributed)?.groups[0];
  if (group === undefined) return undefined;
  const late = ITEMS.map(() => Math.ceil(world.points / 2));
  const second = reportOfWorld(laterWorld(world, group, [late]));
  return !auditReport(second, { earlier: [first] }).publish;
}

function told(name: string, isWeak: boolean, engine: (world: World) => Seen): Engine<World> {
  return { name, isWeak, isRefused: (world) => audit(seenAsPublished(world, engine(world))).length > 0 };
}

export const REPORT_ENGINES: readonly Engine<World>[] = [
  { name: "our reports", isWeak: false, isRefused: (world) => !auditReport(reportOfWorld(world)).publish },
  told("our rules told a second time", false, SOUND_ENGINE),
  ...Object.entries(WEAK_ENGINES).map(([name, engine]) => told(name, true, engine)),
  told("groups below k and the next smallest hidden, overall mean of everyone", true, nextSmallestOnly),
  { name: "a second release with one late answer", isWeak: true, isRefused: oneLateAnswer },
];

/** Answers in a cell that is shown, and all answers, where anything may be shown. */
export function answersShown(world: World): { readonly shown: number; readonly eligible: number } {
  if (world.persons.length < world.minimum) return { shown: 0, eligible: 0 };
  const items = reportOfWorld(world).dimensions.flatMap((row) => row.items);
  const given = world.persons.flatMap(({ answers }) => answers.filter((answer) => answer !== undefined));
  const shown = items.reduce((sum, { allOthers }) => sum + (allOthers.shown ? allOthers.n : 0), 0);
  return { shown, eligible: given.length };
}
