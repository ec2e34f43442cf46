/**
 * How a row is sealed: a mark and a box, each AES-256-GCM under the wave's row key and bound to the row. The mark says
 * whether the row holds something, and what it is found by; a free row has a mark as well, and noise for a box.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { RowKey } from "../keys/row-key.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const NAME_BYTES = 32;
const FREE = 0;
const FILLED = 1;

/** What sealing adds to a box. */
export const ROW_OVERHEAD_BYTES = IV_BYTES + TAG_BYTES;

/** What a filled row is found by, and 32 bytes more that belong to it. */
export interface RowName {
  /** 32 bytes: of an answer the hash of its spent nonce, of a draft its id. */
  readonly name: Uint8Array;
  /** 32 bytes: of an answer the hash of its body, of a draft whatever its protocol keeps there. */
  readonly companion: Uint8Array;
}

export interface RowContent extends RowName {
  readonly box: Uint8Array;
}

/** Mark and box as they are stored. */
export interface SealedContent {
  readonly mark: Uint8Array;
  readonly box: Uint8Array;
}

type Part = "mark" | "box";

function seal(key: RowKey, row: Uint8Array, part: Part, plain: readonly Uint8Array[]): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv).setAAD(Buffer.concat([row, Buffer.from(part)]));
  const sealed = plain.map((bytes) => cipher.update(bytes));
  return new Uint8Array(Buffer.concat([iv, ...sealed, cipher.final(), cipher.getAuthTag()]));
}

function open(key: RowKey, row: Uint8Array, part: Part, sealed: Uint8Array): Uint8Array {
  const end = sealed.length - TAG_BYTES;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, sealed.subarray(0, IV_BYTES))
      .setAAD(Buffer.concat([row, Buffer.from(part)]))
      .setAuthTag(sealed.subarray(end));
    const plain = decipher.update(sealed.subarray(IV_BYTES, end));
    return new Uint8Array(Buffer.concat([plain, decipher.final()]));
  } catch {
    throw new RangeError(
      "A stored row of answers does not open with the key of its wave: the store is damaged, or the key is another's. Nothing was changed. Restore the stores and the key that belong together, then start again.",
    );
  }
}

/** @param row its key, 32 bytes */
export function sealContent(key: RowKey, row: Uint8Array, content: RowContent): SealedContent {
  const { name, companion, box } = content;
  if (name.length !== NAME_BYTES || companion.length !== NAME_BYTES) {
    throw new RangeError("what a row is found by requires twice 32 bytes");
  }
  return {
    mark: seal(key, row, "mark", [Uint8Array.of(FILLED), name, companion]),
    box: seal(key, row, "box", [box]),
  };
}

/**
 * A row that holds nothing, new every time.
 * @param boxBytes of the boxes that rows of its kind hold, before sealing
 */
export function sealNothing(key: RowKey, row: Uint8Array, boxBytes: number): SealedContent {
  return {
    mark: seal(key, row, "mark", [Uint8Array.of(FREE), new Uint8Array(2 * NAME_BYTES)]),
    box: new Uint8Array(randomBytes(boxBytes + ROW_OVERHEAD_BYTES)),
  };
}

/**
 * @returns undefined for a row that holds nothing
 * @throws RangeError for a mark that was made with another key or for another row
 */
export function openMark(key: RowKey, row: Uint8Array, mark: Uint8Array): RowName | undefined {
  const plain = open(key, row, "mark", mark);
  if (plain[0] !== FILLED) return undefined;
  return { name: plain.subarray(1, 1 + NAME_BYTES), companion: plain.subarray(1 + NAME_BYTES) };
}

/** The box of a filled row. @throws RangeError as above */
export function openBox(key: RowKey, row: Uint8Array, box: Uint8Array): Uint8Array {
  return open(key, row, "box", box);
}
