/** Waves as the coordinator's screens receive them. */
import { z } from "zod";
import { policySchema } from "./policy-schema.ts";

const timeOrNull = z.string().nullable();

export const waveSummarySchema = z.object({
  id: z.string(),
  programme: z.string(),
  title: z.string(),
  kind: z.enum(["360", "staff-survey", "observation", "form"]),
  identity: z.enum(["anonymous", "identified"]),
  state: z.enum(["draft", "open", "closing", "closed", "releasing", "released"]),
  policy: policySchema,
  closesAt: timeOrNull,
  openedAt: timeOrNull,
  closedAt: timeOrNull,
  releasedAt: timeOrNull,
});

export const waveSchema = waveSummarySchema.extend({
  programmeName: z.string(),
  definitionTitle: z.string(),
  definitionVersion: z.string(),
  minutes: z.number(),
  groups: z.array(z.object({ code: z.string(), label: z.string(), attributed: z.boolean() })),
  /** Questions that the figures of an anonymous staff survey may be cut by. */
  cutQuestions: z.array(z.object({ code: z.string(), label: z.string(), choices: z.number() })),
  /** True: the survey asks for a personal code, and the promise says so. */
  personalCode: z.boolean(),
  subjects: z.array(z.object({ code: z.string(), name: z.string(), coach: z.string() })),
  raters: z.number(),
  /** Whether reminders go to those alone who have something to send; otherwise they wait in the outbox, for everybody. */
  listEnds: z.string().nullable(),
  unreleasedEnds: z.string().nullable(),
  delivers: z.boolean(),
  /** How far closing or releasing has come; null if neither is under way here. */
  work: z.object({ done: z.number(), total: z.number() }).nullable(),
  /** What the server could not do with this wave, or has to wait with; in words. */
  troubles: z.array(
    z.object({ step: z.enum(["closing", "releasing", "destroying", "deleting-list"]), sentence: z.string() }),
  ),
  /** The words raters see before they answer; null until the wave opens. */
  fingerprint: z.string().nullable(),
  auditHeads: z
    .array(z.object({ turn: z.enum(["opened", "closed", "released"]), hash: z.string() }))
    .readonly(),
  /** Answers that could not be opened at the close; 0 before it. */
  invalidBoxes: z.number(),
  invitations: z.number(),
  invited: z.array(z.object({ subject: z.string(), group: z.string(), invited: z.number() })),
  progress: z.object({
    /** True where answers carry names: then what has come is counted as it comes. */
    exact: z.boolean(),
    countedAt: timeOrNull,
    nextAt: timeOrNull,
    /** The hours at which it is counted. */
    hours: z.array(z.number()),
    /** People, not forms; null where they are too few. */
    whole: z.object({ invited: z.number(), atLeast: z.number() }).nullable(),
    /** Everybody who is in no group with a count of its own. */
    others: z.object({ invited: z.number(), atLeast: z.number().nullable() }).nullable(),
    groups: z.array(z.object({ subject: z.string(), group: z.string(), atLeast: z.number().nullable() })),
  }),
  warnings: z.array(
    z.object({
      subject: z.string(),
      groups: z.array(z.string()).readonly(),
      outcome: z.enum(["merged", "merged-into-larger", "left-out", "nothing-shown"]),
    }),
  ),
});

export const lineUpImportSchema = z.object({
  applied: z.boolean(),
  added: z.number(),
  removed: z.number(),
  kept: z.number(),
});
