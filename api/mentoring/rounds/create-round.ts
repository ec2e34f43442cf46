/** Begins a round of mentoring in a programme: a draft wave for each side's form, and the key of personal links. */
import { randomBytes } from "node:crypto";
import { USUAL_ROUND_SETTINGS } from "../../../analysis/mentoring/round-settings.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { listDefinitions } from "../../definitions/read-definitions.ts";
import { DomainError } from "../../errors.ts";
import { reaches, requireRole, type StaffMember } from "../../permissions.ts";
import { requireProgramme } from "../../programmes/require-programme.ts";
import { newId } from "../../short-id.ts";
import { createWave } from "../../waves/create-wave.ts";
import { LINK_KEY_PURPOSE } from "../personal/personal-link.ts";
import { insertRound } from "./store.ts";

export interface RoundRequest {
  readonly programme: string;
  readonly title: string;
}

export interface NewRound {
  readonly id: string;
  readonly requestWave: string;
  readonly offerWave: string;
}

const REQUEST_FORM = "mentee-request";
const OFFER_FORM = "mentor-offer";

async function newestForm(context: Pick<StaffContext, "answers">, id: string): Promise<string> {
  const form = (await listDefinitions(context)).find(({ definition }) => definition.soundings.id === id);
  if (form === undefined) {
    throw new DomainError("not-found", `The form "${id}" is not published here. Publish it first.`);
  }
  return form.id;
}

/**
 * @returns ids of the round and of its two waves, both drafts: import who is asked, then open them.
 * @throws DomainError "not-allowed", "not-found" (programme or form)
 */
export async function createRound(
  context: Pick<StaffContext, "people" | "answers" | "keys" | "clock">,
  staff: StaffMember,
  { programme, title }: RoundRequest,
): Promise<NewRound> {
  requireRole(staff, "coordinator");
  // A programme of others is answered as one that is not there.
  await context.people.read((db) =>
    requireProgramme(db, reaches(staff, programme, "coordinator") ? programme : ""),
  );
  const wave = async (form: string, name: string) =>
    createWave(context, staff, {
      programme,
      definition: await newestForm(context, form),
      title: `${title.trim()}: ${name}`,
    });
  const requestWave = await wave(REQUEST_FORM, "requests for a mentor");
  const offerWave = await wave(OFFER_FORM, "offers to mentor");
  const id = newId();
  await context.people.write(async (tx) => {
    const now = context.clock();
    await insertRound(tx, {
      id,
      programmeId: programme,
      title: title.trim(),
      requestWaveId: requestWave,
      offerWaveId: offerWave,
      settings: USUAL_ROUND_SETTINGS,
      linkKey: context.keys.wrap(new Uint8Array(randomBytes(32)), LINK_KEY_PURPOSE),
      createdAt: now,
    });
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "mentoring-round-created",
      details: { round: id, requestWave, offerWave },
    });
  });
  return { id, requestWave, offerWave };
}
