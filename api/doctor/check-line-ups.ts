/** Whether those on a wave's list are those whom its manifest commits to; erased entries leave it valid. */
import { createHash } from "node:crypto";
import { manifestChainText, readManifestChain } from "../../surveys/manifest-chain.ts";
import { leavesIn, lineUpCommitment, lineUpLeaf } from "../line-ups/line-up-commitment.ts";
import { lineUpEntries } from "../line-ups/store.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation, LookedAtPeople } from "./installation.ts";
import { committedLineUps, type ExaminedSeal, everySeal, everyWave } from "./store.ts";

interface Judged {
  readonly findings: readonly string[];
  readonly erased: number;
}

const hash = async (text: string) => new Uint8Array(createHash("sha256").update(text).digest());

async function judge(people: Pick<LookedAtPeople, "read">, seal: ExaminedSeal): Promise<Judged> {
  const { wave, manifest } = seal;
  const amendments = seal.amendments ?? [];
  const chain = await readManifestChain(manifestChainText(manifest, amendments), hash);
  if (chain === undefined)
    return { findings: [`What amends the manifest of wave ${wave} does not follow from it.`], erased: 0 };
  const { committed, entries } = await people.read(async (db) => ({
    committed: (await committedLineUps(db, wave)).find(({ amendment }) => amendment === amendments.length),
    entries: await lineUpEntries(db, wave),
  }));
  if (committed === undefined || lineUpCommitment(committed.leaves) !== chain.lineUp)
    return {
      findings: [`The list that the manifest of wave ${wave} commits to is missing or was replaced.`],
      erased: 0,
    };
  const leaves = leavesIn(committed.leaves);
  const found = entries.map(({ salt, ...entry }) =>
    salt === null ? "" : Buffer.from(lineUpLeaf({ ...entry, salt })).toString("base64url"),
  );
  const strangers = found.filter((leaf) => !leaves.has(leaf)).length;
  const twice = found.length - new Set(found).size;
  return {
    findings:
      strangers + twice === 0
        ? []
        : [
            `On the list of wave ${wave} ${counted(strangers + twice, "entry", "entries")} differ from those whom its manifest commits to: somebody was put in another's place, or into another group, after it was opened.`,
          ],
    // A list that was deleted as a whole, as raters were told, is no news.
    erased: found.length === 0 ? 0 : leaves.size - found.length,
  };
}

/** Lists of forms that are answered with one's name may grow while they are open. */
export async function checkLineUps({ people, answers }: Installation): Promise<DoctorCheck> {
  const seals = await answers.read(everySeal);
  const opened = (await people.read(everyWave)).filter(
    ({ identity, manifestMark }) => identity === "anonymous" && manifestMark !== null,
  );
  const judged: Judged[] = [];
  for (const { id } of opened) {
    const seal = seals.find(({ wave }) => wave === id);
    judged.push(
      seal === undefined
        ? { findings: [`Wave ${id} was opened, and its manifest is gone.`], erased: 0 }
        : await judge(people, seal),
    );
  }
  const erased = judged.reduce((sum, one) => sum + one.erased, 0);
  return checkOf(
    {
      code: "line-ups",
      title: "Who was asked",
      looked:
        "Every person on the list of every opened anonymous wave, with the entry's secret salt, against the commitment in the manifest and its amendments.",
    },
    {
      findings: judged.flatMap(({ findings }) => findings),
      remarks: erased > 0 ? [`${counted(erased, "entry", "entries")} of lists were erased since.`] : [],
      fine: `${counted(opened.length, "list")}: each entry is one that the manifest commits to.`,
    },
  );
}
