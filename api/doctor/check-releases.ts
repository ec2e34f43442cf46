/** The auditor, run again over everything that was ever released here. */
import type { Finding } from "../../analysis/disclosure-audit/finding.ts";
import { auditReport } from "../../analysis/report360/audit-report.ts";
import { auditTables } from "../../analysis/staff-tables/audit-tables.ts";
import { releaseNumber } from "../staff-releases/store.ts";
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
  const releases = (await answers.read(everyTableRelease)).map((release) => ({
    ...release,
    number: releaseNumber(release.id),
  }));
  return releases.map(({ wave, number, tables }) => {
    const earlier = releases
      .filter((other) => other.wave === wave && other.number < number)
      .sort((a, b) => a.number - b.number)
      .map((other) => ({ name: `release ${other.number}`, tables: other.tables }));
    return {
      name: `the tables of release ${number} of wave ${wave}`,
      findings: auditTables(tables, { earlier }).findings,
    };
  });
};

const KINDS: readonly TryReleases[] = [reports360, staffTables];

/** "Nothing was published" is true at a release, and not here. */
function worded({ sentence }: Finding): string {
  return sentence.replace(/ Nothing was published.*$/, "");
}

function triedInPart(releases: readonly Tried[]): string {
  const names = releases.map(({ name }) => name).join(", ");
  return `Of these only parts could be tried again: ${names}. How many persons belong to two cuts at once, of one release or of two, was known when they were released and is not kept. They were tried as a whole then, with all before them.`;
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
      remarks: inPart.length === 0 ? [] : [triedInPart(inPart)],
      fine: `${counted(tried.length, "release")} tried; nothing about single persons follows from any of them.`,
    },
  );
}
