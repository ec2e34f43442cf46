/** The shapes in which pairs leave the server: one for each viewer, no more than the table of rights allows. */
import { z } from "zod";
import { FREQUENCIES } from "../../../analysis/mentoring/agreement.ts";
import { EXIT_REASONS } from "../../../analysis/mentoring/exit-reasons.ts";
import { RELATIONSHIP_STATES, SIDES } from "../../../analysis/mentoring/relationship-state.ts";
import { personCardSchema } from "../board/board-schemas.ts";

const answersSchema = z.record(z.string(), z.unknown());

export const agreementSchema = z.object({ frequency: z.enum(FREQUENCIES), endsOn: z.iso.date() });

const forEverySide = z.object({
  id: z.string(),
  state: z.enum(RELATIONSHIP_STATES),
  agreement: agreementSchema.nullable(),
  menteeAgreed: z.boolean(),
  mentorAgreed: z.boolean(),
  activeAt: z.string().nullable(),
  endsOn: z.string().nullable(),
  endedAt: z.string().nullable(),
  meetings: z.array(z.string()).readonly(),
});

const pulseSchema = z.object({ id: z.string(), kind: z.string() }).nullable();
const moveSchema = z.object({ agreed: z.boolean() }).nullable();

const menteePairSchema = forEverySide.extend({
  mentorName: z.string(),
  offer: answersSchema,
  reasonsForMentee: z.array(z.string()).readonly(),
  proposedAgreement: agreementSchema,
  menteePulse: pulseSchema,
  menteeReviewOpen: z.boolean(),
  menteeMove: moveSchema,
});

const mentorPairSchema = forEverySide.extend({
  menteeName: z.string(),
  request: answersSchema,
  answerBy: z.string(),
  reasonsForMentor: z.array(z.string()).readonly(),
  proposedAgreement: agreementSchema,
  mentorPulse: pulseSchema,
  mentorReviewOpen: z.boolean(),
  certificate: z
    .object({
      name: z.string(),
      round: z.string(),
      from: z.string(),
      to: z.string(),
      meetings: z.number(),
    })
    .nullable(),
  mentorMove: moveSchema,
});

export const coordinatorPairSchema = forEverySide.extend({
  mentee: personCardSchema,
  mentor: personCardSchema,
  menteeName: z.string(),
  mentorName: z.string(),
  request: answersSchema,
  offer: answersSchema,
  score: z.number(),
  reasons: z.array(z.string()).readonly(),
  askedAt: z.string(),
  answerBy: z.string(),
  warnings: z.array(z.object({ code: z.string(), sentence: z.string() })).readonly(),
  ending: z.enum(["as-planned", "early", "moved"]).nullable(),
  exitSide: z.enum(SIDES).nullable(),
  exitReason: z.enum(EXIT_REASONS).nullable(),
  menteeReview: answersSchema.nullable(),
  mentorReview: answersSchema.nullable(),
  moveAsked: z.boolean(),
  moveAgreed: z.boolean(),
});

export const ownStandingSchema = z.enum(["available", "paused", "ended"]);

/** What the personal link opens. */
export const mineSchema = z.object({
  round: z.object({ id: z.string(), title: z.string() }),
  name: z.string(),
  menteeStanding: ownStandingSchema.nullable(),
  mentorStanding: ownStandingSchema.nullable(),
  capacity: z.number().nullable(),
  waiting: z.boolean(),
  choice: z
    .object({
      closesAt: z.string(),
      mentors: z.array(
        z.object({
          mentor: z.string(),
          name: z.string(),
          areas: z.array(z.string()).readonly(),
          reasonsForMentee: z.array(z.string()).readonly(),
        }),
      ),
    })
    .nullable(),
  asMentee: z.array(menteePairSchema),
  asMentor: z.array(mentorPairSchema),
});
export type Mine = z.infer<typeof mineSchema>;
