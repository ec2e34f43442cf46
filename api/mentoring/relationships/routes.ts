/** HTTP of the pairs of a round for the coordinator, and of the guidance that anybody may read. */
import { createRoute, z } from "@hono/zod-openapi";
import { SIDES } from "../../../analysis/mentoring/relationship-state.ts";
import type { StaffContext } from "../../context.ts";
import { DONE, doneAnswer, emptyBody, idSchema, jsonAnswer, jsonBody } from "../../http/route-parts.ts";
import { createRouter } from "../../http/router.ts";
import { personCardSchema } from "../board/board-schemas.ts";
import { AGREEMENT_TEXT, GUIDANCE } from "./guidance-en.ts";
import { coordinatorPairSchema } from "./pair-schemas.ts";
import { askToMove, settleOpenAlert, watchPairs, withdrawPair } from "./watch-pairs.ts";

const pairParams = z.object({ relationship: idSchema });

const watchRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/relationships",
  request: { params: z.object({ round: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        pairs: z.array(coordinatorPairSchema),
        alerts: z.array(
          z.object({
            id: z.string(),
            relationship: z.string(),
            side: z.enum(SIDES),
            raisedAt: z.string(),
          }),
        ),
        moves: z
          .object({
            sentence: z.string(),
            gain: z.number(),
            pairs: z
              .array(
                z.object({
                  relationship: z.string(),
                  mentee: personCardSchema,
                  mentor: personCardSchema,
                }),
              )
              .readonly(),
          })
          .nullable(),
      }),
      "Pairs with their warnings, alerts, and what a move would bring",
    ),
  },
});

const withdrawRoute = createRoute({
  method: "post",
  path: "/api/mentoring/relationships/{relationship}/withdraw",
  request: { params: pairParams, body: emptyBody },
  responses: { 200: doneAnswer },
});

const moveRoute = createRoute({
  method: "post",
  path: "/api/mentoring/relationships/{relationship}/ask-to-move",
  request: { params: pairParams, body: emptyBody },
  responses: { 200: doneAnswer },
});

const settleRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/alerts/{alert}/settle",
  request: {
    params: z.object({ round: idSchema, alert: idSchema }),
    body: jsonBody(z.object({ menteeBack: z.boolean(), mentorBack: z.boolean() }).strict()),
  },
  responses: { 200: doneAnswer },
});

const guidancePage = z.object({
  title: z.string(),
  sections: z.array(z.object({ title: z.string(), points: z.array(z.string()).readonly() })).readonly(),
});

const guidanceRoute = createRoute({
  method: "get",
  path: "/api/mentoring/guidance",
  responses: {
    200: jsonAnswer(
      z.object({
        mentee: guidancePage,
        mentor: guidancePage,
        agreement: z.object({ title: z.string(), points: z.array(z.string()).readonly() }),
      }),
      "The same for everybody",
    ),
  },
});

export function mentoringPairRoutes(context: StaffContext) {
  return createRouter()
    .openapi(watchRoute, async (c) =>
      c.json(await watchPairs(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(withdrawRoute, async (c) => {
      await withdrawPair(context, c.var.staff, c.req.valid("param"));
      return c.json(DONE, 200);
    })
    .openapi(moveRoute, async (c) => {
      await askToMove(context, c.var.staff, c.req.valid("param"));
      return c.json(DONE, 200);
    })
    .openapi(settleRoute, async (c) => {
      await settleOpenAlert(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    })
    .openapi(guidanceRoute, (c) => c.json({ ...GUIDANCE, agreement: AGREEMENT_TEXT }, 200));
}
