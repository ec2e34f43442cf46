/** HTTP of programmes. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { holdsEverywhere, reaches, requireRole } from "../permissions.ts";
import { createProgramme } from "./create-programme.ts";
import { everyProgramme } from "./store.ts";

const programmeSchema = z.object({ id: z.string(), name: z.string() });

const listRoute = createRoute({
  method: "get",
  path: "/api/programmes",
  responses: {
    200: jsonAnswer(
      z.object({ programmes: z.array(programmeSchema), mayCreate: z.boolean() }),
      "The programmes of whoever asks, by name, and whether they may begin another",
    ),
  },
});

const createProgrammeRoute = createRoute({
  method: "post",
  path: "/api/programmes",
  request: { body: jsonBody(z.object({ name: z.string().trim().min(1).max(120) }).strict()) },
  responses: { 201: jsonAnswer(programmeSchema, "The new programme") },
});

export function programmeRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listRoute, async (c) => {
      requireRole(c.var.staff, "coordinator", "evaluator");
      const programmes = await context.people.read(everyProgramme);
      const own = programmes.filter(({ id }) => reaches(c.var.staff, id, "coordinator", "evaluator"));
      return c.json({ programmes: own, mayCreate: holdsEverywhere(c.var.staff, "coordinator") }, 200);
    })
    .openapi(createProgrammeRoute, async (c) =>
      c.json(await createProgramme(context, c.var.staff, c.req.valid("json")), 201),
    );
}
