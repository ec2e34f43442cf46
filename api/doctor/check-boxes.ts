/** Whether what lies in the answers' store looks sealed: boxes of one size, bytes like noise, keys without a pattern. */
import { BOX_OVERHEAD_BYTES } from "../../surveys/box-bytes.ts";
import { checkOf, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { everyDataset, everyDraft, everyResponse, everySeal } from "./store.ts";

/** Initialisation vector and tag of a draft's encryption. */
const DRAFT_OVERHEAD_BYTES = 28;
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
  const { responses, drafts, datasets, seals } = await answers.read(async (db) => ({
    responses: await everyResponse(db),
    drafts: await everyDraft(db),
    datasets: await everyDataset(db),
    seals: await everySeal(db),
  }));
  const sizes = new Map(seals.map(({ wave, manifest }) => [wave, manifest.boxBytes]));
  const size = (overhead: number) => (wave: string) => {
    const bytes = sizes.get(wave);
    return bytes === undefined ? undefined : bytes + overhead;
  };
  const keys = [
    { what: "keys of answers", bytes: responses.map(({ spend }) => spend) },
    { what: "ids of drafts", bytes: drafts.map(({ id }) => id) },
  ];
  const patterned = keys.filter(({ bytes }) => patternedPlaces(bytes).length > 0);
  const open = datasets.filter(({ sealed }) => !looksLikeNoise(sealed)).length;
  return checkOf(
    {
      code: "boxes",
      title: "Sealed answers",
      looked: "Size and bytes of every sealed answer, draft and dataset, and the keys under which they lie.",
    },
    {
      findings: [
        ...unfit("sealed answers", responses, size(BOX_OVERHEAD_BYTES)),
        ...unfit("drafts", drafts, size(DRAFT_OVERHEAD_BYTES)),
        ...(open === 0 ? [] : ["There are datasets of closed waves that are not encrypted."]),
        ...patterned.map(
          ({ what }) => `The ${what} follow a pattern: they may hold a time or a number in sequence.`,
        ),
      ],
      // Without their number: two examinations would tell that somebody answered in between.
      fine: "All of one size for each form, nothing readable, keys like noise.",
    },
  );
}
