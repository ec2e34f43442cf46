/** HTTP of the personal link: no account, no cookie, the secret in the body of a POST. */
import { createRoute, z } from "@hono/zod-openapi";
import { EXIT_REASONS } from "../../../analysis/mentoring/exit-reasons.ts";
import { SIDES } from "../../../analysis/mentoring/relationship-state.ts";
import type { StaffContext } from "../../context.ts";
import { ANSWERS_BYTES, DONE, doneAnswer, idSchema, jsonAnswer, jsonBody } from "../../http/route-parts.ts";
import { createRouter } from "../../http/router.ts";
import { agreementSchema, mineSchema, ownStandingSchema } from "../relationships/pair-schemas.ts";
import { answerProposal, chooseMentor } from "./answer-proposal.ts";
import { acceptAgreement, agreeToMove, changeOwnStanding, leavePair, recordMeeting } from "./live-pair.ts";
import { openMine } from "./open-mine.ts";
import { readPersonalForm, sendPulse, sendReview } from "./send-form.ts";

/** Longer or of other characters is not one of ours. */
const link = z
  .object({
    round: idSchema,
    secret: z
      .string()
      .max(100)
      .regex(/^[\w-]+$/),
  })
  .strict();
const ofPair = link.extend({ relationship: idSchema });
const answersSchema = z.record(z.string().max(100), z.unknown());

const mineRoute = createRoute({
  method: "post",
  path: "/api/mentoring/mine",
  request: { body: jsonBody(link) },
  responses: {
    200: jsonAnswer(mineSchema, "What is due, the pairs, the choice"),
  },
});

const formRoute = createRoute({
  method: "post",
  path: "/api/mentoring/mine/form",
  request: { body: jsonBody(link.extend({ form: z.enum(["pulse", "review"]) })) },
  responses: {
    200: jsonAnswer(z.object({ survey: z.unknown(), soundings: z.unknown() }), "The published form"),
  },
});

function actionRoute<Path extends string, Schema extends z.ZodType>(path: Path, schema: Schema) {
  return createRoute({
    method: "post",
    path,
    request: { body: jsonBody(schema, ANSWERS_BYTES) },
    responses: { 200: doneAnswer },
  });
}

const chooseRoute = actionRoute("/api/mentoring/mine/choose", link.extend({ mentor: idSchema }));
const answerRoute = actionRoute("/api/mentoring/mine/answer", ofPair.extend({ accept: z.boolean() }));
const agreeRoute = actionRoute(
  "/api/mentoring/mine/agreement",
  ofPair.extend({ agreement: agreementSchema.strict() }),
);
const meetingRoute = actionRoute(
  "/api/mentoring/mine/meeting",
  ofPair.extend({ held: z.boolean(), heldOn: z.iso.date().optional() }),
);
const pulseRoute = actionRoute(
  "/api/mentoring/mine/pulse",
  ofPair.extend({ pulse: idSchema, answers: answersSchema }),
);
const leaveRoute = actionRoute(
  "/api/mentoring/mine/leave",
  ofPair.extend({ reason: z.enum(EXIT_REASONS).nullable() }),
);
const reviewRoute = actionRoute("/api/mentoring/mine/review", ofPair.extend({ answers: answersSchema }));
const moveRoute = actionRoute("/api/mentoring/mine/move", ofPair.extend({ agree: z.boolean() }));
const standingRoute = actionRoute(
  "/api/mentoring/mine/standing",
  link.extend({ side: z.enum(SIDES), standing: ownStandingSchema }),
);

export function mentoringPersonalRoutes(context: StaffContext) {
  const router = createRouter();
  router.use("/api/mentoring/mine/*", async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
  });
  return router
    .openapi(mineRoute, async (c) => c.json(await openMine(context, c.req.valid("json")), 200))
    .openapi(formRoute, async (c) => {
      const { survey, soundings } = await readPersonalForm(context, c.req.valid("json"));
      return c.json({ survey, soundings }, 200);
    })
    .openapi(chooseRoute, async (c) => {
      await chooseMentor(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(answerRoute, async (c) => {
      await answerProposal(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(agreeRoute, async (c) => {
      await acceptAgreement(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(meetingRoute, async (c) => {
      await recordMeeting(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(pulseRoute, async (c) => {
      await sendPulse(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(leaveRoute, async (c) => {
      await leavePair(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(reviewRoute, async (c) => {
      await sendReview(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(moveRoute, async (c) => {
      await agreeToMove(context, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(standingRoute, async (c) => {
      await changeOwnStanding(context, c.req.valid("json"));
      return c.json(DONE, 200);
    });
}
