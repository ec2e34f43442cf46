/** HTTP of the audit log. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { jsonAnswer, pageQuery } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { listAudit } from "./list-audit.ts";

const auditPageSchema = z.object({
  events: z
    .array(
      z.object({
        seq: z.number(),
        at: z.string(),
        actorName: z.string().nullable(),
        action: z.string(),
        details: z.record(z.string(), z.unknown()).readonly(),
      }),
    )
    .readonly(),
  total: z.number(),
  verdict: z.discriminatedUnion("intact", [
    z.object({ intact: z.literal(true), events: z.number(), headHash: z.string() }),
    z.object({ intact: z.literal(false), brokenAt: z.number() }),
  ]),
});

const listAuditRoute = createRoute({
  method: "get",
  path: "/api/audit",
  request: { query: pageQuery.strict() },
  responses: { 200: jsonAnswer(auditPageSchema, "What staff did, newest first") },
});

export function auditRoutes(context: Pick<StaffContext, "people">) {
  return createRouter().openapi(listAuditRoute, async (c) =>
    c.json(await listAudit(context, c.var.staff, c.req.valid("query")), 200),
  );
}
