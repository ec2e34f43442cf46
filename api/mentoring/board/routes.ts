/** HTTP of the coordinator's board: run, explain, decide, try out, confirm. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../../context.ts";
import { DONE, doneAnswer, emptyBody, idSchema, jsonAnswer, jsonBody } from "../../http/route-parts.ts";
import { createRouter } from "../../http/router.ts";
import { boardSchema, personCardSchema, whatIfSchema } from "./board-schemas.ts";
import { changeWeights, listWeights } from "./change-weights.ts";
import { confirmRun } from "./confirm-run.ts";
import { decidePair, undoDecision } from "./decide-pair.ts";
import { explainPair, rankMentors } from "./explain-pair.ts";
import { readBoard } from "./read-board.ts";
import { repeatRun, runMatch } from "./run-match.ts";
import { whatIf } from "./what-if.ts";

const params = z.object({ round: idSchema });
const runParams = z.object({ round: idSchema, run: idSchema });
const pairSchema = z.object({ mentee: idSchema, mentor: idSchema }).strict();
const weightsSchema = z.record(z.string().max(40), z.number());

const boardRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/board",
  request: { params },
  responses: { 200: jsonAnswer(boardSchema, "Pool, newest run, decisions") },
});

const runRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/runs",
  request: { params, body: emptyBody },
  responses: {
    201: jsonAnswer(
      z.object({ id: z.string(), number: z.number(), inputsHash: z.string(), matched: z.number() }),
      "A run, stored with what it rests on",
    ),
  },
});

const repeatRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/runs/{run}/repeat",
  request: { params: runParams },
  responses: {
    200: jsonAnswer(
      z.object({ inputsHash: z.string(), sameInputs: z.boolean(), sameResult: z.boolean() }),
      "The run solved once more",
    ),
  },
});

const confirmRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/runs/{run}/confirm",
  request: { params: runParams, body: emptyBody },
  responses: {
    200: jsonAnswer(z.object({ asked: z.number(), choosing: z.number() }), "Asked, or choosing first"),
  },
});

const whatIfRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/what-if",
  request: {
    params,
    body: jsonBody(
      z
        .object({
          locked: z.array(pairSchema).max(1_000).optional(),
          forbidden: z.array(pairSchema).max(1_000).optional(),
          cleared: z.array(pairSchema).max(1_000).optional(),
          capacities: z
            .array(z.object({ mentor: idSchema, capacity: z.number().int().min(0).max(20) }).strict())
            .max(1_000)
            .optional(),
          weights: weightsSchema.optional(),
        })
        .strict(),
    ),
  },
  responses: { 200: jsonAnswer(whatIfSchema, "What would change; nothing is stored") },
});

const explainRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/pairs/{mentee}/{mentor}",
  request: { params: z.object({ round: idSchema, mentee: idSchema, mentor: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        mentee: personCardSchema,
        mentor: personCardSchema,
        allowed: z.boolean(),
        score: z.number(),
        contributions: z
          .array(
            z.object({ criterion: z.string(), title: z.string(), points: z.number(), weight: z.number() }),
          )
          .readonly(),
        why: z.array(z.string()).readonly(),
        whyNot: z.array(z.string()).readonly(),
        toMentee: z.object({ why: z.array(z.string()).readonly(), whyNot: z.array(z.string()).readonly() }),
        toMentor: z.object({ why: z.array(z.string()).readonly(), whyNot: z.array(z.string()).readonly() }),
      }),
      "Why this pair, and why not",
    ),
  },
});

const rankRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/pairs/{mentee}",
  request: { params: z.object({ round: idSchema, mentee: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        mentors: z
          .array(
            z.object({
              mentor: personCardSchema,
              score: z.number(),
              allowed: z.boolean(),
              whyNot: z.array(z.string()).readonly(),
            }),
          )
          .readonly(),
      }),
      "Every mentor for one mentee, the best first",
    ),
  },
});

const decideRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/decisions",
  request: {
    params,
    body: jsonBody(
      z.object({ kind: z.enum(["lock", "forbid", "clear"]), mentee: idSchema, mentor: idSchema }).strict(),
    ),
  },
  responses: { 200: doneAnswer },
});

const undoRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/undo",
  request: { params, body: emptyBody },
  responses: {
    200: jsonAnswer(
      z.object({
        kind: z.enum(["lock", "forbid", "clear", "weights"]),
        menteePersonId: z.string().nullable(),
        mentorPersonId: z.string().nullable(),
      }),
      "What was taken back",
    ),
  },
});

const weightsRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/weights",
  request: { params },
  responses: {
    200: jsonAnswer(
      z.object({
        criteria: z.array(z.object({ name: z.string(), title: z.string(), weight: z.number() })).readonly(),
      }),
      "The criteria and what each counts, 100 in all",
    ),
  },
});

const changeWeightsRoute = createRoute({
  method: "put",
  path: "/api/mentoring/rounds/{round}/weights",
  request: { params, body: jsonBody(z.object({ weights: weightsSchema }).strict()) },
  responses: { 200: doneAnswer },
});

export function mentoringBoardRoutes(context: StaffContext) {
  return createRouter()
    .openapi(boardRoute, async (c) =>
      c.json(await readBoard(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(runRoute, async (c) => c.json(await runMatch(context, c.var.staff, c.req.valid("param")), 201))
    .openapi(repeatRoute, async (c) =>
      c.json(await repeatRun(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(confirmRoute, async (c) =>
      c.json(await confirmRun(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(whatIfRoute, async (c) =>
      c.json(await whatIf(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") }), 200),
    )
    .openapi(explainRoute, async (c) =>
      c.json(await explainPair(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(rankRoute, async (c) =>
      c.json({ mentors: await rankMentors(context, c.var.staff, c.req.valid("param")) }, 200),
    )
    .openapi(decideRoute, async (c) => {
      await decidePair(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    })
    .openapi(undoRoute, async (c) =>
      c.json(await undoDecision(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(weightsRoute, async (c) =>
      c.json({ criteria: await listWeights(context, c.var.staff, c.req.valid("param")) }, 200),
    )
    .openapi(changeWeightsRoute, async (c) => {
      await changeWeights(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    });
}
