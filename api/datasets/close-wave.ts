/** Closes a wave: opens its boxes in memory, folds them, destroys boxes, drafts and keys. Resumable at every step. */
import { randomInt } from "node:crypto";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import type { RandomBelow } from "../../analysis/shuffle.ts";
import { fromBase64url } from "../../surveys/base64url.ts";
import { compileCheck } from "../../surveys/compile-check.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { DomainError } from "../errors.ts";
import { rowKeyOf } from "../keys/row-key.ts";
import { sealKeyOf } from "../keys/seal-key.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { updateWaveSeal, type WaveSeal, waveSeal } from "../keys/store.ts";
import { deleteRows } from "../responses/delete-rows.ts";
import { rowEpoch } from "../responses/store.ts";
import type { DatasetsContext } from "./context.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type BoxesToOpen, openBoxes } from "./open-boxes.ts";
import { formTextOf } from "./seal-wave.ts";
import { openDataset, sealDataset } from "./sealed-dataset.ts";
import { insertDataset, type StoredDataset, storedDataset } from "./store.ts";

export type ClosingStep = "closing" | "opened" | "folded" | "destroyed" | "emptied" | "scrubbed" | "closed";

export interface ClosedWave {
  /** Responses in the dataset; 0 where a wave keeps none. */
  readonly rows: number;
  readonly invalidBoxes: number;
}

export interface ClosingOptions {
  readonly random?: RandomBelow;
  /** Called after each step is durable. */
  readonly after?: (step: ClosingStep) => void;
  readonly progress?: BoxesToOpen["progress"];
}

/**
 * A wave that is closed already is returned as it is; one whose closing was interrupted is taken up where it was.
 * Until the dataset is stored the keys of its boxes exist, and they are destroyed in the same transaction: what is left
 * of the boxes is noise, and is deleted after that.
 * @throws DomainError "not-found" if the wave was never sealed
 */
export function closeWave(
  context: DatasetsContext,
  wave: string,
  options: ClosingOptions = {},
): Promise<ClosedWave> {
  return oneAtATime(wave, () => close(context, wave, options));
}

async function close(context: DatasetsContext, wave: string, options: ClosingOptions): Promise<ClosedWave> {
  const { answers } = context;
  const after = options.after ?? (() => {});
  await answers.write(async (tx) => {
    const seal = await waveSeal(tx, wave);
    if (seal?.phase === "open") await updateWaveSeal(tx, wave, { phase: "closing" });
  });
  after("closing");
  const seal = await requireSeal(context, wave);
  if (seal.phase === "closing") {
    if (seal.sealKeyWrapped !== null) await foldAndDestroy(context, seal, { ...options, after });
    await deleteRows(answers, wave);
    after("emptied");
    await answers.scrub();
    after("scrubbed");
    await answers.write((tx) => updateWaveSeal(tx, wave, { phase: "closed" }));
    after("closed");
  }
  return closedWave(context, wave);
}

async function requireSeal({ answers }: DatasetsContext, wave: string): Promise<WaveSeal> {
  const seal = await answers.read((db) => waveSeal(db, wave));
  if (seal !== undefined) return seal;
  throw new DomainError("not-found", "This wave was never opened, so there is nothing to close.");
}

async function closedWave(context: DatasetsContext, wave: string): Promise<ClosedWave> {
  const seal = await requireSeal(context, wave);
  const stored = await context.answers.read((db) => storedDataset(db, wave));
  const rows =
    stored === undefined || seal.datasetKeyWrapped === null
      ? 0
      : openDataset(stored, context.keys.unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(wave))).rows;
  return { rows, invalidBoxes: seal.invalidBoxes };
}

interface Fold {
  readonly invalidBoxes: number;
  /** Absent where answers carry names and lie elsewhere. */
  readonly dataset?: StoredDataset;
}

async function foldAndDestroy(
  context: DatasetsContext,
  seal: WaveSeal,
  options: ClosingOptions & { readonly after: (step: ClosingStep) => void },
): Promise<void> {
  const { wave } = seal;
  const rows = { wave, kind: "answer" } as const;
  const epoch = await context.answers.read((db) => rowEpoch(db, rows));
  const fold = await foldWave(context, seal, options);
  options.after("folded");
  await context.answers.write(async (tx) => {
    const current = await waveSeal(tx, wave);
    // Another process may have come here first; its dataset stands.
    if (current?.phase !== "closing" || current.sealKeyWrapped === null) return;
    const now = await rowEpoch(tx, rows);
    if (epoch === undefined || now === undefined || Buffer.compare(epoch, now) !== 0) {
      throw new RangeError("closing requires that no box arrives after the wave stopped accepting them");
    }
    if (fold.dataset !== undefined) await insertDataset(tx, fold.dataset);
    await updateWaveSeal(tx, wave, {
      ticketKeyWrapped: null,
      sealKeyWrapped: null,
      invalidBoxes: fold.invalidBoxes,
      ...(fold.dataset === undefined ? { datasetKeyWrapped: null } : {}),
    });
  });
  options.after("destroyed");
}

async function foldWave(
  context: DatasetsContext,
  seal: WaveSeal,
  { random = randomInt, after, progress }: ClosingOptions,
): Promise<Fold> {
  const { wave, manifest } = seal;
  const definition = readDefinition(await formTextOf(context, seal.definitionId));
  if (definition.soundings.identity === "identified") return { invalidBoxes: 0 };
  const sealPublic = fromBase64url(manifest.sealKey);
  if (sealPublic === undefined || seal.sealKeyWrapped === null || seal.datasetKeyWrapped === null) {
    throw new RangeError("folding requires the wave's seal key and dataset key");
  }
  const { unwrap } = context.keys;
  const sealSecret = unwrap(seal.sealKeyWrapped, keyPurpose.seal(wave));
  const opened = await openBoxes(context.answers, {
    wave,
    definition,
    check: compileCheck(definition),
    sealKey: sealKeyOf(sealSecret, sealPublic),
    rowKey: rowKeyOf(wave, sealSecret),
    ...(progress === undefined ? {} : { progress }),
  });
  after?.("opened");
  const dataset = foldAnswers({
    definition,
    subjects: [...new Set(manifest.groups.map(({ subject }) => subject))],
    groups: groupCodes(definition.soundings.groups, manifest.groups),
    responses: opened.responses(),
    random,
  });
  const datasetKey = unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(wave));
  return {
    invalidBoxes: opened.invalid,
    dataset: sealDataset(dataset, wave, datasetKey),
  };
}

/** The definition's order; a survey without rater groups has the one group "". */
function groupCodes(
  defined: readonly { readonly code: string }[],
  invited: readonly { readonly group: string }[],
): readonly string[] {
  return [...new Set([...defined.map(({ code }) => code), ...invited.map(({ group }) => group)])];
}
