/** An evaluator's figures of a programme's mentoring: counted again only when enough people have been added. */
import {
  type CountedPair,
  countFigures,
  type RoundCounts,
} from "../../../analysis/mentoring/count-figures.ts";
import { EXIT_REASONS } from "../../../analysis/mentoring/exit-reasons.ts";
import { NOTHING_HELD } from "../../../analysis/mentoring/held-figures.ts";
import type { MentoringFigures } from "../../../analysis/mentoring/mentoring-figures-model.ts";
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import { canonicalJson } from "../../../surveys/json-value.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { programmeById } from "../../programmes/store.ts";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import { collectPool, type Pool } from "../board/collect-inputs.ts";
import { goingOf, type RoundLife, readLife } from "../relationships/pair-view.ts";
import type { Relationship } from "../relationships/store.ts";
import { askedInWave, everyRound, type StoredRound } from "../rounds/store.ts";
import { insertFigures, newestFigures } from "./store.ts";

const DAY = 86_400_000;

function answeredPulses(life: RoundLife, pair: Relationship, side: Side) {
  return life.pulses.filter(
    (pulse) => pulse.relationshipId === pair.id && pulse.side === side && pulse.answeredAt !== null,
  );
}

function newestGoing(life: RoundLife, pair: Relationship, side: Side): number | null {
  const answered = answeredPulses(life, pair, side);
  const newest = answered.at(-1);
  return newest === undefined ? null : goingOf(newest);
}

function countedPair(pool: Pool, life: RoundLife, pair: Relationship): CountedPair {
  const mentee = pool.personOf.get(pair.menteePersonId);
  const mentor = pool.personOf.get(pair.mentorPersonId);
  const asked = pool.requests.get(pair.menteePersonId)?.submittedAt ?? pair.askedAt;
  const activeAt = pair.activeAt ?? pair.askedAt;
  const ofMentor = pool.relationships.filter(
    (other) => other.mentorPersonId === pair.mentorPersonId && other.activeAt !== null,
  );
  const endedEarly = pair.state === "ended" && pair.ending === "early";
  return {
    score: pair.score,
    points: pair.points,
    daysToMatch: Math.max(0, Math.round((activeAt.getTime() - asked.getTime()) / DAY)),
    meetings: life.meetings.filter(({ relationshipId }) => relationshipId === pair.id).length,
    menteePulses: answeredPulses(life, pair, "mentee").length,
    mentorPulses: answeredPulses(life, pair, "mentor").length,
    menteeGoing: newestGoing(life, pair, "mentee"),
    mentorGoing: newestGoing(life, pair, "mentor"),
    area: mentee?.unit ?? "",
    sameSite: mentee !== undefined && mentee.site !== "" && mentee.site === mentor?.site,
    sameUnit: mentee !== undefined && mentee.unit !== "" && mentee.unit === mentor?.unit,
    mentorShared: ofMentor.length > 1,
    endedEarly,
    reason: endedEarly ? (pair.exitReason ?? "not-said") : null,
  };
}

async function countsOf(db: PeopleReader, round: StoredRound, now: Date): Promise<RoundCounts> {
  const pool = await collectPool(db, round, now);
  const life = await readLife(db, round.id);
  const mentees = [...pool.requests.keys()];
  return {
    menteesAsked: await askedInWave(db, round.requestWaveId),
    menteesSent: pool.requests.size,
    mentorsAsked: await askedInWave(db, round.offerWaveId),
    mentorsSent: pool.offers.size,
    pairs: pool.relationships
      .filter(({ activeAt }) => activeAt !== null)
      .map((pair) => countedPair(pool, life, pair)),
    weights: pool.inputs.weights,
    areas: [...new Set(mentees.map((id) => pool.personOf.get(id)?.unit ?? ""))].sort(),
    reasons: [...EXIT_REASONS, "not-said"],
  };
}

export interface RoundFigures {
  readonly id: string;
  readonly title: string;
  readonly countedAt: string;
  readonly figures: MentoringFigures;
}

async function figuresOf(tx: PeopleWriter, round: StoredRound, now: Date): Promise<RoundFigures> {
  const last = await newestFigures(tx, round.id);
  const { figures, held } = countFigures(
    await countsOf(tx, round, now),
    round.settings.minimumGroupSize,
    last?.held ?? NOTHING_HELD,
  );
  const same = last !== undefined && canonicalJson(last.figures) === canonicalJson(figures);
  if (!same) {
    const number = (last?.number ?? 0) + 1;
    await insertFigures(tx, { roundId: round.id, number, figures, held, createdAt: now });
  }
  const createdAt = same ? last.createdAt : now;
  return { id: round.id, title: round.title, countedAt: createdAt.toISOString(), figures };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readMentoringFigures(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { programme }: { readonly programme: string },
): Promise<readonly RoundFigures[]> {
  requireRole(staff, "evaluator", "coordinator");
  return context.people.write(async (tx) => {
    if ((await programmeById(tx, programme)) === undefined) {
      throw new DomainError("not-found", "There is no such programme. Choose one from the list.");
    }
    const rounds = (await everyRound(tx)).filter(({ programmeId }) => programmeId === programme);
    const figures: RoundFigures[] = [];
    for (const round of rounds) figures.push(await figuresOf(tx, round, context.clock()));
    return figures;
  });
}
