/** The result of a match in the coordinator's words: pairs with reasons, who waits and why, load, choice. */
import { buildCase } from "../../../analysis/matching/build-case.ts";
import { whyThisPair } from "../../../analysis/matching/explain-pair.ts";
import { scorePair } from "../../../analysis/matching/score-pair.ts";
import type { MatchResult } from "../../../analysis/matching/solve-match.ts";
import { takesPlace } from "../../../analysis/mentoring/relationship-state.ts";
import { countByKind } from "../../../analysis/mentoring/request-kinds.ts";
import { type RoundInputs, roundOf } from "../../../analysis/mentoring/round-inputs.ts";
import { slackOf } from "../../../analysis/mentoring/shortlist.ts";
import { BOARD_PAIR_RIGHTS, visibleTo } from "../../../analysis/mentoring/visibility.ts";
import type { BoardPair, Outcome, PersonCard } from "./board-schemas.ts";
import type { Pool } from "./collect-inputs.ts";

/** What the coordinator reads of a person beside the name. */
export function cardOf(pool: Pick<Pool, "byRef">, ref: string): PersonCard {
  const person = pool.byRef.get(ref);
  const { id = "", name = "", unit = "", site = "", grade = "" } = person ?? {};
  return { id, name, unit, site, grade };
}

/** The figures of a result. */
export function figuresOf(result: MatchResult): Outcome["figures"] {
  return {
    matched: result.matched,
    proposed: result.pairs.filter(({ locked }) => !locked).length,
    worst: result.worst,
    total: result.total,
    cap: result.cap,
    belowCap: result.belowCap.reduce((sum, [, count]) => sum + count, 0),
    histogram: result.histogram.map(([score, pairs]) => ({ score, pairs })),
    certificate: result.certificate,
  };
}

/** As things stand now, which may be after the run. */
function kindOf(pool: Pool, pair: MatchResult["pairs"][number]): BoardPair["kind"] {
  const isPair = (other: { readonly mentee: string; readonly mentor: string }) =>
    other.mentee === pair.mentee && other.mentor === pair.mentor;
  if (pool.inputs.live.some(isPair)) return relationshipOf(pool, pair) === null ? "choosing" : "exists";
  return pair.locked ? "locked" : "proposed";
}

function relationshipOf(pool: Pool, pair: { readonly mentee: string; readonly mentor: string }) {
  const mentee = pool.byRef.get(pair.mentee)?.id;
  const mentor = pool.byRef.get(pair.mentor)?.id;
  const found = pool.relationships.find(
    ({ menteePersonId, mentorPersonId, state }) =>
      menteePersonId === mentee && mentorPersonId === mentor && takesPlace(state),
  );
  return found?.id ?? null;
}

function pairsOf(pool: Pool, inputs: RoundInputs, result: MatchResult): readonly BoardPair[] {
  const round = roundOf(inputs);
  const mentees = new Map(inputs.mentees.map((mentee) => [mentee.person.ref, mentee]));
  const mentors = new Map(inputs.mentors.map((mentor) => [mentor.person.ref, mentor]));
  return result.pairs.flatMap((pair) => {
    const mentee = mentees.get(pair.mentee);
    const mentor = mentors.get(pair.mentor);
    if (mentee === undefined || mentor === undefined) return [];
    const scored = scorePair(mentee, mentor, round);
    const described = {
      mentee: cardOf(pool, pair.mentee),
      mentor: cardOf(pool, pair.mentor),
      score: pair.score,
      kind: kindOf(pool, pair),
      reasons: whyThisPair({ mentee, mentor, scored }, "coordinator"),
      relationship: relationshipOf(pool, pair),
    };
    return [visibleTo("coordinator", BOARD_PAIR_RIGHTS, described)];
  });
}

const WAITS: Readonly<Record<Outcome["unmatched"][number]["reason"], string>> = {
  noAllowedMentor: "No mentor is allowed: the rules and requests leave nobody.",
  allowedMentorsHaveNoPlace: "Every mentor who is allowed has no place left.",
  overDemandedGroup: "More mentees than places want the same few mentors.",
};

/** Who stays without a mentor and why. */
export function unmatchedOf(pool: Pool, inputs: RoundInputs, result: MatchResult): Outcome["unmatched"] {
  return result.unmatched.map(({ mentee, reason, group }) => ({
    mentee: cardOf(pool, mentee),
    waitingDays: inputs.waitingDays[mentee] ?? 0,
    reason,
    sentence: WAITS[reason],
    group,
  }));
}

function shortagesOf(pool: Pool, { overDemandedGroups }: MatchResult): Outcome["shortages"] {
  return overDemandedGroups.map(({ mentees, mentors, places, shortfall }, index) => ({
    group: index + 1,
    mentees: mentees.map((ref) => cardOf(pool, ref)),
    mentors: mentors.map((ref) => cardOf(pool, ref)),
    places,
    shortfall,
    sentence: `${mentees.length} mentees can have only these ${mentors.length} mentors, who have ${places} ${places === 1 ? "place" : "places"}: ${shortfall} of them ${shortfall === 1 ? "stays" : "stay"} without, whoever they are.`,
  }));
}

function standingOf(pool: Pool, id: string, figures: { offered: number; capacity: number; live: number }) {
  const standing = pool.standings.get(`mentor ${id}`);
  if (standing !== undefined) return standing;
  if (figures.offered === 0) return "resting" as const;
  if (pool.round.settings.workshopRequired && !pool.workshops.has(id)) return "workshop" as const;
  return figures.live >= figures.capacity ? ("full" as const) : ("available" as const);
}

function countOf(pairs: readonly { readonly mentor: string }[], mentor: string): number {
  return pairs.filter((pair) => pair.mentor === mentor).length;
}

/** Each mentor's places and how many are taken, now and with the proposal. */
function loadOf(
  pool: Pool,
  pairs: readonly { readonly mentee: string; readonly mentor: string }[],
): Outcome["load"] {
  const { inputs } = pool;
  const placed = new Set(inputs.live.map(({ mentee }) => mentee));
  return inputs.mentors.map(({ person: { ref }, capacity, areas }) => {
    const id = pool.byRef.get(ref)?.id ?? "";
    const live = countOf(inputs.live, ref);
    const offered = Number(pool.offers.get(id)?.answers["capacity"] ?? 0);
    return {
      mentor: cardOf(pool, ref),
      areas,
      offered,
      capacity,
      live,
      proposed: countOf(
        pairs.filter(({ mentee }) => !placed.has(mentee)),
        ref,
      ),
      standing: standingOf(pool, id, { offered, capacity, live }),
    };
  });
}

/** @param inputs those of the result, which may be older than the pool. */
export function describeOutcome(pool: Pool, inputs: RoundInputs, result: MatchResult): Outcome {
  const slack = slackOf(buildCase(roundOf(inputs)), result);
  const offered = slack.choice && pool.round.settings.choice;
  return {
    figures: figuresOf(result),
    pairs: pairsOf(pool, inputs, result),
    unmatched: unmatchedOf(pool, inputs, result),
    shortages: shortagesOf(pool, result),
    byKind: countByKind(inputs.mentees, new Set(result.unmatched.map(({ mentee }) => mentee))),
    load: loadOf(pool, result.pairs),
    choice: {
      offered,
      sparePercent: slack.sparePercent,
      sentence:
        slack.choice && !offered
          ? "No choice is offered: this round's settings say that mentors are proposed without one."
          : slack.sentence,
    },
  };
}
