/** What other surveys of the same people change about figures, in sentences: the same on screens, in rules and in files. */
import type { StaffBeside, StaffItem, StaffTables } from "./staff-tables-model.ts";

function named(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} and ${last}`;
}

function questions(count: number, all: number): string {
  if (count === all) return "the same questions";
  return count === 1 ? "one of these questions" : `${count} of these questions`;
}

/**
 * Why figures of some questions are wider bounds, or are left out.
 *
 * @param tables released tables
 * @returns one sentence or two for each set of other surveys; none if there are no such questions
 * @example besideSentences(tables)[0]; // "“Spring” asked some of the same people the same questions. …"
 */
export function besideSentences({ items }: Pick<StaffTables, "items">): readonly string[] {
  const groups = new Map<string, { readonly beside: StaffBeside; readonly items: StaffItem[] }>();
  for (const item of items) {
    if (item.beside === undefined) continue;
    const { waves, told } = item.beside;
    const key = JSON.stringify([waves, told]);
    const found = groups.get(key) ?? { beside: item.beside, items: [] };
    found.items.push(item);
    groups.set(key, found);
  }
  return [...groups.values()].map(({ beside: { waves, told }, items: own }) => {
    const asked = `${named(waves)} asked`;
    const what = questions(own.length, items.length);
    if (told === "direction") {
      return `${asked} nearly the same people ${what} not long before or after. Of these no figure is shown, only whether everybody's favourable answers went up or down: figures of both surveys together would tell what the few answered who joined or left.`;
    }
    if (told === "everybody") {
      return `${asked} some of the same people ${what}, long before or after. Counts of everybody are told between bounds that hold whatever would be possible if all had answered alike both times, so that these tell nobody's answer. Groups are told as ever, since people answer anew by then.`;
    }
    return `${asked} some of the same people ${what}. Counts of these are told between bounds that hold whatever would be possible if all had answered alike both times, so that both surveys together tell nobody's answer. The wider bounds are no sign of what anybody answered.`;
  });
}

/**
 * Where everybody's favourable answers went, with a sign, so that no colour is needed.
 *
 * @param beside of an item that has a direction instead of figures
 * @returns the words
 * @example directionText({ waves: ["Spring"], told: "direction", direction: "higher" }); // "▲ more favourable than …"
 */
export function directionText({ waves, direction = null }: StaffBeside): string {
  const than = named(waves.slice(0, 1));
  if (direction === "higher") return `▲ more favourable than in ${than}`;
  if (direction === "lower") return `▼ less favourable than in ${than}`;
  if (direction === "about-the-same") return `● about as favourable as in ${than}`;
  return `Whether more or less favourable than in ${than} cannot be told.`;
}
