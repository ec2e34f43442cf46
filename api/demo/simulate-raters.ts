/** Invented raters of the demo: their answers arrive sealed, as answers do, and count as theirs. */
import { createHash, randomBytes } from "node:crypto";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { sealBox } from "../../surveys/seal-box.ts";
import type { StaffContext } from "../context.ts";
import { waveSeal } from "../keys/store.ts";
import { insertResponse } from "../responses/store.ts";
import { assignmentsOfWave, markIssued } from "../waves/store.ts";
import { inventAnswers, inventProfile, type Profile, type Random } from "./invent-answers.ts";

export interface Simulation {
  readonly wave: string;
  readonly definition: SurveyDefinition;
  readonly random: Random;
  /** Who leaves their form unsent. */
  readonly isSilent: (assignment: {
    readonly subjectCode: string;
    readonly raterPersonId: string;
  }) => boolean;
}

async function manifestOf(context: Pick<StaffContext, "answers">, wave: string): Promise<Manifest> {
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  if (seal === undefined) throw new RangeError("simulateRaters requires an open wave");
  return seal.manifest;
}

/** @returns how many answers were sent. */
export async function simulateRaters(
  context: Pick<StaffContext, "people" | "answers" | "keys">,
  { wave, definition, random, isSilent }: Simulation,
): Promise<number> {
  const manifest = await manifestOf(context, wave);
  const assignments = (await context.people.read((db) => assignmentsOfWave(db, wave)))
    .filter((assignment) => !isSilent(assignment))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const profiles = new Map<string, Profile>();
  for (const { subjectCode: subject, group } of assignments) {
    const profile = profiles.get(subject) ?? inventProfile(definition, random);
    profiles.set(subject, profile);
    const scope = { wave, subject, group };
    const box = await sealBox(manifest, scope, inventAnswers(definition, { group, profile }, random));
    if (box === undefined) throw new RangeError("invented answers require a larger box");
    await context.answers.write((tx) =>
      insertResponse(tx, {
        ...scope,
        spend: new Uint8Array(randomBytes(32)),
        bodyHash: new Uint8Array(createHash("sha256").update(box).digest()),
        box,
      }),
    );
  }
  await context.people.write((tx) =>
    markIssued(tx, context.keys, { wave, ids: assignments.map((assignment) => assignment.id) }),
  );
  return assignments.length;
}
