/** One wave as its coordinator sees it: settings, line-up in counts, warnings, progress. */
import { LIST_KEPT_DAYS } from "../../surveys/disclosure-policy.ts";
import type { StaffContext } from "../context.ts";
import { fingerprintWords } from "../datasets/fingerprint.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import { sealOf } from "../releases/store.ts";
import { personById } from "../roster/store.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { cutQuestions } from "./check-cuts.ts";
import { daysAgo } from "./end-lists.ts";
import { unreleasedEnds } from "./end-unreleased.ts";
import { type EndedList, endedList } from "./ended-list-store.ts";
import { findWave } from "./find-wave.ts";
import { FIXED_HOURS, nextFixedHour } from "./fixed-hours.ts";
import { auditHeadsOf } from "./note-audit-marks.ts";
import { lineUpWarnings, wholeProgress } from "./progress.ts";
import {
  assignmentsOfWave,
  groupCounts,
  type StoredWave,
  sentByName,
  storedProgress,
  subjectsOfWave,
  wavesOfProgramme,
} from "./store.ts";
import { troublesOf } from "./wave-troubles.ts";
import { workProgress } from "./work-under-way.ts";

/** Of answers with names what has come; of anonymous ones what was counted at the last fixed hour. */
async function progressOf(db: PeopleReader, wave: StoredWave, now: Date) {
  if (wave.identity === "identified") {
    const groups = (await sentByName(db, wave.id)).map(({ sent, ...group }) => ({ ...group, atLeast: sent }));
    return { exact: true, countedAt: null, nextAt: null, hours: [], whole: null, others: null, groups };
  }
  const stored = await storedProgress(db, wave.id);
  const figures = stored?.figures ?? [];
  const groups = figures.flatMap(({ subject, group, atLeast }) =>
    subject === null || group === null ? [] : [{ subject, group, atLeast }],
  );
  const others = figures.find(({ subject }) => subject === null);
  return {
    exact: false,
    countedAt: stored?.countedAt.toISOString() ?? null,
    nextAt: wave.state === "open" ? nextFixedHour(now).toISOString() : null,
    hours: [...FIXED_HOURS],
    whole: wholeProgress(figures),
    others: others === undefined ? null : { invited: others.invited, atLeast: others.atLeast },
    groups,
  };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readWave(
  context: Pick<StaffContext, "people" | "answers" | "clock" | "config">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
) {
  requireRole(staff, "coordinator");
  const { wave, programme, subjects, counts, raters, progress, ended } = await context.people.read(
    async (db) => {
      const found = await findWave(db, id);
      return {
        wave: found,
        programme: await programmeById(db, found.programmeId),
        subjects: await subjectsWithCoach(db, id),
        counts: await groupCounts(db, id),
        progress: await progressOf(db, found, context.clock()),
        raters: await ratersOf(db, id),
        ended: await endedList(db, id),
      };
    },
  );
  const definition = await definitionOfId(context, wave.definitionId);
  const auditHeads = await context.people.read((db) => auditHeadsOf(db, id));
  const seal = await context.answers.read((db) => sealOf(db, id));
  const { groups, languages } = definition.soundings;
  const language = languages[0] ?? "en";
  return {
    ...summaryOf(wave),
    programmeName: programme?.name ?? "",
    definitionTitle: definition.title[language] ?? definition.soundings.id,
    definitionVersion: definition.soundings.version,
    minutes: definition.soundings.minutes,
    groups: groups.map((group) => ({
      code: group.code,
      label: group.label[language] ?? group.code,
      attributed: group.attributed,
    })),
    cutQuestions: cutQuestions(definition),
    personalCode: definition.soundings.personalCode !== undefined,
    subjects,
    raters,
    /** When the list of who was asked was deleted, or will be; null before the wave has closed. */
    listEnds: listEnds(wave, ended)?.toISOString() ?? null,
    /** When answers that nobody releases are destroyed; null where they need not be. */
    unreleasedEnds: unreleasedEnds(wave)?.toISOString() ?? null,
    delivers: context.config.smtpUrl !== undefined || wave.identity === "identified",
    work: workProgress(id) ?? null,
    troubles: troublesOf(id),
    fingerprint: seal === undefined ? null : fingerprintWords(seal.manifest).join(" "),
    auditHeads,
    invalidBoxes: seal?.invalidBoxes ?? 0,
    invitations: counts.reduce((sum, row) => sum + row.invited, 0),
    invited: counts.map(({ subject, group, invited }) => ({ subject, group, invited })),
    progress,
    warnings: lineUpWarnings(counts, {
      groups,
      minimum: wave.policy.minimumGroupSize,
      smallGroups: wave.policy.smallGroups,
    }),
  };
}

async function ratersOf(db: PeopleReader, wave: string): Promise<number> {
  const ended = await endedList(db, wave);
  return ended?.raters ?? new Set((await assignmentsOfWave(db, wave)).map((row) => row.raterPersonId)).size;
}

function listEnds({ identity, closedAt }: StoredWave, ended: EndedList | undefined): Date | null {
  if (identity !== "anonymous" || closedAt === null) return null;
  return ended?.endedAt ?? daysAgo(closedAt, -LIST_KEPT_DAYS);
}

async function subjectsWithCoach(db: Parameters<typeof subjectsOfWave>[0], wave: string) {
  const names = new Map<string, string>();
  const subjects = await subjectsOfWave(db, wave);
  for (const { coachPersonId } of subjects) {
    if (!names.has(coachPersonId))
      names.set(coachPersonId, (await personById(db, coachPersonId))?.name ?? "");
  }
  return subjects.map(({ code, name, coachPersonId }) => ({
    code,
    name,
    coach: names.get(coachPersonId) ?? "",
  }));
}

function summaryOf(wave: StoredWave) {
  const { id, programmeId, title, kind, identity, state, policy } = wave;
  const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
  return {
    id,
    programme: programmeId,
    title,
    kind,
    identity,
    state,
    policy,
    closesAt: iso(wave.closesAt),
    openedAt: iso(wave.openedAt),
    closedAt: iso(wave.closedAt),
    releasedAt: iso(wave.releasedAt),
  };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function listWaves(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  { programme }: { readonly programme: string },
) {
  requireRole(staff, "coordinator");
  return context.people.read(async (db) => {
    if ((await programmeById(db, programme)) === undefined) {
      throw new DomainError("not-found", "There is no such programme. Choose one from the list.");
    }
    return (await wavesOfProgramme(db, programme)).map(summaryOf);
  });
}
