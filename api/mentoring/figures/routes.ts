/** HTTP of an evaluator's figures of mentoring. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../../context.ts";
import { idSchema, jsonAnswer } from "../../http/route-parts.ts";
import { createRouter } from "../../http/router.ts";
import { readMentoringFigures } from "./read-figures.ts";

const hidden = z.object({
  shown: z.literal(false),
  reason: z.enum([
    "too-few-answers",
    "group-not-shown",
    "too-few-items",
    "mixed-scales",
    "would-reveal-another",
    "too-uniform",
    "nearly-same-people",
    "no-answers",
  ]),
});
const countCell = z.union([z.object({ shown: z.literal(true), n: z.number(), value: z.number() }), hidden]);
const meanCell = z.union([
  z.object({
    shown: z.literal(true),
    n: z.number(),
    value: z.object({ mean: z.number(), bound: z.enum(["exact", "at-least", "at-most", "about"]) }),
  }),
  hidden,
]);
const parts = z.array(z.object({ values: z.array(z.string()).readonly(), cell: countCell })).readonly();
const side = z.object({ asked: countCell, sent: countCell });
const profile = z.object({
  score: countCell,
  shares: z.array(z.object({ code: z.string(), title: z.string(), percent: countCell })).readonly(),
});

const figuresSchema = z.object({
  minimumGroupSize: z.number(),
  takeUp: z.object({ mentees: side, mentors: side }),
  matched: countCell,
  daysToMatch: countCell,
  meetings: countCell,
  pulses: z.object({ mentees: meanCell, mentors: meanCell }),
  exits: z.object({
    all: countCell,
    areas: z
      .array(z.object({ values: z.array(z.string()).readonly(), all: countCell, reasons: parts }))
      .readonly(),
    reasons: parts,
  }),
  mismatch: z.object({ ended: profile, others: profile, shared: z.array(z.string()).readonly() }),
});

const readRoute = createRoute({
  method: "get",
  path: "/api/programmes/{programme}/mentoring-figures",
  request: { params: z.object({ programme: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        rounds: z
          .array(
            z.object({ id: z.string(), title: z.string(), countedAt: z.string(), figures: figuresSchema }),
          )
          .readonly(),
      }),
      "Each round's figures, every one a cell",
    ),
  },
});

export function mentoringFigureRoutes(context: StaffContext) {
  return createRouter().openapi(readRoute, async (c) =>
    c.json({ rounds: await readMentoringFigures(context, c.var.staff, c.req.valid("param")) }, 200),
  );
}
