/** HTTP of tickets. */
import { createRoute, z } from "@hono/zod-openapi";
import { DomainError } from "../errors.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { secretHash } from "../invitations/invitation-secret.ts";
import type { TicketsContext } from "./context.ts";
import { draftTokenIssuer } from "./issue-draft-token.ts";
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

const draftTokenRoute = createRoute({
  method: "post",
  path: "/api/draft-tokens",
  request: {
    body: jsonBody(
      z
        .object({
          wave: idSchema,
          secret: z.string().min(1).max(200),
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
const ATTEMPTS = { most: 30, perSeconds: 60, keys: 40_000 };

export function ticketRoutes(context: TicketsContext) {
  const withinLimit = createAttemptLimit(ATTEMPTS, context.clock);
  const issueDraftToken = draftTokenIssuer(context);
  const refuseHurry = (what: string, secret: string): void => {
    if (withinLimit(`${what} ${secretHash(secret)}`)) return;
    throw new DomainError(
      "too-many-requests",
      "This link was used too often in a short time. Nothing is lost. Wait a minute and send again.",
    );
  };
  return createRouter()
    .openapi(ticketRoute, async (c) => {
      const request = c.req.valid("json");
      refuseHurry("ticket", request.secret);
      return c.json(await issueTicket(context, request), 200);
    })
    .openapi(draftTokenRoute, async (c) => {
      const request = c.req.valid("json");
      refuseHurry("draft", request.secret);
      return c.json(await issueDraftToken(request), 200);
    });
}
