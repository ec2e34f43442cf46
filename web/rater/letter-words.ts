/** Words of a printed letter that are asked for: some of the sixteen, chosen anew each time, against the manifest. */
import { bytesOfWords } from "../../surveys/fingerprint-words.ts";
import { MANIFEST_MARK_BYTES } from "../../surveys/link-fragment.ts";

/**
 * Whoever made a manifest of their own cannot know which words will be asked for. One that was tried out until eight
 * of the sixteen words are right (64 bits of work) still fails 96 times in 100; without such work, always but once in
 * four thousand million.
 */
const WORDS_ASKED = 4;

/** Places of the words to ask for, from 0, in the order of the letter. */
export function placesToAsk(random: (below: number) => number): readonly number[] {
  const left = Array.from({ length: MANIFEST_MARK_BYTES }, (_, place) => place);
  const chosen = Array.from({ length: WORDS_ASKED }, () => left.splice(random(left.length), 1)[0] ?? 0);
  return chosen.sort((a, b) => a - b);
}

/** A whole number from 0 to below, each as likely as any other: bytes beyond the last whole multiple are drawn again. */
export function randomBelow(below: number): number {
  const most = 256 - (256 % below);
  const byte = new Uint8Array(1);
  do crypto.getRandomValues(byte);
  while ((byte[0] ?? 0) >= most);
  return (byte[0] ?? 0) % below;
}

/** Places of those words that are not the manifest's; case and what follows a fourth letter play no part. */
export function wrongWords(
  digest: Uint8Array,
  places: readonly number[],
  typed: readonly string[],
): readonly number[] {
  return places.filter((place, index) => {
    const read = bytesOfWords(typed[index] ?? "");
    return !read.ok || read.bytes.length !== 1 || read.bytes[0] !== digest[place];
  });
}
