/** Who could work out another's answer from their own: pass 3 for somebody who knows one answer. */
import type { ClassCounts } from "./class-counts.ts";
import type { Merged } from "./merged-classes.ts";
import { type AlikeClass, forcedClasses, possiblePoints } from "./possible-changes.ts";

/** From so many insiders on it pays to work out first which answers others could have given. */
const MANY = 4;

/**
 * Finds whose answers a person of one class would be told by their own. A class is told nothing if there is an answer
 * that some of its members gave and beside which nobody else's is forced. An answer that two of them gave is such a
 * one, as long as nobody's is forced to begin with: without one of the two everything hangs together as before.
 *
 * @param merged what is shown, nobody being forced
 * @returns for a merged class, classes it is told; none: an insider of this class is told nothing. A suspect is looked
 * at first
 * @see README.md in this folder, "Insiders"
 * @example toldInsiders(merged)(0).length; // 0
 */
export function toldInsiders(merged: Merged): (insider: number, suspect?: number) => readonly number[] {
  const { points, counts } = merged.item.counted;
  let alike: readonly AlikeClass[] | undefined;
  let asked = 0;
  return (insider, suspect) => {
    const own = Array.from({ length: points }, (_, point) => counts[insider * points + point] ?? 0);
    if (own.some((count) => count > 1)) return [];
    asked += 1;
    if (asked >= MANY) alike ??= possiblePoints(merged);
    let fewest: readonly number[] | undefined;
    for (const [point, count] of own.entries()) {
      if (count === 0) continue;
      const counted = withoutOne(merged.item.counted, insider, point);
      const first = suspect === undefined ? [] : forcedClasses(merged, { counted, among: [suspect] });
      const among = alike === undefined ? {} : { among: concerned(alike, insider, point) };
      const told = first.length > 0 ? first : forcedClasses(merged, { counted, ...among });
      if (told.length === 0) return [];
      if (fewest === undefined || told.length < fewest.length) fewest = told;
    }
    return fewest ?? [];
  };
}

/** Only circles with the answer taken away can break: others' other possible answers stay. */
function concerned(alike: readonly AlikeClass[], insider: number, point: number): readonly number[] {
  const places = alike
    .filter((one) => one.point === point || one.others.every((other) => other === point))
    .map(({ place }) => place);
  return [...new Set([...places, insider])];
}

function withoutOne(counted: ClassCounts, insider: number, point: number): ClassCounts {
  const answered = counted.answered.slice();
  const counts = counted.counts.slice();
  const at = insider * counted.points + point;
  answered[insider] = (answered[insider] ?? 1) - 1;
  counts[at] = (counts[at] ?? 1) - 1;
  return { points: counted.points, answered, counts };
}
