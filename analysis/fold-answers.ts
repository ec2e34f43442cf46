/** Folds checked answers into a dataset: columns in random order, without any trace of who came when. */
import type { CheckedAnswers, SurveyDefinition } from "../surveys/definition.ts";
import { isCodeElement } from "../surveys/personal-code.ts";
import type { ColumnPlan } from "./answer-columns.ts";
import { answerColumns } from "./answer-columns.ts";
import type { CodeElement, CommentList, Dataset, DatasetColumn } from "./dataset.ts";
import { UNANSWERED } from "./dataset.ts";
import { GrowingColumn } from "./growing-column.ts";
import type { RandomBelow } from "./shuffle.ts";
import { shuffledPlaces } from "./shuffle.ts";

export interface AnsweredForm {
  /** Code of the person rated; "" in a staff survey. */
  readonly subject: string;
  /** Code of the rater group; "" in a staff survey. */
  readonly group: string;
  readonly answers: CheckedAnswers;
}

interface Fold {
  readonly definition: SurveyDefinition;
  /** Codes of all subjects of the wave, those without answers too; at most 65,535. */
  readonly subjects: readonly string[];
  /** Codes of all rater groups; at most 255. */
  readonly groups: readonly string[];
  /** Read once, one at a time, so that a wave need not be in memory twice. */
  readonly responses: Iterable<AnsweredForm>;
  readonly random: RandomBelow;
}

type Comment = CommentList["comments"][number];

/**
 * The dataset of a wave: one column an item, rows in random order, and the comments of each question in a
 * random order of their own, so that nothing tells which row a comment belongs to.
 *
 * Unanswered items are UNANSWERED, blank comments are left out, numbers and dates are not kept at all
 * (see answerColumns); elements of the personal code stand apart from the columns. Time and memory grow linearly with the responses.
 *
 * @param fold the definition, the codes of subjects and groups, the checked answers and the random source
 * @returns the dataset
 * @throws RangeError if a response names an unknown subject or group, or holds an answer that is not checked
 * @example foldAnswers({ definition, subjects: ["ann"], groups: ["peer"], responses, random: randomInt });
 */
export function foldAnswers(fold: Fold): Dataset {
  const { definition, subjects, groups, random } = fold;
  if (subjects.length > 0xffff) throw new RangeError("a dataset requires at most 65,535 subjects");
  if (groups.length > 0xff) throw new RangeError("a dataset requires at most 255 groups");
  const plans = answerColumns(definition);
  const texts = definition.items.filter((item) => item.kind === "text").map((item) => item.code);
  const elements = definition.items.filter((item) => item.kind === "code").map((item) => item.code);
  const rows = collectRows(fold, { plans, texts, elements });
  const order = shuffledPlaces(rows.count, random);
  const subject = new Uint16Array(rows.count);
  rows.subject.copyInto(subject, order);
  const group = new Uint8Array(rows.count);
  rows.group.copyInto(group, order);
  return {
    format: 1,
    survey: { id: definition.soundings.id, version: definition.soundings.version },
    subjects: [...subjects],
    groups: [...groups],
    rows: rows.count,
    subject,
    group,
    columns: plans.map((plan, place) => finishColumn(plan, rows.columns[place], order)),
    comments: texts.map((code, place) => ({
      code,
      comments: shuffleComments(rows.comments[place] ?? [], random),
    })),
    ...(elements.length === 0 ? {} : { personalCode: finishCode(elements, rows.elements, order) }),
  };
}

interface Wanted {
  readonly plans: readonly ColumnPlan[];
  /** Codes of the text items. */
  readonly texts: readonly string[];
  /** Codes of the personal code's questions. */
  readonly elements: readonly string[];
}

function collectRows(fold: Fold, { plans, texts, elements }: Wanted) {
  const subjectPlaces = new Map(fold.subjects.map((code, place) => [code, place]));
  const groupPlaces = new Map(fold.groups.map((code, place) => [code, place]));
  const rows = {
    count: 0,
    // 16 bits with sign: places above 32,767 wrap around here and back again in the Uint16Array.
    subject: new GrowingColumn(),
    group: new GrowingColumn(),
    columns: plans.map(() => new GrowingColumn()),
    comments: texts.map((): Comment[] => []),
    elements: elements.map(() => new GrowingColumn()),
  };
  for (const response of fold.responses) {
    const subject = subjectPlaces.get(response.subject);
    const group = groupPlaces.get(response.group);
    if (subject === undefined) throw new RangeError("a dataset requires responses of listed subjects only");
    if (group === undefined) throw new RangeError("a dataset requires responses of listed groups only");
    rows.count += 1;
    rows.subject.push(subject);
    rows.group.push(group);
    plans.forEach((plan, place) => {
      rows.columns[place]?.push(encodeAnswer(plan, response.answers));
    });
    texts.forEach((code, place) => {
      const text = response.answers.get(code);
      if (typeof text === "string" && text.trim() !== "")
        rows.comments[place]?.push({ subject, group, text });
    });
    elements.forEach((code, place) => {
      rows.elements[place]?.push(encodeElement(code, response.answers));
    });
  }
  return rows;
}

function encodeAnswer(plan: ColumnPlan, answers: CheckedAnswers): number {
  const answer = answers.get(plan.item);
  if (answer === undefined) return UNANSWERED;
  const value = plan.encode(answer);
  // The answer itself stays out of the message: messages reach logs.
  if (value === undefined) throw new RangeError(`a dataset requires checked answers: ${plan.item}`);
  return value;
}

function encodeElement(code: string, answers: CheckedAnswers): number {
  const answer = answers.get(code);
  if (answer === undefined) return UNANSWERED;
  if (!isCodeElement(answer)) throw new RangeError(`a dataset requires checked answers: ${code}`);
  return Number.parseInt(answer, 16);
}

function finishCode(
  elements: readonly string[],
  columns: readonly GrowingColumn[],
  order: Uint32Array,
): readonly CodeElement[] {
  return elements.map((code, place) => {
    const values = new Uint16Array(order.length);
    columns[place]?.copyInto(values, order);
    return { code, values };
  });
}

function finishColumn(
  plan: ColumnPlan,
  column: GrowingColumn | undefined,
  order: Uint32Array,
): DatasetColumn {
  if (plan.kind === "scale") {
    const values = new Int8Array(order.length);
    column?.copyInto(values, order);
    return { kind: "scale", code: plan.code, points: plan.points, values };
  }
  const values = new Int16Array(order.length);
  column?.copyInto(values, order);
  return { kind: "choice", code: plan.code, choices: [...plan.choices], values };
}

function shuffleComments(comments: readonly Comment[], random: RandomBelow): Comment[] {
  const order = shuffledPlaces(comments.length, random);
  return Array.from(order, (place) => comments[place]).filter((comment) => comment !== undefined);
}
