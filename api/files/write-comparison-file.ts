/** An evaluator or coordinator takes a comparison of released waves away as a file. */
import { comparisonBook } from "../../analysis/files/comparison-book.ts";
import type { FileSource } from "../../analysis/files/file-notes.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { type ComparisonRequest, compareSurveys } from "../comparisons/compare-surveys.ts";
import type { StaffContext } from "../context.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import type { StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import { findReleasedSurvey } from "../staff-releases/released-tables.ts";
import type { FileFormat, WrittenFile } from "./file-format.ts";
import { takeAway } from "./take-away.ts";

type FilesContext = Pick<StaffContext, "people" | "answers" | "clock">;
type Compared = Awaited<ReturnType<typeof compareSurveys>>;

interface Source {
  readonly source: FileSource;
  readonly definition: SurveyDefinition;
}

async function sourceOf(context: FilesContext, input: Compared["inputs"][number]): Promise<Source> {
  const { wave, programme } = await context.people.read(async (db) => {
    const found = await findReleasedSurvey(db, input.wave);
    return { wave: found, programme: await programmeById(db, found.programmeId) };
  });
  const definition = readDefinition(await formTextOf(context, wave.definitionId));
  const { id, version } = definition.soundings;
  return {
    source: {
      programme: programme?.name ?? "",
      wave: wave.id,
      title: wave.title,
      survey: { id, version },
      release: input.release,
      datasetHash: input.datasetHash,
      policy: wave.policy,
    },
    definition,
  };
}

/** @throws DomainError as compareSurveys */
export async function writeComparisonFile(
  context: FilesContext,
  staff: StaffMember,
  { format, ...request }: ComparisonRequest & { readonly format: FileFormat },
): Promise<WrittenFile> {
  const { comparison, rates, linked, hash, inputs } = await compareSurveys(context, staff, request);
  const sources: Source[] = [];
  for (const input of inputs) sources.push(await sourceOf(context, input));
  const book = comparisonBook({
    sources: sources.map(({ source }) => source),
    definitions: sources.map(({ definition }) => definition),
    comparison,
    rates,
    linked: linked?.changes ?? null,
    hash,
  });
  const [firstTitle = "", lastTitle = ""] = [sources.at(0), sources.at(-1)].map((one) => one?.source.title);
  return takeAway(context, staff, {
    book,
    format,
    called: ["Comparison", firstTitle, "to", lastTitle],
    of: { waves: inputs.map(({ wave }) => wave) },
  });
}
