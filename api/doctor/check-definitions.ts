/** Whether every stored form is one: what stands there beside forms could explain away a value that links. */
import { loadDefinition } from "../../surveys/load-definition.ts";
import { definitionIdOf } from "../definitions/publish-definition.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { everyDefinition } from "./store.ts";

/** Its id is that of its text, and its text is a form without problems, in its one canonical shape. */
function isForm({ id, canonical }: { readonly id: string; readonly canonical: string }): boolean {
  const loaded = loadDefinition(canonical);
  if (!("definition" in loaded)) return false;
  return loaded.definition.canonical === canonical && definitionIdOf(loaded.definition) === id;
}

export async function checkDefinitions({ answers }: Installation): Promise<DoctorCheck> {
  const stored = await answers.read(everyDefinition);
  const others = stored.filter((row) => !isForm(row)).length;
  return checkOf(
    {
      code: "definitions",
      title: "Forms",
      looked:
        "Every stored form: whether it is one, without problems, under the id that follows from its text.",
    },
    {
      findings:
        others === 0
          ? []
          : [
              `${counted(others, "stored form")} would not have been published by this program: something else was put there.`,
            ],
      fine: `${counted(stored.length, "form")}, each as it was published.`,
    },
  );
}
