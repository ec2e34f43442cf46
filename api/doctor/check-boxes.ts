/** Whether what lies in the answers' store looks sealed: boxes of one size, bytes like noise, keys without a pattern. */
import { BOX_OVERHEAD_BYTES } from "../../surveys/box-bytes.ts";
import { DRAFT_OVERHEAD_BYTES } from "../responses/row-plan.ts";
import { ROW_OVERHEAD_BYTES } from "../responses/row-seal.ts";
import type { RowKind } from "../storage/answer-tables.ts";
import { checkOf, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { everyDataset, everyRow, everySeal, wavesOfOldRows } from "./store.ts";

/** Fewer bytes say little about noise. */
const FEWEST_BYTES = 512;
/** Chi-squared of byte counts has 255 degrees of freedom: mean 255, standard deviation 22.6. Noise stays below. */
const MOST_CHI_SQUARED = 255 + 12 * 22.6;

/** True for bytes that text, JSON or anything else unencrypted cannot have. */
function looksLikeNoise(bytes: Uint8Array): boolean {
  if (bytes.length < FEWEST_BYTES) return true;
  const counts = new Float64Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const expected = bytes.length / 256;
  let chiSquared = 0;
  for (const count of counts) chiSquared += (count - expected) ** 2 / expected;
  return chiSquared < MOST_CHI_SQUARED;
}

/** From so many keys on, a byte that hardly changes cannot be chance. */
const FEWEST_KEYS = 32;
const FEWEST_VALUES = 8;

/** Places of bytes that hardly change from key to key: where a time or a counter would stand. */
function patternedPlaces(keys: readonly Uint8Array[]): number[] {
  if (keys.length < FEWEST_KEYS) return [];
  const length = Math.max(...keys.map((key) => key.length));
  return Array.from({ length }, (_, place) => place).filter(
    (place) => new Set(keys.map((key) => key[place])).size < FEWEST_VALUES,
  );
}

function unfit(
  what: string,
  boxes: readonly { readonly wave: string; readonly box: Uint8Array }[],
  sizeOf: (wave: string) => number | undefined,
): string[] {
  const odd = boxes.filter(({ wave, box }) => box.length !== sizeOf(wave)).length;
  const clear = boxes.filter(({ box }) => !looksLikeNoise(box)).length;
  return [
    ...(odd === 0
      ? []
      : [`There are ${what} of another size than their form's: their length tells something.`]),
    ...(clear === 0 ? [] : [`There are ${what} that are not encrypted: their bytes are not like noise.`]),
  ];
}

export async function checkBoxes({ answers }: Installation): Promise<DoctorCheck> {
  const { rows, old, datasets, seals } = await answers.read(async (db) => ({
    rows: await everyRow(db),
    old: await wavesOfOldRows(db),
    datasets: await everyDataset(db),
    seals: await everySeal(db),
  }));
  const sizes = new Map(seals.map(({ wave, manifest }) => [wave, manifest.boxBytes]));
  const size = (overhead: number) => (wave: string) => {
    const bytes = sizes.get(wave);
    return bytes === undefined ? undefined : bytes + overhead + ROW_OVERHEAD_BYTES;
  };
  const of = (kind: RowKind) => rows.filter((row) => row.kind === kind);
  const parts = [
    { what: "keys of rows", bytes: rows.map(({ key }) => key) },
    { what: "marks of rows", bytes: rows.map(({ mark }) => mark) },
  ];
  const patterned = parts.filter(({ bytes }) => patternedPlaces(bytes).length > 0);
  const open = datasets.filter(({ sealed }) => !looksLikeNoise(sealed)).length;
  return checkOf(
    {
      code: "boxes",
      title: "Sealed answers",
      looked:
        "Size and bytes of every row that may hold an answer or a draft, and of every dataset; keys and marks of the rows.",
    },
    {
      findings: [
        ...unfit("sealed answers", of("answer"), size(BOX_OVERHEAD_BYTES)),
        ...unfit("drafts", of("draft"), size(DRAFT_OVERHEAD_BYTES)),
        ...(old.length === 0
          ? []
          : ["Answers or drafts lie as versions before kept them. Start the server of this version once."]),
        ...(open === 0 ? [] : ["There are datasets of closed waves that are not encrypted."]),
        ...patterned.map(
          ({ what }) => `The ${what} follow a pattern: they may hold a time or a number in sequence.`,
        ),
      ],
      // Without their number: two examinations would tell that somebody answered in between.
      fine: "All of one size for each form, nothing readable, keys and marks like noise; filled rows look like free ones.",
    },
  );
}
