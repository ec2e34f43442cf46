/** The rounds of mentoring of a programme, and one of them with its forms and people. */
import { takesPlace } from "../../../analysis/mentoring/relationship-state.ts";
import type { RoundSettings } from "../../../analysis/mentoring/round-settings.ts";
import { OFFER_RIGHTS, REQUEST_RIGHTS, visibleTo } from "../../../analysis/mentoring/visibility.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { reaches, requireRole, type StaffMember } from "../../permissions.ts";
import { programmeById } from "../../programmes/store.ts";
import { everyPerson } from "../../roster/store.ts";
import type { PeopleReader } from "../../storage/people-store.ts";
import { findWave } from "../../waves/find-wave.ts";
import { poolOfRound } from "../board/collect-inputs.ts";
import { openAlerts, relationshipsOfRound } from "../relationships/store.ts";
import { findRound } from "./find-round.ts";
import { askedInWave, everyRound, formsOfWave, invitationsOf, type StoredRound } from "./store.ts";

interface FormProgress {
  readonly wave: string;
  readonly state: string;
  readonly asked: number;
  readonly sent: number;
}

export interface RoundSummary {
  readonly id: string;
  readonly title: string;
  readonly programme: string;
  readonly programmeName: string;
  readonly createdAt: string;
  readonly requests: FormProgress;
  readonly offers: FormProgress;
  readonly pairs: {
    readonly asked: number;
    readonly accepted: number;
    readonly active: number;
    readonly ended: number;
  };
  /** Pairs that need the coordinator today. */
  readonly alerts: number;
}

async function progressOf(db: PeopleReader, waveId: string): Promise<FormProgress> {
  const wave = await findWave(db, waveId);
  return {
    wave: waveId,
    state: wave.state,
    asked: await askedInWave(db, waveId),
    sent: (await formsOfWave(db, waveId)).length,
  };
}

async function summaryOf(db: PeopleReader, round: StoredRound): Promise<RoundSummary> {
  const pairs = await relationshipsOfRound(db, round.id);
  const inState = (state: string) => pairs.filter((pair) => pair.state === state).length;
  return {
    id: round.id,
    title: round.title,
    programme: round.programmeId,
    programmeName: (await programmeById(db, round.programmeId))?.name ?? "",
    createdAt: round.createdAt.toISOString(),
    requests: await progressOf(db, round.requestWaveId),
    offers: await progressOf(db, round.offerWaveId),
    pairs: {
      asked: inState("asked"),
      accepted: inState("accepted"),
      active: inState("active"),
      ended: inState("ended"),
    },
    alerts: (await openAlerts(db, round.id)).length,
  };
}

/** Of one programme, or of all; newest last. @throws DomainError "not-allowed" */
export async function listRounds(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  { programme }: { readonly programme?: string | undefined },
): Promise<readonly RoundSummary[]> {
  requireRole(staff, "coordinator");
  return context.people.read(async (db) => {
    const rounds = (await everyRound(db)).filter(
      ({ programmeId }) =>
        (programme === undefined || programmeId === programme) && reaches(staff, programmeId, "coordinator"),
    );
    const summaries: RoundSummary[] = [];
    for (const round of rounds) summaries.push(await summaryOf(db, round));
    return summaries;
  });
}

export interface RoundDetail extends RoundSummary {
  readonly settings: RoundSettings;
  /** Grades on the list of people, to put in order. */
  readonly gradesKnown: readonly string[];
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readRound(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  { round: id }: { readonly round: string },
): Promise<RoundDetail> {
  requireRole(staff, "coordinator");
  return context.people.read(async (db) => {
    const round = await findRound(db, id);
    const grades = new Set((await everyPerson(db)).map(({ grade }) => grade).filter((grade) => grade !== ""));
    return {
      ...(await summaryOf(db, round)),
      settings: round.settings,
      gradesKnown: [...grades].sort(),
    };
  });
}

export interface RoundPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly side: "mentee" | "mentor";
  /** What the coordinator may know: asked one by one, or by the wave's list; sent is a form that came with a name. */
  readonly invitedAt: string | null;
  readonly because: "asked" | "coaching-ended" | null;
  readonly sent: boolean;
  readonly standing: "available" | "paused" | "ended" | "stopped";
  readonly workshops: readonly string[];
  readonly live: number;
}

/** Everybody who sent a form or was asked one by one. @throws DomainError "not-allowed", "not-found" */
export async function listRoundPeople(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id }: { readonly round: string },
): Promise<readonly RoundPerson[]> {
  requireRole(staff, "coordinator");
  return context.people.read(async (db) => {
    const pool = await poolOfRound(db, id, context.clock());
    const invitations = await invitationsOf(db, id);
    const rows = (["mentee", "mentor"] as const).flatMap((side) => {
      const forms = side === "mentee" ? pool.requests : pool.offers;
      const asked = invitations.filter((invitation) => invitation.side === side);
      const people = new Set([...forms.keys(), ...asked.map(({ personId }) => personId)]);
      return [...people].map((personId) => ({ side, personId, sent: forms.has(personId) }));
    });
    return rows
      .map(({ side, personId, sent }): RoundPerson => {
        const person = pool.personOf.get(personId);
        const invitation = invitations.find((row) => row.personId === personId && row.side === side);
        const live = pool.relationships.filter(
          (pair) =>
            takesPlace(pair.state) &&
            (side === "mentee" ? pair.menteePersonId : pair.mentorPersonId) === personId,
        );
        return {
          id: personId,
          name: person?.name ?? "",
          unit: person?.unit ?? "",
          side,
          invitedAt: invitation?.invitedAt.toISOString() ?? null,
          because: invitation?.because ?? null,
          sent,
          standing: pool.standings.get(`${side} ${personId}`) ?? "available",
          workshops: pool.workshops.get(personId) ?? [],
          live: live.length,
        };
      })
      .sort((a, b) => a.name.localeCompare(b.name) || a.side.localeCompare(b.side));
  });
}

/** One person's forms, as far as the coordinator may read them: all of it. */
export async function readRoundPerson(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id, person }: { readonly round: string; readonly person: string },
): Promise<{
  readonly request: Readonly<Record<string, unknown>> | null;
  readonly offer: Readonly<Record<string, unknown>> | null;
}> {
  requireRole(staff, "coordinator");
  const pool = await context.people.read((db) => poolOfRound(db, id, context.clock()));
  const request = pool.requests.get(person);
  const offer = pool.offers.get(person);
  if (request === undefined && offer === undefined) {
    throw new DomainError("not-found", "This person has sent no form in this round.");
  }
  return {
    request: request === undefined ? null : visibleTo("coordinator", REQUEST_RIGHTS, request.answers),
    offer: offer === undefined ? null : visibleTo("coordinator", OFFER_RIGHTS, offer.answers),
  };
}
