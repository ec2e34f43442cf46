/** Whether the two stores belong together and are of the same time. */
import { FAULT_SENTENCES, storesFault } from "../generations/compare-stores.ts";
import { checkOf, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";

export async function checkStores(installation: Installation): Promise<DoctorCheck> {
  const fault = await storesFault(installation);
  return checkOf(
    {
      code: "stores",
      title: "Two stores of one time",
      looked:
        "What each store notes at every start of the server, and whether each knows the waves that the other knows.",
    },
    {
      findings: fault === undefined ? [] : [FAULT_SENTENCES[fault]],
      fine: "Both stores are of the same installation and the same time.",
    },
  );
}
