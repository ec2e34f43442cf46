/** HTTP of tickets. */
import { createRoute, z } from "@hono/zod-openapi";
import { DomainError } from "../errors.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { secretHash } from "../invitations/invitation-secret.ts";
import type { TicketsContext } from "./context.ts";
import { issueTicket } from "./issue-ticket.ts";

const ticketRoute = createRoute({
  method: "post",
  path: "/api/tickets",
  request: {
    body: jsonBody(
      z
        .object({
          wave: idSchema,
          secret: z.string().min(1).max(200),
          subject: z.string().max(40),
          blinded: z.string().min(1).max(200),
        })
        .strict(),
    ),
  },
  responses: {
    200: jsonAnswer(z.object({ evaluated: z.string(), proof: z.string() }), "The evaluated element"),
  },
});

/** A retry or two is normal; more in a minute is a fault or a search. */
const ATTEMPTS = { most: 30, perSeconds: 60, keys: 20_000 };

export function ticketRoutes(context: TicketsContext) {
  const withinLimit = createAttemptLimit(ATTEMPTS, context.clock);
  return createRouter().openapi(ticketRoute, async (c) => {
    const request = c.req.valid("json");
    if (!withinLimit(secretHash(request.secret))) {
      throw new DomainError(
        "too-many-requests",
        "This link was used too often in a short time. Nothing is lost. Wait a minute and send again.",
      );
    }
    return c.json(await issueTicket(context, request), 200);
  });
}
