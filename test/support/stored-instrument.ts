/** A shipped instrument as a server has published it: its newest version, with the id that waves name. */
import type { StaffContext } from "../../api/context.ts";
import { listDefinitions } from "../../api/definitions/read-definitions.ts";

export async function storedInstrument(context: Pick<StaffContext, "answers">, instrument: string) {
  const listed = await listDefinitions(context);
  const found = listed.find(({ definition }) => definition.soundings.id === instrument);
  if (found === undefined) throw new RangeError(`${instrument} is not shipped`);
  return found;
}
