/** The shapes of the board, as routes declare them and verbs return them. */
import { z } from "zod";

export const personCardSchema = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  site: z.string(),
  grade: z.string(),
});
export type PersonCard = z.infer<typeof personCardSchema>;

const boardPairSchema = z.object({
  mentee: personCardSchema,
  mentor: personCardSchema,
  score: z.number(),
  /** exists: asked, accepted or active. choosing: kept for a mentee with a choice. */
  kind: z.enum(["exists", "choosing", "locked", "proposed"]),
  reasons: z.array(z.string()).readonly(),
  relationship: z.string().nullable(),
});
export type BoardPair = z.infer<typeof boardPairSchema>;

const mentorLoadSchema = z.object({
  mentor: personCardSchema,
  areas: z.array(z.string()).readonly(),
  offered: z.number(),
  capacity: z.number(),
  live: z.number(),
  proposed: z.number(),
  /** resting: offered no place for now. workshop: waits for the one-day workshop. */
  standing: z.enum(["available", "full", "paused", "resting", "workshop", "stopped", "ended"]),
});

const resultFiguresSchema = z.object({
  matched: z.number(),
  proposed: z.number(),
  worst: z.number().nullable(),
  total: z.number(),
  cap: z.number(),
  belowCap: z.number(),
  histogram: z.array(z.object({ score: z.number(), pairs: z.number() })).readonly(),
  certificate: z.literal("optimal"),
});

const unmatchedSchema = z.object({
  mentee: personCardSchema,
  waitingDays: z.number(),
  reason: z.enum(["noAllowedMentor", "allowedMentorsHaveNoPlace", "overDemandedGroup"]),
  sentence: z.string(),
  /** Number of the group below, from 1. */
  group: z.number().nullable(),
});

const shortageSchema = z.object({
  group: z.number(),
  mentees: z.array(personCardSchema).readonly(),
  mentors: z.array(personCardSchema).readonly(),
  places: z.number(),
  shortfall: z.number(),
  sentence: z.string(),
});

const outcomeSchema = z.object({
  figures: resultFiguresSchema,
  pairs: z.array(boardPairSchema).readonly(),
  unmatched: z.array(unmatchedSchema).readonly(),
  shortages: z.array(shortageSchema).readonly(),
  byKind: z
    .array(z.object({ kind: z.string(), title: z.string(), requests: z.number(), unmatched: z.number() }))
    .readonly(),
  load: z.array(mentorLoadSchema).readonly(),
  choice: z.object({ offered: z.boolean(), sparePercent: z.number(), sentence: z.string() }),
});
export type Outcome = z.infer<typeof outcomeSchema>;

const decidedPairSchema = z.object({ mentee: personCardSchema, mentor: personCardSchema });

export const boardSchema = z.object({
  round: z.object({ id: z.string(), title: z.string(), programme: z.string() }),
  pool: z.object({
    mentees: z.number(),
    waiting: z.number(),
    mentors: z.number(),
    places: z.number(),
    free: z.number(),
  }),
  people: z.array(z.object({ person: personCardSchema, waitingDays: z.number() })).readonly(),
  run: z
    .object({
      id: z.string(),
      number: z.number(),
      createdAt: z.string(),
      confirmedAt: z.string().nullable(),
      inputsHash: z.string(),
      /** True when the pool, a decision or the weights changed since: run again. */
      stale: z.boolean(),
    })
    .nullable(),
  outcome: outcomeSchema.nullable(),
  locked: z.array(decidedPairSchema).readonly(),
  forbidden: z.array(decidedPairSchema).readonly(),
  undo: z.object({ kind: z.enum(["lock", "forbid", "clear", "weights"]) }).nullable(),
  /** Exclusions that fit nobody on the list of people: to be looked up by the coordinator. */
  unclear: z
    .array(z.object({ person: personCardSchema, side: z.enum(["mentee", "mentor"]), text: z.string() }))
    .readonly(),
});
export type Board = z.infer<typeof boardSchema>;

const whatIfChangesSchema = z.object({
  mentee: personCardSchema,
  before: personCardSchema.nullable(),
  after: personCardSchema.nullable(),
});

export const whatIfSchema = z.object({
  before: resultFiguresSchema,
  after: resultFiguresSchema,
  changed: z.array(whatIfChangesSchema).readonly(),
  unmatched: z.array(unmatchedSchema).readonly(),
});
export type WhatIf = z.infer<typeof whatIfSchema>;
