/** HTTP of headcounts for the coordinator: what is stored, a dry run, taking a list in, and what to expect of it. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer, jsonBody, LIST_BYTES, problemsSchema } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { forecastWave } from "./forecast.ts";
import { importHeadcounts, readStoredHeadcounts } from "./import-headcounts.ts";

const params = z.object({ wave: idSchema });
/** Without csv: those invited, as the list of people has them. */
const body = jsonBody(z.object({ csv: z.string().max(2_000_000).optional() }).strict(), LIST_BYTES);
const headcountSchema = z.object({
  cut: z.string(),
  category: z.string(),
  label: z.string(),
  headcount: z.number(),
});
const answer = jsonAnswer(
  z.object({
    applied: z.boolean(),
    headcounts: z.array(headcountSchema),
    matches: z.array(
      z.object({
        cut: z.string(),
        fields: z.array(z.enum(["unit", "site", "grade"])).readonly(),
        unmatched: z.number(),
      }),
    ),
    problems: problemsSchema,
  }),
  "Headcounts by category",
);

const readRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/headcounts",
  request: { params },
  responses: {
    200: jsonAnswer(
      z.object({
        cuts: z.array(
          z.object({
            cut: z.string(),
            label: z.string(),
            categories: z.array(z.object({ category: z.string(), label: z.string() })),
          }),
        ),
        headcounts: z.array(headcountSchema),
      }),
      "The wave's cuts, and what is stored",
    ),
  },
});

const previewRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/headcounts/preview",
  request: { params, body },
  responses: { 200: answer },
});

const applyRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/headcounts/apply",
  request: { params, body },
  responses: { 200: answer },
});

const forecastRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/forecast",
  request: { params, query: z.object({ response: z.coerce.number().int().min(1).max(100).default(60) }) },
  responses: {
    200: jsonAnswer(
      z.object({
        wave: z.string(),
        response: z.number(),
        minimum: z.number(),
        invited: z.number(),
        source: z.enum(["imported", "invited"]),
        favourable: z.number(),
        notes: z.array(z.string()),
        cuts: z.array(
          z.object({
            codes: z.array(z.string()),
            label: z.string(),
            known: z.boolean(),
            categories: z.array(
              z.object({
                category: z.string(),
                label: z.string(),
                headcount: z.number().nullable(),
                expected: z.number().nullable(),
                probability: z.number().nullable(),
                exact: z.number().nullable(),
                outcome: z.enum(["probably-exact", "probably-bounds", "probably-too-few", "unknown"]),
              }),
            ),
          }),
        ),
      }),
      "Which groups will probably be shown at this response, in percent",
    ),
  },
});

export function headcountRoutes(context: StaffContext) {
  return createRouter()
    .openapi(readRoute, async (c) =>
      c.json(await readStoredHeadcounts(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(forecastRoute, async (c) => {
      const request = { ...c.req.valid("param"), ...c.req.valid("query") };
      return c.json(await forecastWave(context, c.var.staff, request), 200);
    })
    .openapi(previewRoute, async (c) => {
      const request = { ...c.req.valid("json"), ...c.req.valid("param"), apply: false };
      return c.json(await importHeadcounts(context, c.var.staff, request), 200);
    })
    .openapi(applyRoute, async (c) => {
      const request = { ...c.req.valid("json"), ...c.req.valid("param"), apply: true };
      return c.json(await importHeadcounts(context, c.var.staff, request), 200);
    });
}
