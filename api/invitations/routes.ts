/** HTTP of a rater's link: whom it asks about. No cookie, nothing logged. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { openInvitation } from "./open-invitation.ts";

const openInvitationRoute = createRoute({
  method: "post",
  path: "/api/invitations/open",
  request: { body: jsonBody(z.object({ wave: idSchema, secret: z.string().min(1).max(100) }).strict()) },
  responses: {
    200: jsonAnswer(
      z.object({
        identity: z.enum(["anonymous", "identified"]),
        closesAt: z.string().nullable(),
        people: z.array(
          z.object({
            subject: z.string(),
            name: z.string().nullable(),
            group: z.string(),
          }),
        ),
      }),
      "Whom the rater is asked about",
    ),
  },
});

/**
 * Without a limit of attempts: guesses are all different, so only a limit for the whole wave would stop them, and with
 * that anybody could lock every rater out. The shortest secret, a letter's code, has 100 bits.
 */
export function invitationRoutes(context: Pick<StaffContext, "people" | "keys">) {
  return createRouter().openapi(openInvitationRoute, async (c) => {
    const { identity, closesAt, people } = await openInvitation(context, c.req.valid("json"));
    c.header("cache-control", "no-store");
    return c.json({ identity, closesAt: closesAt?.toISOString() ?? null, people: [...people] }, 200);
  });
}
