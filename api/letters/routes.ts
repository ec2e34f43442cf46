/** HTTP of printed letters for the coordinator. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { printLetters } from "./print-letters.ts";

const lettersRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/letters",
  request: { params: z.object({ wave: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        title: z.string(),
        programmeName: z.string(),
        address: z.string(),
        words: z.array(z.string()).readonly(),
        closesAt: z.string().nullable(),
        letters: z.array(
          z.object({
            name: z.string(),
            unit: z.string(),
            site: z.string(),
            code: z.string(),
            url: z.string(),
            qr: z.object({ size: z.number(), path: z.string() }),
          }),
        ),
      }),
      "Letters of those who have no mail address and have not sent yet, by site, unit and name",
    ),
  },
});

export function letterRoutes(context: StaffContext) {
  return createRouter().openapi(lettersRoute, async (c) => {
    c.header("cache-control", "no-store");
    return c.json(await printLetters(context, c.var.staff, c.req.valid("param")), 200);
  });
}
