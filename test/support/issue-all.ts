/** Tickets for everybody in an open wave, for tests whose answers come without them. */
import type { StaffContext } from "../../api/context.ts";
import { assignmentsOfWave, markIssued } from "../../api/waves/store.ts";

export async function issueAll(
  { people, keys }: Pick<StaffContext, "people" | "keys">,
  wave: string,
): Promise<void> {
  await people.write(async (tx) => {
    const ids = (await assignmentsOfWave(tx, wave)).map(({ id }) => id);
    await markIssued(tx, keys, { wave, ids });
  });
}
