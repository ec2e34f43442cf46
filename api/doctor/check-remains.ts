/** Whether the files still hold something that was deleted. */
import type { SqliteImage } from "../storage/sqlite-image.ts";
import { checkOf, counted, type DoctorCheck } from "./doctor-report.ts";
import type { Installation } from "./installation.ts";
import { freePages } from "./sqlite-pages.ts";

/** A server that runs cuts its log off within a second of each write; another program that reads keeps it from that. */
const LOG_CUT_WITHIN_MINUTES = 1;

function inFile(
  name: string,
  { bytes, log, changedAt, framesLeftOver, framesInUse }: SqliteImage,
  now: Date,
) {
  const { free, holding } = freePages(bytes);
  const minutes = (now.getTime() - changedAt.getTime()) / 60_000;
  const frames = framesInUse + framesLeftOver;
  const findings = [
    ...(holding === 0
      ? []
      : [
          `${name}: ${holding} of ${counted(free, "free page")} still hold what was deleted. It was deleted by something else than this server, which overwrites.`,
        ]),
    ...(log.length > 0 && minutes > LOG_CUT_WITHIN_MINUTES
      ? [
          `${name}: its log of ${counted(frames, "page")} was left behind by a server that did not stop properly. It keeps the order of arrival and what was deleted since. Start the server and stop it with Ctrl+C.`,
        ]
      : []),
  ];
  const fresh = log.length > 0 && minutes <= LOG_CUT_WITHIN_MINUTES;
  const remarks = fresh
    ? [
        `${name}: its log holds ${counted(frames, "page")}, in order of writing. The running server cuts it off within a second; copy the files after a stop, or with VACUUM INTO.`,
      ]
    : [];
  return { findings, remarks };
}

export async function checkRemains({ people, answers, now }: Installation): Promise<DoctorCheck> {
  const frame = {
    code: "remains",
    title: "Remains of what was deleted",
    looked: "Free pages of the files, and the logs beside them.",
  };
  if (people.image === undefined || answers.image === undefined) {
    const sentence =
      "Postgres keeps deleted rows until its own clearing, and a log of all changes for as long as it is set up to. This program cannot see either: ask who runs the database how long logs and copies are kept.";
    return { ...frame, state: "not-checked", sentences: [sentence] };
  }
  const found = [
    inFile("The people's store", people.image, now),
    inFile("The answers' store", answers.image, now),
  ];
  return checkOf(frame, {
    findings: found.flatMap(({ findings }) => findings),
    remarks: found.flatMap(({ remarks }) => remarks),
    fine: "No free page holds anything, and the logs are empty.",
  });
}
