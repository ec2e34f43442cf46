/** The ledger forgets waves that nobody released: without answers there will never be a figure of them. */
import type { StaffContext } from "../context.ts";
import { hasTombstone } from "../datasets/store.ts";
import { closedWavesInLedger, emptyLedgerWave } from "./store.ts";

/** To be called when answers were destroyed, and at every start, for a stop may have come in between. */
export async function forgetWavesWithoutFigures({
  people,
  answers,
}: Pick<StaffContext, "people" | "answers">): Promise<void> {
  for (const wave of await people.read(closedWavesInLedger)) {
    if (!(await answers.read((db) => hasTombstone(db, wave)))) continue;
    await people.write((tx) => emptyLedgerWave(tx, wave));
    await people.scrub();
  }
}
