/** HTTP of the demo alone: who can still answer, what can be read, and signing in as an invented person. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { sessionCookie } from "../http/session-cookie.ts";
import { ROLES } from "../permissions.ts";
import { beginSession } from "../sign-in/session.ts";
import { demoPerson, openRaters, releasedReports } from "./demo-addresses.ts";
import { mentoringLinks } from "./mentoring-links.ts";

const overviewRoute = createRoute({
  method: "get",
  path: "/demo/overview.json",
  responses: {
    200: jsonAnswer(
      z.object({
        raters: z.array(
          z.object({
            name: z.string(),
            wave: z.string(),
            about: z.array(z.string()).readonly(),
            link: z.string(),
          }),
        ),
        reports: z.array(
          z.object({ wave: z.string(), waveTitle: z.string(), subject: z.string(), name: z.string() }),
        ),
        mentoring: z.array(
          z.object({
            name: z.string(),
            side: z.enum(["mentee", "mentor"]),
            round: z.string(),
            link: z.string(),
          }),
        ),
      }),
      "What there is to look at",
    ),
  },
});

const signInRoute = createRoute({
  method: "post",
  path: "/api/demo/sign-in",
  request: { body: jsonBody(z.object({ role: z.enum(ROLES) }).strict()) },
  responses: { 200: jsonAnswer(z.object({ signedIn: z.literal(true) }), "Signed in as an invented person") },
});

/** Must be served where config.demo is true and nowhere else: it lets anybody in. */
export function demoRoutes(context: StaffContext) {
  const cookie = sessionCookie(context.baseUrl);
  return createRouter()
    .openapi(overviewRoute, async (c) => {
      const reports = await releasedReports(context);
      const mentoring = await mentoringLinks(context);
      return c.json({ raters: await openRaters(context), reports, mentoring }, 200);
    })
    .openapi(signInRoute, async (c) => {
      const { role } = c.req.valid("json");
      const session = await context.people.write(async (tx) => {
        const personId = await demoPerson(tx, role);
        if (personId === undefined) throw new DomainError("not-found", "The demo has nobody with this role.");
        return beginSession(tx, { personId, previousToken: cookie.read(c) }, context.clock());
      });
      cookie.set(c, session);
      return c.json({ signedIn: true as const }, 200);
    });
}
