/** A drafted wave is opened, and everybody who is asked answers. */
import { definitionOfId } from "../../api/definitions/read-definitions.ts";
import type { Random } from "../../api/demo/invent-answers.ts";
import { simulateRaters } from "../../api/demo/simulate-raters.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import type { StaffWorld } from "./staff-world.ts";

export async function openAndAnswer(
  { context, coordinator }: StaffWorld,
  wave: string,
  random: Random,
): Promise<void> {
  await openWave(context, coordinator, { wave });
  const { definitionId } = await context.people.read((db) => findWave(db, wave));
  const definition = await definitionOfId(context, definitionId);
  await simulateRaters(context, { wave, definition, random, isSilent: () => false });
}
