/** Letters for those who are invited and have no mail address: a code to type, and the same as a QR code. */
import { encode } from "uqr";
import { wordsOfMark } from "../../surveys/fingerprint-words.ts";
import { printedCode } from "../../surveys/letter-code.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { readInvitationKey } from "../invitations/invitation-key.ts";
import { invitationLink, secretOf } from "../invitations/invitation-secret.ts";
import { giveNewSecret } from "../invitations/replace-links.ts";
import { invitedPeople, type Recipient } from "../invitations/store.ts";
import { handlingsOf, noteHandling } from "../links-in-hand/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { findWave } from "../waves/find-wave.ts";
import type { StoredWave } from "../waves/store.ts";

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

/** @throws DomainError "not-found"; "wrong-state" unless it is an open anonymous staff survey */
async function findSurvey(db: PeopleReader, id: string): Promise<StoredWave> {
  const wave = await findWave(db, id);
  if (wave.kind !== "staff-survey" || wave.identity !== "anonymous" || wave.state !== "open") {
    throw new DomainError("wrong-state", "Letters are printed while an anonymous staff survey is open.");
  }
  return wave;
}

interface LetterPerson {
  readonly recipient: Recipient;
  /** How often a letter was printed. */
  readonly printed: number;
}

/** By site, unit and name: whether or not they have sent, or the list would tell who has. */
async function peopleByLetter(db: PeopleReader, wave: string): Promise<readonly LetterPerson[]> {
  const printed = new Map<string, number>();
  for (const { personId, way, times } of await handlingsOf(db, wave))
    if (way === "letter") printed.set(personId, (printed.get(personId) ?? 0) + times);
  const order = ({ site, unit, name }: Recipient) => `${site}\n${unit}\n${name}`;
  return (await invitedPeople(db, wave))
    .filter(({ mail }) => mail === null)
    .sort((a, b) => order(a).localeCompare(order(b)))
    .map((recipient) => ({ recipient, printed: printed.get(recipient.personId) ?? 0 }));
}

/** Whose letters there are and how often each was printed; no codes. @throws as printLetters */
export async function listLetters(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
) {
  requireRole(staff, "coordinator");
  return context.people.read(async (db) => {
    const wave = await findSurvey(db, id);
    const people = await peopleByLetter(db, id);
    return {
      title: wave.title,
      people: people.map(({ recipient: { personId, name, unit, site }, printed }) => ({
        id: personId,
        name,
        unit,
        site,
        printed,
      })),
    };
  });
}

export interface LettersWanted {
  readonly wave: string;
  /** Those who have none yet; everybody; or one person. Who has had one gets a new code, and the old one dies. */
  readonly whose: "not-yet-printed" | "everybody" | { readonly person: string };
}

function isWanted({ recipient, printed }: LetterPerson, whose: LettersWanted["whose"]): boolean {
  if (whose === "everybody") return true;
  if (whose === "not-yet-printed") return printed === 0;
  return recipient.personId === whose.person;
}

/**
 * Each code is printed once: a letter that is made again has a new one, so that a copy somebody kept is worth nothing,
 * and raters are told how many letters were printed, how many again, and by whom.
 * @throws DomainError "not-allowed", "not-found"; "wrong-state" unless it is an open anonymous staff survey
 */
export async function printLetters(
  context: Pick<StaffContext, "people" | "keys" | "clock" | "baseUrl">,
  staff: StaffMember,
  { wave: id, whose }: LettersWanted,
) {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const wave = await findSurvey(tx, id);
    const wanted = (await peopleByLetter(tx, id)).filter((person) => isWanted(person, whose));
    if (wanted.length === 0 && typeof whose === "object") {
      throw new DomainError("not-found", "This person gets no letter in this survey. Nothing was printed.");
    }
    const key = readInvitationKey(context.keys, wave);
    const now = context.clock();
    const letters: Letter[] = [];
    for (const { recipient: before, printed } of wanted) {
      const recipient = printed === 0 ? before : await giveNewSecret(tx, key, { recipient: before, now });
      const secret = secretOf(key, { id: recipient.invitation, hash: recipient.secretHash });
      const url = invitationLink(context.baseUrl(), wave, secret);
      const { name, unit, site } = recipient;
      letters.push({ name, unit, site, code: printedCode(secret), url, qr: qrOf(url) });
    }
    const people = wanted.map(({ recipient }) => recipient.personId);
    await noteHandling(tx, { waveId: id, way: "letter", staffPersonId: staff.personId, people });
    const again = wanted.filter(({ printed }) => printed > 0).length;
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "letters-printed",
      details: { wave: id, letters: letters.length, again },
    });
    return {
      title: wave.title,
      programmeName: (await programmeById(tx, wave.programmeId))?.name ?? "",
      address: `${context.baseUrl()}/r/${wave.id}`,
      words: wordsOfMark(wave.manifestMark),
      closesAt: wave.closesAt?.toISOString() ?? null,
      letters,
    };
  });
}
