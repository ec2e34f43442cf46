/** HTTP of answers that are given with a name. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { ANSWERS_BYTES, idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { submitAnswers } from "./submit-answers.ts";

const recorded = z.object({ recorded: z.literal(true) });

const submitRoute = createRoute({
  method: "post",
  path: "/api/answers",
  request: {
    body: jsonBody(
      z
        .object({
          wave: idSchema,
          secret: z.string().min(1).max(100),
          subject: z.string().max(40),
          answers: z.record(z.string(), z.unknown()),
        })
        .strict(),
      ANSWERS_BYTES,
    ),
  },
  responses: { 200: jsonAnswer(recorded, "Recorded before"), 201: jsonAnswer(recorded, "Recorded") },
});

export function identifiedAnswerRoutes(context: Pick<StaffContext, "people" | "answers" | "keys" | "clock">) {
  return createRouter().openapi(submitRoute, async (c) => {
    const { recorded: when } = await submitAnswers(context, c.req.valid("json"));
    return c.json({ recorded: true as const }, when === "now" ? 201 : 200);
  });
}
