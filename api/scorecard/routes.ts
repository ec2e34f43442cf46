/** HTTP of a programme's scorecard. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Scorecard } from "../../analysis/scorecard/scorecard-model.ts";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { readScorecard } from "./read-scorecard.ts";

/** Made by analysis/scorecard; the shape is theirs. */
const scorecardSchema = z.custom<Scorecard>((value) => typeof value === "object" && value !== null);

const scorecardRoute = createRoute({
  method: "get",
  path: "/api/programmes/{programme}/scorecard",
  request: { params: z.object({ programme: idSchema }) },
  responses: { 200: jsonAnswer(scorecardSchema, "Measures by area, and which lie beyond chance") },
});

export function scorecardRoutes(context: StaffContext) {
  return createRouter().openapi(scorecardRoute, async (c) =>
    c.json(await readScorecard(context, c.var.staff, c.req.valid("param")), 200),
  );
}
