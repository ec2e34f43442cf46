/** Letters for those who are invited and have no mail address: a code to type, and the same as a QR code. */
import { encode } from "uqr";
import { wordsOfMark } from "../../surveys/fingerprint-words.ts";
import { printedCode } from "../../surveys/letter-code.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { readInvitationKey } from "../invitations/invitation-key.ts";
import { invitationLink, secretOf } from "../invitations/invitation-secret.ts";
import { invitedWithoutMail } from "../invitations/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import { findWave } from "../waves/find-wave.ts";

/** White modules around the code, as ISO/IEC 18004 asks. */
const QUIET_ZONE = 4;

export interface Letter {
  /** Whom the letter is handed to. */
  readonly name: string;
  readonly unit: string;
  readonly site: string;
  /** Typed at the address without its last part. */
  readonly code: string;
  readonly url: string;
  /** Modules of the QR code along one side, quiet zone included, and the dark ones as SVG path data. */
  readonly qr: { readonly size: number; readonly path: string };
}

function qrOf(text: string): Letter["qr"] {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  let path = "";
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) path += `M${x} ${y}h1v1h-1z`;
    });
  });
  return { size, path };
}

/**
 * Letters of everybody who has no mail address, whether or not they have sent: letters of those who have not would
 * tell by name who has. Somebody who prints them could answer in their place, as with every list of raters that staff
 * make; the audit log says who printed.
 * @throws DomainError "not-allowed", "not-found"; "wrong-state" unless it is an open anonymous staff survey
 */
export async function printLetters(
  context: Pick<StaffContext, "people" | "keys" | "clock" | "baseUrl">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
) {
  requireRole(staff, "coordinator");
  const { wave, programme, recipients } = await context.people.read(async (db) => {
    const found = await findWave(db, id);
    return {
      wave: found,
      programme: await programmeById(db, found.programmeId),
      recipients: await invitedWithoutMail(db, id),
    };
  });
  if (wave.kind !== "staff-survey" || wave.identity !== "anonymous" || wave.state !== "open") {
    throw new DomainError("wrong-state", "Letters are printed while an anonymous staff survey is open.");
  }
  const key = readInvitationKey(context.keys, wave);
  const address = `${context.baseUrl()}/r/${wave.id}`;
  const letters = recipients
    .map(({ invitation, secretHash, name, unit, site }): Letter & { readonly order: string } => {
      const secret = secretOf(key, { id: invitation, hash: secretHash });
      const url = invitationLink(context.baseUrl(), wave, secret);
      const order = `${site}\n${unit}\n${name}`;
      return { name, unit, site, code: printedCode(secret), url, qr: qrOf(url), order };
    })
    .sort((a, b) => a.order.localeCompare(b.order))
    .map(({ order: _order, ...letter }) => letter);
  await context.people.write((tx) =>
    appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "letters-printed",
      details: { wave: id, letters: letters.length },
    }),
  );
  return {
    title: wave.title,
    programmeName: programme?.name ?? "",
    address,
    words: wordsOfMark(wave.manifestMark),
    closesAt: wave.closesAt?.toISOString() ?? null,
    letters,
  };
}
