/** Releases a closed staff survey: the tables of its plan, made and audited beside the server, stored once. */
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { EarlierTables } from "../../analysis/staff-tables/published-figures.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { StaffContext } from "../context.ts";
import { destroyDataset } from "../datasets/destroy-dataset.ts";
import { fingerprintWords } from "../datasets/fingerprint.ts";
import { oneAtATime } from "../datasets/one-at-a-time.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import { openDataset } from "../datasets/sealed-dataset.ts";
import { storedDataset } from "../datasets/store.ts";
import { DomainError } from "../errors.ts";
import { headcountsOf } from "../headcounts/store.ts";
import { keyPurpose } from "../keys/sealed-waves.ts";
import { updateWaveSeal, type WaveSeal, waveSeal } from "../keys/store.ts";
import { minimumOfFigures } from "../waves/people-behind-figures.ts";
import { waveById } from "../waves/store.ts";
import { besideWaves } from "./beside-waves.ts";
import { linkEarlierWave } from "./link-earlier-wave.ts";
import type { MadeTables, TablesMaker } from "./make-tables.ts";
import { makeTablesInWorker } from "./make-tables-in-worker.ts";
import {
  ledgerOf,
  nextNumber,
  publishedIds,
  putTables,
  releaseId,
  releaseNumber,
  tablesOf,
  writeLedger,
} from "./store.ts";
import { linkedObjection } from "./weigh-linked.ts";

type ReleaseContext = Pick<StaffContext, "people" | "answers" | "keys" | "clock">;
type Cuts = NonNullable<DisclosurePolicy["cuts"]>;

export interface ReleasedTables {
  readonly published: number;
  readonly refused: number;
}

/** What became of one plan. */
export type Decision =
  | { readonly published: true; readonly number: number }
  | { readonly published: false; readonly number: number; readonly sentence: string };

const ANSWERS_GONE =
  "The answers were destroyed on the date that respondents were told, so no further figures can be made from them. What was released before stays.";

/** One plan for one wave whose answers are still there. */
interface Plan {
  readonly seal: WaveSeal;
  readonly cuts: Cuts;
  readonly make: TablesMaker;
}

interface Made {
  readonly answer: MadeTables;
  readonly datasetHash: string;
  /** Whether another wave leaves room for directions only: then nothing is said of linked people either. */
  readonly directionOnly: boolean;
}

async function made(context: ReleaseContext, { seal, cuts, make }: Plan): Promise<Made> {
  const { wave, manifest } = seal;
  const stored = await context.answers.read((db) => storedDataset(db, wave));
  if (stored === undefined || seal.datasetKeyWrapped === null) {
    return refused(ANSWERS_GONE);
  }
  const { headcounts, minimumGroupSize, own } = await context.people.read(async (db) => ({
    minimumGroupSize: await minimumOfFigures(db, wave, manifest.policy.minimumGroupSize),
    headcounts: await headcountsOf(db, wave),
    own: await waveById(db, wave),
  }));
  const earlier = await context.answers.read(async (db) => {
    const before: EarlierTables[] = [];
    for (const id of await publishedIds(db, wave)) {
      const found = await tablesOf(db, id);
      if (found !== undefined) before.push({ name: `release ${releaseNumber(id)}`, tables: found.tables });
    }
    return before;
  });
  const beside = own === undefined ? [] : await besideWaves(context, own, minimumGroupSize);
  const invited = manifest.groups.reduce((sum, group) => sum + group.invited, 0);
  const answer = await make({
    definition: await formTextOf(context, seal.definitionId),
    dataset: openDataset(stored, context.keys.unwrap(seal.datasetKeyWrapped, keyPurpose.dataset(wave))),
    policy: { ...manifest.policy, cuts, minimumGroupSize },
    // Nobody was asked here: how many were elsewhere is not known.
    invited: own?.openedAt === null ? null : invited,
    headcounts,
    earlier,
    beside,
  });
  const directionOnly = beside.some(({ told }) => told === "direction");
  return { answer, datasetHash: stored.contentHash, directionOnly };
}

function refused(sentence: string): Made {
  return { answer: { publish: false, sentence }, datasetHash: "", directionOnly: false };
}

/**
 * Makes the tables of one plan, audits them together with everything the wave has released, and stores them if
 * nothing can be worked out. Either outcome goes into the ledger.
 */
export async function decidePlan(context: ReleaseContext, plan: Plan): Promise<Decision> {
  const { wave } = plan.seal;
  const programme = (await context.people.read((db) => waveById(db, wave)))?.programmeId ?? "";
  // What one wave releases is weighed against all others that asked the same people, so they wait for each other.
  return oneAtATime("all staff tables", () => decide(context, plan, programme));
}

async function decide(context: ReleaseContext, plan: Plan, programme: string): Promise<Decision> {
  const { wave, manifest } = plan.seal;
  const objection = await linkedObjection(context, { ...plan, programme });
  const { answer, datasetHash, directionOnly } =
    objection === undefined ? await made(context, plan) : refused(objection);
  const number = await context.people.read((db) => nextNumber(db, wave));
  if (answer.publish) {
    const linked = directionOnly ? null : await linkedOnce(context, { ...plan, programme });
    await context.answers.write((tx) =>
      putTables(tx, {
        id: releaseId(wave, number),
        wave,
        tables: answer.tables,
        linked,
        fingerprint: fingerprintWords(manifest).join(" "),
        datasetHash,
      }),
    );
  }
  const refusal = answer.publish ? null : answer.sentence;
  await context.people.write((tx) =>
    writeLedger(tx, { waveId: wave, number, cuts: plan.cuts, decidedAt: context.clock(), refusal }),
  );
  return refusal === null ? { published: true, number } : { published: false, number, sentence: refusal };
}

/** A wave is linked once: later releases carry what the first one found. */
async function linkedOnce(
  context: ReleaseContext,
  own: { readonly seal: WaveSeal; readonly programme: string },
): Promise<LinkedWaveChanges | null> {
  const first = await context.answers.read(async (db) => {
    const [id] = await publishedIds(db, own.seal.wave);
    return id === undefined ? undefined : tablesOf(db, id);
  });
  return first === undefined ? linkEarlierWave(context, own) : first.linked;
}

/** The seal of a wave whose boxes have been folded. @throws DomainError "not-found", "wrong-state" */
export async function closedSeal(context: Pick<StaffContext, "answers">, wave: string): Promise<WaveSeal> {
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  if (seal === undefined)
    throw new DomainError("not-found", "This wave was never opened, so it has no figures.");
  if (seal.phase === "open" || seal.phase === "closing") {
    throw new DomainError("wrong-state", "Figures are made once the wave has been closed. Close it first.");
  }
  return seal;
}

/**
 * The first release, with the plan of the frozen policy. If that is refused, everybody together without cuts is tried,
 * so that a wave does not end without figures because of one cut. A released wave is returned as it is; an interrupted
 * release is taken up where it was.
 * @throws DomainError "not-found", "wrong-state"
 */
export function releaseTables(
  context: ReleaseContext,
  wave: string,
  make: TablesMaker = makeTablesInWorker,
): Promise<ReleasedTables> {
  return oneAtATime(wave, async () => {
    const seal = await closedSeal(context, wave);
    if (seal.phase === "closed") {
      const plans = [seal.manifest.policy.cuts ?? [], []];
      const ledger = await context.people.read((db) => ledgerOf(db, wave));
      let done = ledger.some(({ refusal }) => refusal === null);
      // After a crash the ledger says how far the plans came.
      for (const cuts of plans.slice(ledger.length)) {
        if (!done) done = (await decidePlan(context, { seal, cuts, make })).published || cuts.length === 0;
      }
      await finish(context, seal);
    }
    const published = (await context.answers.read((db) => publishedIds(db, wave))).length;
    const tried = (await context.people.read((db) => ledgerOf(db, wave))).length;
    return { published, refused: tried - published };
  });
}

async function finish(context: ReleaseContext, { wave, manifest }: WaveSeal): Promise<void> {
  const released = { phase: "released" } as const;
  if (manifest.policy.retention.rule === "until-release") {
    await destroyDataset(context, wave, (tx) => updateWaveSeal(tx, wave, released));
  } else {
    await context.answers.write((tx) => updateWaveSeal(tx, wave, released));
  }
}
