/** Whether what raters were told before they answered still stands: policy, thresholds, lists, one mailbox a rater. */

import { LIST_KEPT_DAYS, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { type ExaminedSeal, everyAssignment, everySeal, everyWave, mailsOfRaters } from "./store.ts";

type Wave = Awaited<ReturnType<typeof everyWave>>[number];
type Assignment = Awaited<ReturnType<typeof everyAssignment>>[number];

function belowFloors({ kind, policy }: Wave): boolean {
  if (kind !== "360" && kind !== "staff-survey") return false;
  const floors = POLICY_FLOORS[kind];
  return policy.minimumGroupSize < floors.minimumGroupSize || policy.minimumComments < floors.minimumComments;
}

/** Sizes of groups as the list of raters has them, in the form of the manifest. */
function sizesOf(assignments: readonly Assignment[]): string {
  const sizes = new Map<string, number>();
  for (const { subject, group } of assignments) {
    const key = JSON.stringify([subject, group]);
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return JSON.stringify([...sizes].sort());
}

function sizesTold({ manifest }: ExaminedSeal): string {
  return JSON.stringify(
    manifest.groups
      .map(({ subject, group, invited }) => [JSON.stringify([subject, group]), invited] as const)
      .sort(),
  );
}

/** The server's jobs wait for a second look at the clock, and it may be stopped overnight. */
const GRACE_DAYS = 2;

function findingsOf(
  wave: Wave,
  seal: ExaminedSeal,
  { assignments, overdue }: { readonly assignments: readonly Assignment[]; readonly overdue: Date },
): string[] {
  const own = assignments.filter(({ wave: id }) => id === wave.id);
  return [
    ...(canonicalJson(wave.policy) === canonicalJson(seal.manifest.policy)
      ? []
      : [`The rules of wave ${wave.id} were changed after its raters had read them.`]),
    ...(belowFloors(wave) ? [`Wave ${wave.id} has a smaller minimum than any wave may have.`] : []),
    ...(own.length > 0 && wave.closedAt !== null && wave.closedAt <= overdue
      ? [`The list of who was asked in wave ${wave.id} should have been deleted; it is still kept.`]
      : []),
    ...(own.length === 0 || sizesOf(own) === sizesTold(seal)
      ? []
      : [`The list of raters of wave ${wave.id} was changed after it was opened.`]),
  ];
}

/** "ann+2@example.org" arrives where "ann@example.org" does. */
function mailboxOf(address: string): string {
  const at = address.lastIndexOf("@");
  const name = address.slice(0, at).toLowerCase();
  return `${name.split("+")[0] ?? name}@${address.slice(at + 1).toLowerCase()}`;
}

/** How many addresses of one wave lead to a mailbox that another one leads to as well. */
function sharedMailboxes(mails: readonly string[]): number {
  const boxes = new Map<string, number>();
  for (const mail of mails) boxes.set(mailboxOf(mail), (boxes.get(mailboxOf(mail)) ?? 0) + 1);
  return [...boxes.values()].filter((count) => count > 1).reduce((sum, count) => sum + count, 0);
}

export async function checkPromises({ people, answers, now }: Installation): Promise<DoctorCheck> {
  const overdue = new Date(now.getTime() - (LIST_KEPT_DAYS + GRACE_DAYS) * 86_400_000);
  const seals = new Map((await answers.read(everySeal)).map((seal) => [seal.wave, seal]));
  const { waves, assignments, mails } = await people.read(async (db) => ({
    waves: await everyWave(db),
    assignments: await everyAssignment(db),
    mails: await mailsOfRaters(db),
  }));
  const opened = waves.filter(({ state, id }) => state !== "draft" && seals.has(id));
  const reissues = assignments.reduce((sum, row) => sum + row.reissues, 0);
  const shared = opened.flatMap(({ id }) => {
    const count = sharedMailboxes(mails.filter(({ wave }) => wave === id).map(({ mail }) => mail));
    return count === 0
      ? []
      : [
          `In wave ${id} ${count} raters share mailboxes with another rater: one person may answer for several, and a group may be smaller than it looks. Ask who they are.`,
        ];
  });
  return checkOf(
    {
      code: "promises",
      title: "What raters were told",
      looked:
        "Rules, minimum sizes and lists of every opened wave, against the manifest that its raters read.",
    },
    {
      findings: opened.flatMap((wave) => {
        const seal = seals.get(wave.id);
        return seal === undefined ? [] : findingsOf(wave, seal, { assignments, overdue });
      }),
      remarks: [
        ...shared,
        ...(reissues === 0
          ? []
          : [
              `${counted(reissues, "rater")} got a second ticket. Each could have answered twice; the reports say in which groups.`,
            ]),
      ],
      fine: `${counted(opened.length, "opened wave")}: rules and lists as on the raters' pages, no second tickets, no shared mailboxes.`,
    },
  );
}
