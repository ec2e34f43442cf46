/** HTTP of printed letters for the coordinator. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { listLetters, printLetters } from "./print-letters.ts";

const params = z.object({ wave: idSchema });

const listRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/letters",
  request: { params },
  responses: {
    200: jsonAnswer(
      z.object({
        title: z.string(),
        people: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            unit: z.string(),
            site: z.string(),
            printed: z.number(),
          }),
        ),
      }),
      "Everybody who has no mail address, and how often their letter was printed",
    ),
  },
});

const printRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/letters",
  request: {
    params,
    body: jsonBody(
      z
        .object({
          whose: z.union([z.enum(["not-yet-printed", "everybody"]), z.object({ person: idSchema }).strict()]),
        })
        .strict(),
    ),
  },
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
      "Letters by site, unit and name; whoever has had one before gets a new code",
    ),
  },
});

export function letterRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listRoute, async (c) =>
      c.json(await listLetters(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(printRoute, async (c) => {
      c.header("cache-control", "no-store");
      const request = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json(await printLetters(context, c.var.staff, request), 200);
    });
}
