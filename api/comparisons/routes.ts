/** HTTP of comparisons of released waves for evaluators. */
import { createRoute, z } from "@hono/zod-openapi";
import type { ComparedRate } from "../../analysis/comparison/comparison-model.ts";
import type { LinkedWaveChanges } from "../../analysis/staff-comparison/linked-wave-changes.ts";
import type { StaffComparison } from "../../analysis/staff-comparison/staff-comparison-model.ts";
import type { StaffContext } from "../context.ts";
import { jsonAnswer } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { compareSurveys } from "./compare-surveys.ts";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
/** Made by analysis/staff-comparison from released tables; the shape is theirs. */
const comparisonSchema = z.custom<StaffComparison>(isObject);
const rateSchema = z.custom<ComparedRate>(isObject);
const linkedSchema = z.custom<LinkedWaveChanges>(isObject).nullable();

/** Ids in addresses are joined by commas, codes and values by plus signs. */
const listed = (separator: string) => (text: string) => text.split(separator).filter((part) => part !== "");
const joined = z.string().min(1).max(400);

const compareRoute = createRoute({
  method: "get",
  path: "/api/comparisons",
  request: {
    query: z
      .object({
        waves: joined.transform(listed(",")),
        cut: joined.transform(listed("+")).optional(),
        category: joined.transform(listed("+")).optional(),
      })
      .refine(({ cut, category }) => (cut === undefined) === (category === undefined), {
        message: "Name a cut and one of its categories, or neither.",
        path: ["category"],
      }),
  },
  responses: {
    200: jsonAnswer(
      z.object({
        waves: z.array(z.object({ wave: z.string(), title: z.string(), closedAt: z.string().nullable() })),
        comparison: comparisonSchema,
        rates: z.array(rateSchema).readonly(),
        renamed: z.array(z.object({ item: z.string(), earlier: z.string(), later: z.string() })),
        linked: linkedSchema,
        inputs: z.array(z.object({ wave: z.string(), release: z.number(), datasetHash: z.string() })),
        hash: z.string(),
      }),
      "What changed between the waves, in the order in which they closed",
    ),
  },
});

export function comparisonRoutes(context: StaffContext) {
  return createRouter().openapi(compareRoute, async (c) => {
    const { waves, cut, category } = c.req.valid("query");
    const of = cut === undefined || category === undefined ? undefined : { codes: cut, values: category };
    return c.json(await compareSurveys(context, c.var.staff, { waves, of }), 200);
  });
}
