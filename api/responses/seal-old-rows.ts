/** Moves answers and drafts of open waves from where versions before kept them, as they came, into sealed rows. */
import { readDefinition } from "../../surveys/read-definition.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { rowKeyOf } from "../keys/row-key.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { definitionText, waveSeal } from "../keys/store.ts";
import type { AnswerStore, AnswerWriter } from "../storage/answer-store.ts";
import { makeFilledRows } from "./make-rows.ts";
import { planRows } from "./row-plan.ts";
import { oldRows, sealsWithKeys } from "./store.ts";

/** One transaction a wave; then the file is rewritten. Runs at every start and does nothing where all is sealed. */
export async function sealOldRows(context: {
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
}): Promise<void> {
  const seals = await context.answers.read(sealsWithKeys);
  const without = seals.filter(({ rows }) => rows === null);
  for (const { wave } of without) await context.answers.write((tx) => sealOldRowsOf(tx, context.keys, wave));
  if (without.length > 0) await context.answers.scrub();
}

async function sealOldRowsOf(tx: AnswerWriter, keys: KeyRing, wave: string): Promise<void> {
  const seal = await waveSeal(tx, wave);
  const form = seal === undefined ? undefined : await definitionText(tx, seal.definitionId);
  if (seal?.sealKeyWrapped == null || form === undefined) return;
  const rowKey = rowKeyOf(wave, keys.unwrap(seal.sealKeyWrapped, keyPurpose.seal(wave)));
  const { answers, drafts } = await oldRows(tx, wave);
  const plans = planRows(seal.manifest, readDefinition(form).soundings.identity === "anonymous");
  const parts = plans.map((plan) => ({
    plan,
    contents:
      plan.kind === "draft"
        ? drafts.map(({ id, box }) => ({ name: id, companion: new Uint8Array(32), box }))
        : answers
            .filter(({ subject, group }) => subject === plan.subject && group === plan.group)
            .map(({ spend, bodyHash, box }) => ({ name: spend, companion: bodyHash, box })),
  }));
  await makeFilledRows(tx, rowKey, parts);
}
