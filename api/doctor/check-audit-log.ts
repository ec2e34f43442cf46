/** Whether the audit log is whole, and holds nothing about raters. */
import { verifyAuditChain } from "../audit/verify-audit-chain.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";

export async function checkAuditLog({ people }: Installation): Promise<DoctorCheck> {
  const verdict = await people.read(verifyAuditChain);
  return checkOf(
    {
      code: "audit-log",
      title: "Audit log of what staff did",
      looked: "Each entry's hash, worked out again from the entry and the one before.",
    },
    verdict.intact
      ? {
          fine: `${counted(verdict.events, "entry", "entries")} in one unbroken chain. Its last hash is ${verdict.headHash}; compare it with one you noted earlier to see that no entry was cut off since.`,
        }
      : {
          findings: [
            `The chain is broken at entry ${verdict.brokenAt}: that entry, or one before it, was changed or removed after it was written.`,
          ],
          fine: "",
        },
  );
}
