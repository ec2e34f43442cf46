/** Bytes as words that people can read out, compare and type: fingerprints of a wave and resume codes. */
import { fromBase64url } from "./base64url.ts";

/** One word a byte value. No two begin with the same four letters, so four typed letters are enough. */
const WORDS: readonly string[] = `
  acorn album alley amber anchor apple apron arrow atlas attic autumn bacon badge baker bamboo banjo barn
  basket beach bench berry bicycle birch blanket blossom boat bottle branch bread brick bridge bronze
  brush bubble bucket butter cabin cactus camel candle canoe canvas carpet castle cedar cello chair chalk
  cherry chess circle cliff clock cloud clover coffee copper coral cotton cradle crayon cricket crown
  crystal curtain daisy dance desert diamond dinner dolphin donkey dragon drum duck dune eagle echo ember
  emerald engine falcon feather fence fern ferry fiddle field flag flame flute forest fossil galaxy
  garden gate ginger glacier glove goose grain grape guitar hammer harbour harp hazel hedge helmet heron
  hill honey horizon indigo iris island ivory jacket jade jasmine jelly jewel jigsaw juniper kayak kettle
  kite kitten koala ladder lagoon lake lamp lantern laurel lemon lily linen lizard lobster magnet mango
  maple marble meadow melon meteor mill mint mirror mosaic moss muffin museum napkin nectar needle nest
  nutmeg oasis ocean olive onion opal orange orchid otter oven oyster paddle palm panda paper peach
  pebble pencil pepper petal piano picnic pigeon pillow pine planet plum pocket pollen pond potato
  pumpkin puzzle quartz quilt rabbit raft rain reef ribbon rice river robin rocket rope rose ruby saddle
  sand scarf seal shell silver sketch snow soap sofa spark spice spoon spring star stone summer swan
  table teapot tent thunder tiger toast tomato torch tower tulip tunnel turtle valley vanilla velvet
  village violin volcano wagon walnut water whale wheat willow window winter wolf wool yacht yarn yellow
  zebra zigzag
`
  .trim()
  .split(/\s+/);

const SIGNIFICANT_LETTERS = 4;
const PLACES: ReadonlyMap<string, number> = new Map(
  WORDS.map((word, place) => [word.slice(0, SIGNIFICANT_LETTERS), place]),
);

/**
 * Bytes as words, one a byte.
 * @param bytes any bytes; 16 of them (128 bits) make a fingerprint
 * @returns as many words
 * @example wordsOfBytes(Uint8Array.of(0, 255)) // ["acorn", "zigzag"]
 */
export function wordsOfBytes(bytes: Uint8Array): readonly string[] {
  return Array.from(bytes, (byte) => WORDS[byte] ?? "");
}

/**
 * A fingerprint as it stands in links, as words for mails and letters.
 * @param mark the first 16 bytes of a manifest's hash, base64url; null where links go without
 * @returns sixteen words; none for null, or for what is no base64url
 * @example wordsOfMark("AAAAAAAAAAAAAAAAAAAAAA")[0] // "acorn"
 */
export function wordsOfMark(mark: string | null): readonly string[] {
  return wordsOfBytes(fromBase64url(mark ?? "") ?? new Uint8Array(0));
}

/** What reading words back gives: the bytes, or the place (from 0) of the first word that is not in the list. */
export type BytesOfWords =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly unknownWord: number };

/**
 * The bytes that words stand for. Case, line breaks, hyphens and anything after a word's fourth letter are ignored.
 * @param text words as a person typed them
 * @returns one byte a word, or which word is unknown
 * @example bytesOfWords("Acorn zigzag") // { ok: true, bytes: Uint8Array.of(0, 255) }
 */
export function bytesOfWords(text: string): BytesOfWords {
  const typed = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const bytes = new Uint8Array(typed.length);
  for (const [place, word] of typed.entries()) {
    const byte = PLACES.get(word.slice(0, SIGNIFICANT_LETTERS));
    if (byte === undefined) return { ok: false, unknownWord: place };
    bytes[place] = byte;
  }
  return { ok: true, bytes };
}
