/** A list of distinct texts, such as the codes of a million persons, kept as bytes and found by their hash. */
import { textOf } from "./cell-text.ts";

const FIRST_KEYS = 1024;
const FIRST_BYTES = 1 << 14;
/** The table is made larger when more than half of its slots are taken. */
const SLOTS_A_KEY = 2;
const NOBODY = -1;

/** FNV-1a, its bits mixed once more because slots are chosen by the lowest. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

/** Texts in the order in which they were added; each has its place, from 0. Open addressing with linear steps. */
export class ByteKeys {
  private arena = new Uint8Array(FIRST_BYTES);
  /** Where each key begins; its end is where the next one begins. */
  private starts = new Uint32Array(FIRST_KEYS + 1);
  private hashes = new Int32Array(FIRST_KEYS);
  /** Place + 1 of the key in each slot; 0 is free. */
  private slots = new Int32Array(FIRST_KEYS * SLOTS_A_KEY);
  private count = 0;

  /** How many keys there are. */
  get size(): number {
    return this.count;
  }

  /** The place of a text, or −1. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return (this.slots[this.slotOf(bytes, { start, end, hash: hashOf(bytes, start, end) })] ?? 0) - 1;
  }

  /** The place of a text, which is added when it is new. */
  add(bytes: Uint8Array, start: number, end: number): number {
    return this.put(bytes, { start, end, hash: hashOf(bytes, start, end) });
  }

  /** The place of another list's text, or −1. */
  findFrom(other: ByteKeys, place: number): number {
    return (this.slots[this.slotOf(other.arena, other.rangeOf(place))] ?? 0) - 1;
  }

  /** The place of another list's text, which is added when it is new. */
  addFrom(other: ByteKeys, place: number): number {
    return this.put(other.arena, other.rangeOf(place));
  }

  /** The text at a place. */
  text(place: number): string {
    const { start, end } = this.rangeOf(place);
    return textOf(this.arena, start, end);
  }

  private rangeOf(place: number): Range {
    return {
      start: this.starts[place] ?? 0,
      end: this.starts[place + 1] ?? 0,
      hash: this.hashes[place] ?? 0,
    };
  }

  /** The slot that holds the text, or the free one where it would stand. */
  private slotOf(bytes: Uint8Array, { start, end, hash }: Range): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const place = (slots[slot] ?? 0) - 1;
      if (place === NOBODY) return slot;
      if (hashes[place] === hash && this.isAt(place, bytes, start, end)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private isAt(place: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { arena, starts } = this;
    const own = starts[place] ?? 0;
    const length = end - start;
    if ((starts[place + 1] ?? 0) - own !== length) return false;
    for (let at = 0; at < length; at += 1) if (arena[own + at] !== bytes[start + at]) return false;
    return true;
  }

  private put(bytes: Uint8Array, range: Range): number {
    const slot = this.slotOf(bytes, range);
    const known = (this.slots[slot] ?? 0) - 1;
    if (known !== NOBODY) return known;
    const { start, end, hash } = range;
    const place = this.count;
    const from = this.starts[place] ?? 0;
    const to = from + end - start;
    if (to > this.arena.length) this.arena = wider(this.arena, new Uint8Array(Math.max(2 * to, 64)));
    for (let at = start; at < end; at += 1) this.arena[from + at - start] = bytes[at] ?? 0;
    this.starts[place + 1] = to;
    this.hashes[place] = hash;
    this.slots[slot] = place + 1;
    this.count += 1;
    if (this.count === this.hashes.length) this.grow();
    return place;
  }

  private grow(): void {
    const room = this.count * 2;
    this.starts = wider(this.starts, new Uint32Array(room + 1));
    this.hashes = wider(this.hashes, new Int32Array(room));
    const slots = new Int32Array(room * SLOTS_A_KEY);
    const mask = slots.length - 1;
    for (let place = 0; place < this.count; place += 1) {
      let slot = (this.hashes[place] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = place + 1;
    }
    this.slots = slots;
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

function wider<Numbers extends Uint8Array | Uint32Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
