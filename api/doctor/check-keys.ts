/** Whether keys, sealed answers and datasets are gone where they should be, and tombstones stand in their place. */
import { UNRELEASED_KEPT_DAYS } from "../../surveys/disclosure-policy.ts";
import { manifestHash } from "../datasets/fingerprint.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import {
  type ExaminedSeal,
  everyDataset,
  everyRow,
  everySeal,
  everyTombstone,
  everyWave,
  wavesOfMail,
  wavesOfOldRows,
} from "./store.ts";

interface Remains {
  /** Rows that may hold answers or drafts, by wave. */
  readonly rows: ReadonlyMap<string, number>;
  readonly datasets: ReadonlySet<string>;
  /** Manifest hash by wave. */
  readonly tombstones: ReadonlyMap<string, string>;
}

function countByWave(waves: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const wave of waves) counts.set(wave, (counts.get(wave) ?? 0) + 1);
  return counts;
}

async function remainsOf({ answers }: Installation): Promise<Remains & { readonly seals: ExaminedSeal[] }> {
  return answers.read(async (db) => ({
    seals: await everySeal(db),
    rows: countByWave([...(await everyRow(db)).map(({ wave }) => wave), ...(await wavesOfOldRows(db))]),
    datasets: new Set((await everyDataset(db)).map(({ wave }) => wave)),
    tombstones: new Map((await everyTombstone(db)).map(({ wave, manifestHash: hash }) => [wave, hash])),
  }));
}

const DAY_MILLISECONDS = 86_400_000;
/** The server's jobs wait for a second look at the clock, and it may be stopped overnight. */
const GRACE_DAYS = 2;

/** Retention is due when the day that raters were told begins (UTC), with the release, or a year after closing. */
function mustBeDestroyed({ phase, manifest }: ExaminedSeal, closedAt: Date | null, now: Date): boolean {
  const { retention } = manifest.policy;
  const before = (days: number) => new Date(now.getTime() - days * DAY_MILLISECONDS);
  if (phase !== "closed" && phase !== "released") return false;
  if (retention.rule === "until-date") return retention.date <= before(1).toISOString().slice(0, 10);
  const forgotten = closedAt !== null && closedAt <= before(UNRELEASED_KEPT_DAYS + GRACE_DAYS);
  return phase === "released" || forgotten;
}

function findingsOf(
  seal: ExaminedSeal,
  remains: Remains,
  { closedAt, now }: { readonly closedAt: Date | null; readonly now: Date },
): string[] {
  const { wave, phase } = seal;
  const findings: string[] = [];
  const keys = seal.ticketKeyWrapped !== null || seal.sealKeyWrapped !== null;
  if (phase === "closed" || phase === "released") {
    if (keys) findings.push(`Wave ${wave} is closed, but a key that opens its sealed answers still exists.`);
    const left = remains.rows.get(wave) ?? 0;
    if (left > 0) findings.push(`Wave ${wave} is closed, but sealed answers or drafts of it are left.`);
  }
  const tombstone = remains.tombstones.get(wave);
  if (mustBeDestroyed(seal, closedAt, now)) {
    if (seal.datasetKeyWrapped !== null || remains.datasets.has(wave)) {
      findings.push(
        `The answers of wave ${wave} should have been destroyed by the rule its raters were told; they are still kept.`,
      );
    }
    if (tombstone === undefined)
      findings.push(`Wave ${wave} has no tombstone that says its answers were destroyed.`);
  }
  if (tombstone !== undefined && tombstone !== manifestHash(seal.manifest)) {
    findings.push(`What raters of wave ${wave} were told was changed after their answers were destroyed.`);
  }
  if (tombstone !== undefined && remains.datasets.has(wave)) {
    findings.push(`Wave ${wave} has a tombstone, and its answers all the same.`);
  }
  return findings;
}

async function peoplesSide({ people }: Installation, seals: readonly ExaminedSeal[]): Promise<string[]> {
  const phases = new Map(seals.map(({ wave, phase }) => [wave, phase]));
  const { waves, mails } = await people.read(async (db) => ({
    waves: await everyWave(db),
    mails: await wavesOfMail(db),
  }));
  return waves.flatMap(({ id, state, invitationKey }) => {
    const ended = state === "closed" || state === "releasing" || state === "released";
    if (!ended) return [];
    const mailed = mails.filter((wave) => wave === id).length;
    return [
      ...(invitationKey === null
        ? []
        : [`Wave ${id} is closed, but the key that makes its personal links still exists.`]),
      ...(mailed === 0
        ? []
        : [`Wave ${id} is closed, but ${counted(mailed, "mail")} with its links are kept.`]),
      ...(phases.get(id) === "open"
        ? [`Wave ${id} is closed for its coordinator, but answers could still be taken.`]
        : []),
    ];
  });
}

export async function checkKeys(installation: Installation): Promise<DoctorCheck> {
  const { seals, ...remains } = await remainsOf(installation);
  const closed = new Map(
    (await installation.people.read(everyWave)).map(({ id, closedAt }) => [id, closedAt]),
  );
  const findings = [
    ...seals.flatMap((seal) =>
      findingsOf(seal, remains, { closedAt: closed.get(seal.wave) ?? null, now: installation.now }),
    ),
    ...(await peoplesSide(installation, seals)),
  ];
  const open = seals.filter(({ phase }) => phase === "open").length;
  return checkOf(
    {
      code: "keys",
      title: "Destroyed when it should be",
      looked:
        "Of every wave its keys, sealed answers, drafts, dataset and tombstone, against its state and rule.",
    },
    {
      findings,
      fine: `${counted(seals.length, "wave")}, ${open} of them open; of ${counted(remains.tombstones.size, "wave")} nothing but the tombstone and the released figures is left.`,
    },
  );
}
