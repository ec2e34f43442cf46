/** The last door before staff tables are published: the auditor tries to break them, with all that was released before. */
import { auditCounts, type CountsAudit, fewPersons } from "../disclosure-audit/audit-counts.ts";
import type { Finding } from "../disclosure-audit/finding.ts";
import { finding } from "../disclosure-audit/finding.ts";
import { unexplainedSteps } from "../disclosure-audit/simulated-steps.ts";
import { commentFindings } from "./audit-tables-comments.ts";
import { refusal } from "./audit-tables-sentence.ts";
import { waveFindings } from "./audit-tables-waves.ts";
import type { AuditedClasses } from "./audited-classes.ts";
import { classesOfCut, withCuts } from "./one-cut.ts";
import { type AuditedRelease, type EarlierTables, publishedCounts } from "./published-figures.ts";
import { strangeScales } from "./published-figures-scales.ts";
import { unknownTableParts } from "./published-figures-unknown.ts";
import type { BesideWave, StaffCut, StaffTables } from "./staff-tables-model.ts";

/** No policy of a staff survey may name a lower minimum. */
const LOWEST_MINIMUM = 5;

export interface AuditedTogether {
  /**
   * The persons behind the new tables, by the codes of all cuts, also those of earlier releases. Without them the
   * tables of one cut can be audited; those of several only cut by cut, and so may not be published.
   */
  readonly classes?: AuditedClasses;
  /** Oldest first. */
  readonly earlier?: readonly EarlierTables[];
  /** Other released waves that some of the same persons answered. */
  readonly beside?: readonly BesideWave[];
}

export interface TablesAudit {
  readonly publish: boolean;
  readonly findings: readonly Finding[];
  /** For the person who releases: why not, which earlier release it would complete, what could be released instead. */
  readonly sentence: string;
}

interface Tried extends AuditedTogether {
  /** False for tables with some cuts taken away, which other steps would lead to. */
  readonly isMade?: boolean;
}

/**
 * Audits staff tables before they are published. Never throws: whatever goes wrong means "do not publish". Answers
 * are never seen.
 *
 * @param tables the tables as they would be stored
 * @param together the persons behind them, and what was published before
 * @returns whether they may be published; if not, why, and what could be
 * @see ../disclosure-audit/README.md
 * @example auditTables(tables, { classes, earlier: [{ name: "release 1", tables: first }] }).publish;
 */
export function auditTables(tables: StaffTables, together: AuditedTogether = {}): TablesAudit {
  const findings = findingsOf(tables, together);
  if (findings.length === 0) return { publish: true, findings, sentence: "" };
  const passes = (other: StaffTables, earlier: readonly EarlierTables[]) =>
    findingsOf(other, { ...together, earlier, isMade: false }).length === 0;
  return {
    publish: false,
    findings,
    sentence: refusal({ tables, findings, earlier: together.earlier ?? [] }, passes),
  };
}

function findingsOf(tables: StaffTables, together: Tried): readonly Finding[] {
  try {
    return audit(tables, together);
  } catch {
    // The error itself may quote figures, so it goes nowhere.
    return [finding("not-checked", ["the tables"])];
  }
}

function audit(
  tables: StaffTables,
  { classes, earlier = [], beside = [], isMade = true }: Tried,
): readonly Finding[] {
  const all = [...earlier.map((one) => one.tables), tables];
  const minimum = Math.max(...all.map((one) => one.minimum));
  if (!(Number.isInteger(minimum) && all.every((one) => one.minimum >= LOWEST_MINIMUM))) {
    throw new RangeError(`an audit of staff tables requires a minimum of at least ${LOWEST_MINIMUM} persons`);
  }
  const strange = [
    ...unknownTableParts(tables),
    ...(all.every((one) => sameSurvey(one, tables)) ? [] : ["tables of another survey released earlier"]),
  ];
  const simple = [
    ...strange.map((name) => finding("unexplained", [name])),
    ...strangeScales(tables).map((name) => finding("not-derived", [name])),
    ...waveFindings(tables, beside),
    ...commentFindings(tables, classes === undefined ? { earlier } : { classes, earlier }),
  ];
  if (classes !== undefined) {
    const before = earlier.map((one) => ({
      name: one.name,
      tables: one.tables,
      classes: one.classes ?? classes,
    }));
    const name = before.length === 0 ? "" : "this release";
    return [...simple, ...countsFindings([...before, { name, tables, classes }], { minimum, isMade })];
  }
  const cuts = new Map(all.flatMap((one) => one.cuts).map(({ codes }) => [codes.join("+"), codes]));
  const alone =
    earlier.length > 0 ? [["everything released earlier"]] : cuts.size > 1 ? [["several cuts at once"]] : [];
  const plans = cuts.size === 0 ? [[]] : tables.cuts.map(({ codes }) => [codes.join("+")]);
  return [
    ...simple,
    ...plans.flatMap((codes) => {
      const part = withCuts(tables, (cut) => codes.includes(cut.codes.join("+")));
      // How a cut beside the first came about is told by both together only.
      const isFirst = codes[0] === tables.cuts[0]?.codes.join("+");
      const release = { name: "", tables: part, classes: classesOfCut(part) };
      return countsFindings([release], { minimum, isMade: isMade && isFirst, firstCut: tables.cuts[0] });
    }),
    ...alone.map((names) => finding("not-checked", names)),
  ];
}

interface Weighed {
  readonly minimum: number;
  readonly isMade: boolean;
  /** Of the whole tables, where a part is weighed. */
  readonly firstCut?: StaffCut | undefined;
}

function countsFindings(
  releases: readonly AuditedRelease[],
  { minimum, isMade, firstCut: cut = releases[0]?.tables.cuts[0] }: Weighed,
): readonly Finding[] {
  const firstCut = cut?.codes.join("+");
  const coded = releases.every(({ tables }) => tables.width !== null);
  const together: CountsAudit = { minimum, cache: new Map(), coded };
  return publishedCounts(releases, firstCut).flatMap(({ published, ofAnswers, said }) => {
    if (!ofAnswers) {
      const few = fewPersons(published, together);
      if (few === "unknown") return [finding("not-checked", [published.name])];
      return few.length === 0 ? [] : [finding("few-persons", few)];
    }
    const strange =
      said === undefined || !isMade
        ? []
        : unexplainedSteps(published, said).map((name) => `${name}, ${published.name}`);
    return [
      ...auditCounts(published, together),
      ...(strange.length === 0 ? [] : [finding("contradiction", strange)]),
    ];
  });
}

function sameSurvey(one: StaffTables, other: StaffTables): boolean {
  return one.survey.id === other.survey.id && one.survey.version === other.survey.version;
}
