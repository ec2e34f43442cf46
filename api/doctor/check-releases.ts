/** The auditor, run again over everything that was ever released here. */
import type { Finding } from "../../analysis/disclosure-audit/finding.ts";
import { auditReport } from "../../analysis/report360/audit-report.ts";
import { auditTables } from "../../analysis/staff-tables/audit-tables.ts";
import { threadSolver } from "../audit-worker/thread-solver.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { LookedAtAnswers } from "./installation.ts";
import { everyReport, everyTableRelease } from "./store.ts";

/** Where the releases lie. */
interface Releases {
  readonly answers: Pick<LookedAtAnswers, "read">;
}

/** One release, tried again. */
interface Tried {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** Everything of one kind that was released, each tried as the release itself tries it. */
type TryReleases = (releases: Releases) => Promise<readonly Tried[]>;

const reports360: TryReleases = async ({ answers }) => {
  const reports = await answers.read(everyReport);
  return reports.map(({ wave, subject, report }) => {
    const tried = auditReport(report);
    return {
      name: `the report about ${subject} in wave ${wave}`,
      findings: tried.publish ? [] : tried.findings,
    };
  });
};

const staffTables: TryReleases = async ({ answers }) => {
  const releases = await answers.read(everyTableRelease);
  const solver = releases.length === 0 ? undefined : await threadSolver();
  return releases.map(({ id, tables }) => ({
    name: `the tables of release ${id}`,
    findings: auditTables(tables, solver === undefined ? {} : { solver }).findings,
  }));
};

const KINDS: readonly TryReleases[] = [reports360, staffTables];

/** "Nothing was published" is true at a release, and not here. */
function worded({ sentence }: Finding): string {
  return sentence.replace(/ Nothing was published.*$/, "");
}

export async function checkReleases(releases: Releases): Promise<DoctorCheck> {
  const tried: Tried[] = [];
  for (const kind of KINDS) tried.push(...(await kind(releases)));
  const broken = tried.flatMap(({ name, findings }) =>
    findings.filter(({ kind }) => kind !== "not-checked").map((found) => `In ${name}: ${worded(found)}`),
  );
  const inPart = tried.filter(({ findings }) => findings.some(({ kind }) => kind === "not-checked"));
  return checkOf(
    {
      code: "releases",
      title: "Everything that was released",
      looked:
        "Every released figure, by the auditor: can anything about fewer persons than the minimum, or anybody's single answer, be worked out from all of them together?",
    },
    {
      findings: broken,
      remarks: inPart.map(
        ({ name }) =>
          `Of ${name} only parts could be tried again: how many persons belong to two cuts at once was known when it was released and is not kept. It was tried as a whole then.`,
      ),
      fine: `${counted(tried.length, "release")} tried; nothing about single persons follows from any of them.`,
    },
  );
}
