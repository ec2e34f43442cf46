/** HTTP of comparisons of released waves for evaluators, and of what coordinators state for them. */
import { createRoute, z } from "@hono/zod-openapi";
import type { ComparedRate } from "../../analysis/comparison/comparison-model.ts";
import {
  type LinkedWaveChanges,
  WHY_NOT_LINKED,
} from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StaffComparison } from "../../analysis/staff-comparison/staff-comparison-model.ts";
import type { StaffContext } from "../context.ts";
import { DONE, doneAnswer, idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { compareSurveys } from "./compare-surveys.ts";
import { comparedWaves, comparisonQuery } from "./comparison-query.ts";
import { readRenamed } from "./read-renamed.ts";
import { readEvents, stateEvents, stateRenamed } from "./state-facts.ts";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
/** Made by analysis/staff-comparison from released tables; the shape is theirs. */
const comparisonSchema = z.custom<StaffComparison>(isObject);
const rateSchema = z.custom<ComparedRate>(isObject);
const linkedSchema = z.custom<LinkedWaveChanges>(isObject).nullable();

const compareRoute = createRoute({
  method: "get",
  path: "/api/comparisons",
  request: { query: comparisonQuery },
  responses: {
    200: jsonAnswer(
      z.object({
        waves: z.array(z.object({ wave: z.string(), title: z.string(), closedAt: z.string().nullable() })),
        comparison: comparisonSchema,
        rates: z.array(rateSchema).readonly(),
        renamed: z.array(
          z.object({
            item: z.string(),
            earlier: z.string(),
            later: z.string(),
            earlierLabel: z.string(),
            laterLabel: z.string(),
          }),
        ),
        linked: linkedSchema,
        notLinked: z.enum(WHY_NOT_LINKED).nullable(),
        inputs: z.array(z.object({ wave: z.string(), release: z.number(), datasetHash: z.string() })),
        hash: z.string(),
      }),
      "What changed between the waves, in the order in which they closed",
    ),
  },
});

const nameSchema = z.string().trim().min(1).max(80);
const renamedSchema = z
  .array(z.object({ item: nameSchema, earlier: nameSchema, later: nameSchema }).strict())
  .max(500);
const eventsSchema = z
  .array(
    z
      .object({
        name: nameSchema,
        events: z.number().int().min(0).max(1_000_000),
        staff: z.number().int().min(1).max(10_000_000),
      })
      .strict(),
  )
  .max(20);
const ofProgramme = z.object({ programme: idSchema });
const ofWave = z.object({ wave: idSchema });

const readRenamedRoute = createRoute({
  method: "get",
  path: "/api/programmes/{programme}/renamed",
  request: { params: ofProgramme },
  responses: {
    200: jsonAnswer(
      z.object({
        renamed: renamedSchema,
        waves: z.array(z.object({ wave: z.string(), title: z.string() })),
        questions: z
          .array(
            z.object({
              item: z.string(),
              label: z.string(),
              waves: z.array(z.string()).readonly(),
              names: z
                .array(
                  z.object({ value: z.string(), label: z.string(), waves: z.array(z.string()).readonly() }),
                )
                .readonly(),
            }),
          )
          .readonly(),
      }),
      "Categories that continue others under a new name, and the names there are, the newest wave last",
    ),
  },
});

const renamedRoute = createRoute({
  method: "post",
  path: "/api/programmes/{programme}/renamed",
  request: { params: ofProgramme, body: jsonBody(z.object({ renamed: renamedSchema }).strict()) },
  responses: { 200: doneAnswer },
});

const readEventsRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/events",
  request: { params: ofWave },
  responses: { 200: jsonAnswer(z.object({ events: eventsSchema }), "Events that the organisation counted") },
});

const eventsRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/events",
  request: { params: ofWave, body: jsonBody(z.object({ events: eventsSchema }).strict()) },
  responses: { 200: doneAnswer },
});

export function comparisonRoutes(context: StaffContext) {
  return createRouter()
    .openapi(compareRoute, async (c) =>
      c.json(await compareSurveys(context, c.var.staff, comparedWaves(c.req.valid("query"))), 200),
    )
    .openapi(readRenamedRoute, async (c) =>
      c.json(await readRenamed(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(renamedRoute, async (c) => {
      await stateRenamed(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    })
    .openapi(readEventsRoute, async (c) =>
      c.json({ events: [...(await readEvents(context, c.var.staff, c.req.valid("param")))] }, 200),
    )
    .openapi(eventsRoute, async (c) => {
      await stateEvents(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    });
}
