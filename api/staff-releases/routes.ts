/** HTTP of released staff tables: the waves to choose from, the tables of one, why some are missing, further releases. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Cell, SuppressionReason } from "../../analysis/disclosure/cell.ts";
import {
  type LinkedWaveChanges,
  WHY_NOT_LINKED,
} from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { cutsSchema, policySchema } from "../waves/policy-schema.ts";
import { addRelease } from "./add-release.ts";
import { explainWave } from "./explain-wave.ts";
import { listSurveyWaves } from "./list-survey-waves.ts";
import { readTables } from "./read-tables.ts";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
const isText = (value: unknown): boolean => typeof value === "string";
/** Made by analysis/staff-tables, where they passed disclosure; the shape is theirs. */
const tablesSchema = z.custom<StaffTables>(isObject);
const linkedSchema = z.custom<LinkedWaveChanges>(isObject).nullable();
const countCellSchema = z.custom<Cell<number>>(isObject);
const params = z.object({ wave: idSchema });
const numberSchema = z.coerce.number().int().min(1).max(10_000);
const timeOrNull = z.string().nullable();

const listRoute = createRoute({
  method: "get",
  path: "/api/evaluator/waves",
  responses: {
    200: jsonAnswer(
      z.object({
        waves: z.array(
          z.object({
            wave: z.string(),
            title: z.string(),
            programme: z.string(),
            programmeName: z.string(),
            kind: z.enum(["360", "staff-survey", "observation", "form"]),
            state: z.enum(["draft", "open", "closing", "closed", "releasing", "released"]),
            survey: z.object({ id: z.string(), version: z.string(), title: z.string() }),
            openedAt: timeOrNull,
            closedAt: timeOrNull,
            releasedAt: timeOrNull,
            invited: z.number().nullable(),
            answered: countCellSchema.nullable(),
            minimum: z.number().nullable(),
            releases: z.number(),
          }),
        ),
      }),
      "Staff surveys of all programmes, the newest first",
    ),
  },
});

const tablesRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/tables",
  request: { params, query: z.object({ release: numberSchema.optional() }) },
  responses: {
    200: jsonAnswer(
      z.object({
        wave: z.string(),
        title: z.string(),
        programme: z.string(),
        programmeName: z.string(),
        closedAt: timeOrNull,
        releasedAt: timeOrNull,
        fingerprint: z.string(),
        datasetHash: z.string(),
        release: z.number(),
        releases: z.array(
          z.object({
            number: z.number(),
            cuts: cutsSchema,
            publishedAt: z.string(),
            refused: z.string().optional(),
          }),
        ),
        policy: policySchema,
        tables: tablesSchema,
        linked: linkedSchema,
        notLinked: z.enum(WHY_NOT_LINKED).nullable(),
      }),
      "Released tables",
    ),
  },
});

const addRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/tables",
  request: { params, body: jsonBody(z.object({ cuts: cutsSchema }).strict()) },
  responses: { 201: jsonAnswer(z.object({ release: z.number() }), "A further release") },
});

const countedSchema = z.object({
  shown: z.number(),
  bounded: z.number(),
  suppressed: z
    .array(z.object({ reason: z.custom<SuppressionReason>(isText), cells: z.number() }))
    .readonly(),
});

const explainRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/explanation",
  request: { params },
  responses: {
    200: jsonAnswer(
      z.object({
        wave: z.string(),
        title: z.string(),
        release: z.number().nullable(),
        minimum: z.number(),
        cuts: z.array(z.object({ codes: z.array(z.string()), label: z.string() })),
        rules: z.array(z.object({ title: z.string(), text: z.string() })),
        cells: z.object({ answered: countedSchema, items: countedSchema, scales: countedSchema }).nullable(),
      }),
      "The rules in words with the wave's own numbers, and how often each applied",
    ),
  },
});

export function staffReleaseRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listRoute, async (c) => c.json({ waves: await listSurveyWaves(context, c.var.staff) }, 200))
    .openapi(tablesRoute, async (c) =>
      c.json(
        await readTables(context, c.var.staff, { ...c.req.valid("param"), ...c.req.valid("query") }),
        200,
      ),
    )
    .openapi(explainRoute, async (c) =>
      c.json(await explainWave(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(addRoute, async (c) => {
      const request = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json({ release: await addRelease(context, c.var.staff, request) }, 201);
    });
}
