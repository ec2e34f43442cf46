/** Refuses to open a wave that, beside one before it, would tell the answers of the few who are asked only once. */
import type { GroupStanding } from "../../analysis/wave-ledger/ledger-model.ts";
import { DAYS_REFUSED } from "../../analysis/wave-ledger/weigh-wave.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { firstLanguage, textIn } from "../../surveys/localised-text.ts";
import { dayIn } from "../../surveys/promise.ts";
import { DomainError, type InputProblem } from "../errors.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import type { StoredWave } from "../waves/store.ts";
import { namesByDigest } from "./names-by-digest.ts";
import { type LedgerAnswer, ledgerOfDraft } from "./read-ledger.ts";
import { openFromDay } from "./when-open.ts";

/** In one refusal; a wave may be about thousands. */
const MOST_NAMED = 20;

type Db = Reader<PeopleTables>;

interface DraftToWeigh {
  readonly wave: StoredWave;
  readonly definition: SurveyDefinition;
  readonly now: Date;
}

/** "1 joined and 2 left". */
function turnoverText({ joined, left }: Pick<GroupStanding, "joined" | "left">): string {
  return [joined > 0 ? `${joined} joined` : "", left > 0 ? `${left} left` : ""].filter(Boolean).join(" and ");
}

function groupName(codes: readonly string[], { soundings }: SurveyDefinition): string {
  const language = firstLanguage(soundings.languages);
  const names = codes.map((code) => {
    const group = soundings.groups.find((one) => one.code === code);
    return group === undefined ? code : textIn(group.label, language, soundings.languages);
  });
  return names.join(", ");
}

/** The first ones, and how many more there are. */
function fewOf(problems: readonly InputProblem[]): readonly InputProblem[] {
  if (problems.length <= MOST_NAMED) return problems;
  const more = problems.length - MOST_NAMED;
  const rest = { path: "others", sentence: `The same is so of ${more} more.` };
  return [...problems.slice(0, MOST_NAMED), rest];
}

/** When the wave could be opened as it is. */
function whenText(answer: LedgerAnswer): string {
  const day = openFromDay(answer);
  return day === undefined
    ? `wait until ${DAYS_REFUSED} days after it has closed`
    : `wait until ${dayIn(day.toISOString(), "en")}`;
}

/**
 * @throws DomainError "wrong-state" that names the earlier wave, whose lists differ by how many, and what to do
 */
export async function requireApart(db: Db, keys: KeyRing, draft: DraftToWeigh): Promise<LedgerAnswer> {
  const answer = await ledgerOfDraft(db, keys, draft);
  const refused = answer.standings.filter(({ standing }) => standing === "refused");
  if (refused.length === 0) return answer;
  const { wave, definition } = draft;
  const titles = new Map(answer.earlier.map(({ wave: id, title }) => [id, title]));
  const names = await namesByDigest(db, keys, wave.id);
  const found = refused.map(({ later, earlier, ...turnover }): InputProblem => {
    const about = names.get(later.about) ?? "everybody";
    const path = later.groups.length === 0 ? about : `${about}, ${groupName(later.groups, definition)}`;
    return { path, sentence: `Since “${titles.get(earlier) ?? ""}”, ${turnoverText(turnover)}.` };
  });
  const problems = fewOf([...new Map(found.map((one) => [JSON.stringify(one), one])).values()]);
  const named = [...new Set(refused.map(({ earlier }) => `“${titles.get(earlier) ?? ""}”`))].join(" and ");
  const minimum = Math.max(wave.policy.minimumGroupSize, ...answer.earlier.map((one) => one.minimum));
  throw new DomainError(
    "wrong-state",
    `The wave was not opened, and nothing was sent. It asks the same questions as ${named}, of nearly the same people: from both together it could be worked out what the few answered who joined or left. Ask exactly the same people, change at least ${minimum} in each group named here, ask other questions, or ${whenText(answer)}.`,
    problems,
  );
}
