/** The auditor, run again over everything that was ever released here. */
import { auditReport } from "../../analysis/report360/audit-report.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { everyReport } from "./store.ts";

/** One release, tried again. */
interface Tried {
  readonly name: string;
  readonly sentences: readonly string[];
}

/** Everything of one kind that was released, each tried as the release itself tries it. */
type TryReleases = (installation: Installation) => Promise<readonly Tried[]>;

const reports360: TryReleases = async ({ answers }) => {
  const reports = await answers.read(everyReport);
  return reports.map(({ wave, subject, report }) => {
    const tried = auditReport(report);
    return {
      name: `the report about ${subject} in wave ${wave}`,
      sentences: tried.publish ? [] : tried.findings.map(({ sentence }) => sentence),
    };
  });
};

const KINDS: readonly TryReleases[] = [reports360];

export async function checkReleases(installation: Installation): Promise<DoctorCheck> {
  const tried: Tried[] = [];
  for (const kind of KINDS) tried.push(...(await kind(installation)));
  return checkOf(
    {
      code: "releases",
      title: "Everything that was released",
      looked:
        "Every released figure, by the auditor: can anything about fewer persons than the minimum, or anybody's single answer, be worked out from all of them together?",
    },
    {
      findings: tried.flatMap(({ name, sentences }) =>
        sentences.map((sentence) => `In ${name}: ${sentence.replace(/ Nothing was published.*$/, "")}`),
      ),
      fine: `${counted(tried.length, "release")} tried; nothing about single persons follows from any of them.`,
    },
  );
}
