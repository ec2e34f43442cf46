/** Invented raters of the demo: their answers arrive sealed, as answers do, and count as theirs. */
import { createHash, randomBytes } from "node:crypto";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { sealBox } from "../../surveys/seal-box.ts";
import type { StaffContext } from "../context.ts";
import { openSealedWaves } from "../keys/sealed-waves.ts";
import { type RowScope, rowsOf } from "../responses/sealed-rows.ts";
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

/** Stores an answer as if it had come with a ticket. */
export async function answersArrive(
  context: Pick<StaffContext, "answers" | "keys">,
  wave: string,
): Promise<{
  readonly manifest: Manifest;
  readonly store: (scope: RowScope, box: Uint8Array) => Promise<void>;
}> {
  const open = await openSealedWaves(context).open(wave);
  if (open === undefined || open === "closed") throw new RangeError("answers arrive in open waves only");
  return {
    manifest: open.manifest,
    store: (scope, box) =>
      context.answers.write(async (tx) => {
        const name = new Uint8Array(randomBytes(32));
        const companion = new Uint8Array(createHash("sha256").update(box).digest());
        const rows = await rowsOf(tx, open.rowKey, "answer");
        if ((await rows.put({ name, companion, box }, scope)) === "full")
          throw new RangeError("no more answers arrive than people were invited");
      }),
  };
}

/** @returns how many answers were sent. */
export async function simulateRaters(
  context: Pick<StaffContext, "people" | "answers" | "keys">,
  { wave, definition, random, isSilent }: Simulation,
): Promise<number> {
  const { manifest, store } = await answersArrive(context, wave);
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
    await store({ subject, group }, box);
  }
  await context.people.write((tx) =>
    markIssued(tx, context.keys, { wave, ids: assignments.map((assignment) => assignment.id) }),
  );
  return assignments.length;
}
