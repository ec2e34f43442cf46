/** Whether the audit log is whole, goes as far as the answers' store says, and agrees with what was done. */
import { verifyAuditChain } from "../audit/verify-audit-chain.ts";
import { disagreementsWithLog } from "./check-log-against-stores.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { everyAssignment, everyEvent, everySeal, everyWave } from "./store.ts";

/** What is said of a head hash that somebody noted down earlier. */
function saidOfHead(head: string | undefined, hashes: readonly string[]) {
  if (head === undefined) return {};
  const place = hashes.indexOf(head.toLowerCase());
  if (place < 0)
    return {
      finding: `The log does not hold the hash ${head}: entries were cut off or rewritten since it was noted, or it is of another installation.`,
    };
  return {
    remark: `The log holds the hash that you noted: it is that of entry ${place + 1} of ${hashes.length}.`,
  };
}

export async function checkAuditLog({ people, answers, head }: Installation): Promise<DoctorCheck> {
  const { verdict, events, waves, assignments } = await people.read(async (db) => ({
    verdict: await verifyAuditChain(db),
    events: await everyEvent(db),
    waves: await everyWave(db),
    assignments: await everyAssignment(db),
  }));
  const seals = await answers.read(everySeal);
  const said = saidOfHead(
    head,
    events.map(({ hash }) => hash),
  );
  const broken = verdict.intact
    ? []
    : [
        `The chain is broken at entry ${verdict.brokenAt}: that entry, or one before it, was changed or removed after it was written.`,
      ];
  const headHash = verdict.intact ? verdict.headHash : "";
  return checkOf(
    {
      code: "audit-log",
      title: "Audit log of what staff did",
      looked:
        "Each entry's hash, worked out again from the entry and the one before; where the answers' store says that the log stood when waves were opened, closed and released; rules, manifests and second tickets, against what was written down.",
    },
    {
      findings: [
        ...broken,
        ...(said.finding === undefined ? [] : [said.finding]),
        ...disagreementsWithLog({ events, seals, waves, assignments }),
      ],
      remarks: said.remark === undefined ? [] : [said.remark],
      fine: `${counted(events.length, "entry", "entries")} in one unbroken chain. Its last hash is ${headHash}; note it, and give it to a later examination with --head.`,
    },
  );
}
