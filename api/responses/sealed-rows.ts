/**
 * What the sealed rows of an open wave hold, for the one write that asks.
 *
 * Rows are made when a wave opens (make-rows.ts), of one size and under random keys. Whatever comes overwrites a random
 * free row of its group in place, so that neither pages nor their order tell who came when, and nobody without the
 * wave's key can tell which rows are filled. Only this process's memory knows where what lies: it opens all marks of a
 * wave when it first needs them, and again those that changed whenever the rows' epoch is not the one it knows: another
 * process wrote, or a write of ours was undone.
 */
import { randomBytes, randomInt } from "node:crypto";
import type { RowKey } from "../keys/row-key.ts";
import type { AnswerWriter } from "../storage/answer-store.ts";
import type { RowKind } from "../storage/answer-tables.ts";
import { openBox, openMark, type RowContent, type RowName, sealContent, sealNothing } from "./row-seal.ts";
import { overwriteRow, putRowEpoch, type RowMark, rowBoxes, rowEpoch, rowMarks } from "./store.ts";

/** Of which group; both empty for drafts. */
export interface RowScope {
  readonly subject: string;
  readonly group: string;
}

const WHOLE_WAVE: RowScope = { subject: "", group: "" };

interface KnownRow extends RowMark {
  /** Undefined for a row that holds nothing. */
  content: RowName | undefined;
}

interface Known {
  epoch: Uint8Array;
  /** By its key, in hexadecimal. */
  readonly rows: Map<string, KnownRow>;
  /** Filled rows by the name they are found by, in hexadecimal. */
  readonly named: Map<string, KnownRow>;
  /** Free rows, by group. */
  readonly free: Map<string, KnownRow[]>;
  /** How many are filled, by group. */
  readonly filled: Map<string, number>;
}

/** The rows of one kind, inside one write. */
export interface Rows {
  /** @param name 32 bytes */
  find(name: Uint8Array): (RowName & RowScope) | undefined;
  /** How many rows are filled; of one group if one is given. */
  count(scope?: RowScope): number;
  /** The box of the row with this name. */
  box(name: Uint8Array): Promise<Uint8Array | undefined>;
  /**
   * Puts the content into the row of its name, or else into a random free row of the group.
   * @returns "full" if there is none: nothing was changed
   */
  put(content: RowContent, scope?: RowScope): Promise<"put" | "full">;
  /** Makes the row of this name a free one. Does nothing if there is none. */
  clear(name: Uint8Array): Promise<void>;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const placeOf = ({ subject, group }: RowScope): string => JSON.stringify([subject, group]);

/** What this process knows of a wave's rows goes with the key that it holds of the wave. */
const knownOf = new WeakMap<RowKey, Map<RowKind, Known>>();

/** @param key the same object for as long as the wave is open, so that its rows are read once */
export async function rowsOf(tx: AnswerWriter, key: RowKey, kind: RowKind): Promise<Rows> {
  const ofKind = { wave: key.wave, kind };
  const epoch = await rowEpoch(tx, ofKind);
  if (epoch === undefined) throw new RangeError("rows are made before a wave takes answers");
  const kinds = knownOf.get(key) ?? new Map<RowKind, Known>();
  knownOf.set(key, kinds);
  const before = kinds.get(kind);
  const known =
    before !== undefined && Buffer.compare(before.epoch, epoch) === 0
      ? before
      : learn(key, epoch, await rowMarks(tx, ofKind), before);
  kinds.set(kind, known);
  return rowsKnown(tx, key, kind, known);
}

function rowsKnown(tx: AnswerWriter, key: RowKey, kind: RowKind, known: Known): Rows {
  const write = async (row: KnownRow, content: RowContent | undefined, box: { readonly bytes: number }) => {
    const sealed =
      content === undefined ? sealNothing(key, row.key, box.bytes) : sealContent(key, row.key, content);
    const epoch = new Uint8Array(randomBytes(32));
    await overwriteRow(tx, { key: row.key, ...sealed });
    await putRowEpoch(tx, { wave: key.wave, kind }, epoch);
    forget(known, row);
    note(known, { ...row, mark: sealed.mark, content });
    known.epoch = epoch;
  };
  const boxOf = async (row: KnownRow): Promise<Uint8Array> => {
    const [found] = await rowBoxes(tx, [row.key]);
    if (found === undefined) throw new RangeError("a row that is known is stored");
    return openBox(key, row.key, found.box);
  };
  return {
    find: (name) => {
      const row = known.named.get(hex(name));
      if (row?.content === undefined) return undefined;
      return { ...row.content, subject: row.subject, group: row.group };
    },
    count: (scope) => (scope === undefined ? known.named.size : (known.filled.get(placeOf(scope)) ?? 0)),
    box: async (name) => {
      const row = known.named.get(hex(name));
      return row === undefined ? undefined : boxOf(row);
    },
    put: async (content, scope = WHOLE_WAVE) => {
      const free = known.free.get(placeOf(scope)) ?? [];
      const row = known.named.get(hex(content.name)) ?? free[free.length === 0 ? 0 : randomInt(free.length)];
      if (row === undefined) return "full";
      await write(row, content, { bytes: content.box.length });
      return "put";
    },
    clear: async (name) => {
      const row = known.named.get(hex(name));
      if (row !== undefined) await write(row, undefined, { bytes: (await boxOf(row)).length });
    },
  };
}

/** Marks that did not change since are not opened again. */
function learn(key: RowKey, epoch: Uint8Array, marks: readonly RowMark[], before: Known | undefined): Known {
  const known: Known = { epoch, rows: new Map(), named: new Map(), free: new Map(), filled: new Map() };
  for (const row of marks) {
    const was = before?.rows.get(hex(row.key));
    const same = was !== undefined && Buffer.compare(was.mark, row.mark) === 0;
    note(known, { ...row, content: same ? was.content : openMark(key, row.key, row.mark) });
  }
  return known;
}

function note(known: Known, row: KnownRow): void {
  const place = placeOf(row);
  known.rows.set(hex(row.key), row);
  if (row.content === undefined) {
    const free = known.free.get(place) ?? [];
    free.push(row);
    known.free.set(place, free);
    return;
  }
  known.named.set(hex(row.content.name), row);
  known.filled.set(place, (known.filled.get(place) ?? 0) + 1);
}

function forget(known: Known, row: KnownRow): void {
  const place = placeOf(row);
  if (row.content !== undefined) {
    known.named.delete(hex(row.content.name));
    known.filled.set(place, (known.filled.get(place) ?? 1) - 1);
    return;
  }
  const free = known.free.get(place) ?? [];
  const last = free.pop();
  // Taken from its place by the last one: their order says nothing.
  if (last !== undefined && last !== row) free[free.indexOf(row)] = last;
}
