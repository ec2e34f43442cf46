/** HTTP of the ledger over waves: what it says of one. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { explainLedger } from "./explain-ledger.ts";

const ledgerRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/ledger",
  request: { params: z.object({ wave: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        standings: z.array(
          z.object({
            standing: z.enum(["free", "cells", "trend", "direction", "refused"]),
            earlier: z.string(),
            about: z.string().nullable(),
            groups: z.array(z.string()),
            stayed: z.number(),
            joined: z.number(),
            left: z.number(),
            days: z.number(),
          }),
        ),
        openFrom: z.string().nullable(),
      }),
      "What follows from other waves that asked some of the same people the same",
    ),
  },
});

export function ledgerRoutes(context: StaffContext) {
  return createRouter().openapi(ledgerRoute, async (c) =>
    c.json(await explainLedger(context, c.var.staff, c.req.valid("param")), 200),
  );
}
