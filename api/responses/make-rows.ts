/** Makes the rows of a wave before it takes answers, and more of them where more people are invited than there is room. */
import { randomBytes } from "node:crypto";
import { DomainError } from "../errors.ts";
import { giveWay } from "../give-way.ts";
import type { RowKey } from "../keys/row-key.ts";
import type { AnswerStore, AnswerWriter } from "../storage/answer-store.ts";
import type { RowKind } from "../storage/answer-tables.ts";
import { chunksOf } from "../storage/chunks.ts";
import type { RowPlan } from "./row-plan.ts";
import { type RowContent, sealContent, sealNothing } from "./row-seal.ts";
import { deleteRowsOfWave, insertRows, putRowEpoch, rowEpoch, type SealedRow } from "./store.ts";

const KINDS: readonly RowKind[] = ["answer", "draft"];

const random32 = (): Uint8Array => new Uint8Array(randomBytes(32));

/** Removes what a wave has of rows and begins anew. @returns what `makeRows` wants, to see that nobody else did so */
export async function beginRows(tx: AnswerWriter, wave: string): Promise<Uint8Array> {
  await deleteRowsOfWave(tx, wave);
  const epoch = random32();
  for (const kind of KINDS) await putRowEpoch(tx, { wave, kind }, epoch);
  return epoch;
}

/** @throws DomainError "changed-meanwhile" if another process began anew */
export async function requireEpoch(tx: AnswerWriter, wave: string, epoch: Uint8Array): Promise<void> {
  const found = await rowEpoch(tx, { wave, kind: "answer" });
  if (found !== undefined && Buffer.compare(found, epoch) === 0) return;
  throw new DomainError(
    "changed-meanwhile",
    "The wave was being opened twice at the same time. Nothing is lost. Look at it again, then open it.",
  );
}

/** One row to be made: what it holds, undefined for nothing. */
interface RowToMake {
  readonly key: Uint8Array;
  readonly plan: RowPlan;
  readonly content: RowContent | undefined;
}

/** Under new random keys, in their order: whatever lay before whatever else, this says nothing of it. */
async function shuffled(
  parts: readonly { readonly plan: RowPlan; readonly contents: readonly RowContent[] }[],
): Promise<RowToMake[]> {
  // By their first byte, so that none of the lists to be sorted is long.
  const byFirst = Array.from({ length: 256 }, (): RowToMake[] => []);
  for (const { plan, contents } of parts) {
    for (let place = 0; place < Math.max(plan.count, contents.length); place += 1) {
      const key = random32();
      byFirst[key[0] ?? 0]?.push({ key, plan, content: contents[place] });
      await giveWay();
    }
  }
  for (const rows of byFirst) {
    rows.sort((a, b) => Buffer.compare(a.key, b.key));
    await giveWay();
  }
  return byFirst.flat();
}

function sealedRow(rowKey: RowKey, { key, plan, content }: RowToMake): SealedRow {
  const { kind, subject, group, boxBytes } = plan;
  if (content !== undefined && content.box.length !== boxBytes) {
    throw new RangeError("rows of a wave hold boxes of one size");
  }
  const sealed =
    content === undefined ? sealNothing(rowKey, key, boxBytes) : sealContent(rowKey, key, content);
  return { key, wave: rowKey.wave, kind, subject, group, ...sealed };
}

/**
 * Rows that hold nothing, many transactions one after the other: a large wave has tens of thousands, and others write
 * meanwhile.
 * @param epoch from `beginRows`
 */
export async function makeRows(
  answers: AnswerStore,
  rowKey: RowKey,
  { plans, epoch }: { readonly plans: readonly RowPlan[]; readonly epoch: Uint8Array },
): Promise<void> {
  for await (const part of chunksOf(await shuffled(plans.map((plan) => ({ plan, contents: [] }))))) {
    await answers.write(async (tx) => {
      await requireEpoch(tx, rowKey.wave, epoch);
      await insertRows(
        tx,
        part.map((row) => sealedRow(rowKey, row)),
      );
    });
  }
}

/** All rows of a wave at once, some of them filled: for what an older version kept otherwise. */
export async function makeFilledRows(
  tx: AnswerWriter,
  rowKey: RowKey,
  parts: readonly { readonly plan: RowPlan; readonly contents: readonly RowContent[] }[],
): Promise<void> {
  await beginRows(tx, rowKey.wave);
  await insertRows(
    tx,
    (await shuffled(parts)).map((row) => sealedRow(rowKey, row)),
  );
}
