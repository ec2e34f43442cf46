/** The last door for comments: nothing but lists of everybody's, long enough, and the same at every release. */
import type { Finding } from "../disclosure-audit/finding.ts";
import { finding } from "../disclosure-audit/finding.ts";
import type { AuditedClasses } from "./audited-classes.ts";
import type { EarlierTables } from "./published-figures.ts";
import type { StaffComments, StaffTables } from "./staff-tables-model.ts";

/** No policy of a staff survey may name a lower minimum of comments. */
const FEWEST_COMMENTS = 5;
/** A letter or a digit of some script, or a picture. */
const WORDS = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** Controls but tab and line feed; marks that turn the direction of what follows; halves of characters. */
const HIDDEN = /(?![\t\n])\p{Cc}|[\u202d\u202e]|\p{Cs}/u;

type ShownList = Extract<StaffComments["list"], { shown: true }>;

/**
 * Audits the lists of comments. Their texts are looked at only for being texts: whoever wrote them was told that they
 * are shown word for word.
 *
 * @param tables the tables as they would be stored
 * @param together the persons behind them, and what was published before
 * @returns the findings; any means: do not publish
 * @example commentFindings(tables, { classes, earlier: [] }).length; // 0
 */
export function commentFindings(
  tables: StaffTables,
  { classes, earlier }: { readonly classes?: AuditedClasses; readonly earlier: readonly EarlierTables[] },
): readonly Finding[] {
  const comments = tables.comments ?? [];
  const codes = comments.map(({ code }) => code);
  const twice = comments.filter(({ code }, place) => codes.indexOf(code) !== place);
  return [
    ...twice.map(({ label }) => finding("unexplained", [`a second list of comments to ${label}`])),
    ...comments.flatMap((one) =>
      one.list.shown
        ? [
            ...ofList(one, one.list),
            ...ofAuthors(one, one.list, { tables, classes }),
            ...ofEarlier(one, one.list, earlier),
          ]
        : [],
    ),
  ];
}

function named({ label }: StaffComments): readonly string[] {
  return [`comments to ${label}`];
}

function ofList(one: StaffComments, { n, value }: ShownList): readonly Finding[] {
  if (n !== value.length) return [finding("contradiction", named(one))];
  if (value.some((text) => HIDDEN.test(text))) return [finding("unexplained", named(one))];
  const worded = value.filter((text) => WORDS.test(text)).length;
  return worded >= one.minimum && one.minimum >= FEWEST_COMMENTS ? [] : [finding("few-texts", named(one))];
}

/**
 * Comments of everybody tell that so many took part, so that number must be shown. Who was asked only after another
 * answer tells that answer by writing: as many as behind any figure must have written, and as many must not.
 */
function ofAuthors(
  one: StaffComments,
  { n }: ShownList,
  { tables, classes }: { readonly tables: StaffTables; readonly classes: AuditedClasses | undefined },
): readonly Finding[] {
  const { answered, minimum } = tables;
  if (!answered.shown) return [finding("few-texts", named(one))];
  if (n > answered.n) return [finding("contradiction", named(one))];
  if (n >= minimum && answered.n - n >= minimum) return [];
  if (classes?.ofSome === undefined) return [finding("not-checked", named(one))];
  return classes.ofSome.includes(one.code) ? [finding("few-texts", named(one))] : [];
}

/** What came since an earlier release would be known by comparing both: it must be nothing, or a list by itself. */
function ofEarlier(
  one: StaffComments,
  { value }: ShownList,
  earlier: readonly EarlierTables[],
): readonly Finding[] {
  return earlier.flatMap(({ name, tables }) => {
    const before = tables.comments?.find(({ code }) => code === one.code)?.list;
    if (before?.shown !== true) return [];
    const left = new Map<string, number>();
    for (const text of value) left.set(text, (left.get(text) ?? 0) + 1);
    for (const text of before.value) left.set(text, (left.get(text) ?? 0) - 1);
    const changes = [...left.values()];
    const gained = changes.reduce((sum, change) => sum + Math.max(0, change), 0);
    const same = before.value.every((text, place) => text === value[place]);
    if (changes.some((change) => change < 0) || (gained === 0 && !same)) {
      return [finding("contradiction", [...named(one), `${name}: comments to ${one.label}`])];
    }
    return gained === 0 || gained >= one.minimum
      ? []
      : [finding("few-texts", [...named(one), `${name}: comments to ${one.label}`])];
  });
}
