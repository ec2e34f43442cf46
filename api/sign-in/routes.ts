/** HTTP of signing in and out. */
import { createRoute, z } from "@hono/zod-openapi";
import { DomainError } from "../errors.ts";
import { createAttemptLimit } from "../http/attempt-limit.ts";
import { authenticate } from "../http/authenticate.ts";
import { limitsSchema } from "../http/limits-schema.ts";
import { jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { sessionCookie } from "../http/session-cookie.ts";
import { ONE_MAILBOX } from "../mail-address.ts";
import { ROLES, type StaffMember } from "../permissions.ts";
import type { SignInContext } from "./context.ts";
import { redeemFirstCoordinator } from "./first-coordinator.ts";
import { redeemSignIn } from "./redeem-sign-in.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { endSession } from "./session.ts";

const mailSchema = z.string().trim().max(200).regex(ONE_MAILBOX);
const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u);
const tokenSchema = z.string().min(1).max(100);

const staffAnswer = jsonAnswer(
  z.object({
    person: z.object({ id: z.string(), name: z.string() }),
    roles: z.array(z.enum(ROLES)).readonly(),
    /** Programmes of the roles that are not held in all. */
    limits: limitsSchema,
  }),
  "Who is signed in",
);

function answerOf(staff: StaffMember) {
  return { person: { id: staff.personId, name: staff.name }, roles: staff.roles, limits: staff.limits ?? {} };
}

const requestRoute = createRoute({
  method: "post",
  path: "/api/sign-in/request",
  request: { body: jsonBody(z.object({ mail: mailSchema }).strict()) },
  responses: { 202: jsonAnswer(z.object({ accepted: z.literal(true) }), "The same for every address") },
});

const redeemRoute = createRoute({
  method: "post",
  path: "/api/sign-in/redeem",
  request: { body: jsonBody(z.object({ token: tokenSchema }).strict()) },
  responses: { 200: staffAnswer },
});

const firstRoute = createRoute({
  method: "post",
  path: "/api/sign-in/first",
  request: {
    body: jsonBody(
      z
        .object({ token: tokenSchema, name: lineSchema, mail: mailSchema, ref: lineSchema.optional() })
        .strict(),
    ),
  },
  responses: { 200: staffAnswer },
});

const signOutRoute = createRoute({
  method: "post",
  path: "/api/sign-out",
  responses: { 200: jsonAnswer(z.object({ signedOut: z.literal(true) }), "Also if nobody was signed in") },
});

/** Runs work once the answer has left. */
export type Later = (work: () => Promise<void>) => void;

/** A pause of its own length each time, so that the next answer's delay does not tell what this one left to do. */
const afterAPause: Later = (work) => {
  setTimeout(
    () => {
      work().catch((error: unknown) => {
        console.error(`sign-in mail was not made (${error instanceof Error ? error.name : "unknown"})`);
      });
    },
    50 + Math.random() * 400,
  ).unref();
};

/** Of one client, so that nobody keeps others out; an office behind one address has some dozens of staff. */
const REQUESTS_OF_A_CLIENT = { most: 30, perSeconds: 60, keys: 10_000 };
const REDEMPTIONS_OF_A_CLIENT = { most: 60, perSeconds: 60, keys: 10_000 };
/**
 * Of one mail address, whoever asks: a link works for ten minutes and goes to that address alone, so one every two
 * minutes keeps its owner supplied however often a stranger asks, and does not flood the box.
 */
const MAILS_TO_ONE_ADDRESS = { most: 5, perSeconds: 600, keys: 10_000 };

/** Of one person's links. */
const REFUSALS_NOTED = { most: 10, perSeconds: 3_600, keys: 5_000 };

function tooMany(): DomainError {
  return new DomainError(
    "too-many-requests",
    "There were too many attempts to sign in from your network just now. Nothing is lost. Try again in a minute.",
  );
}

export function signInRoutes(context: SignInContext, later: Later = afterAPause) {
  const cookie = sessionCookie(context.baseUrl);
  const requestAllowed = createAttemptLimit(REQUESTS_OF_A_CLIENT, context.clock);
  const redemptionAllowed = createAttemptLimit(REDEMPTIONS_OF_A_CLIENT, context.clock);
  const addressAllowed = createAttemptLimit(MAILS_TO_ONE_ADDRESS, context.clock);
  const noteAllowed = createAttemptLimit(REFUSALS_NOTED, context.clock);
  const meRoute = createRoute({
    method: "get",
    path: "/api/me",
    middleware: [authenticate(context)] as const,
    responses: { 200: staffAnswer },
  });
  return createRouter()
    .openapi(requestRoute, (c) => {
      if (!requestAllowed(c.var.client ?? "")) throw tooMany();
      const { mail } = c.req.valid("json");
      // Too many for one address are left undone without a word: a word would tell that the address is known.
      if (addressAllowed(mail.toLowerCase())) later(() => requestSignIn(context, { mail }));
      return c.json({ accepted: true as const }, 202);
    })
    .openapi(redeemRoute, async (c) => {
      if (!redemptionAllowed(c.var.client ?? "")) throw tooMany();
      const { token } = c.req.valid("json");
      const { staff, sessionToken } = await redeemSignIn(context, {
        token,
        previousToken: cookie.read(c),
        mayNote: noteAllowed,
      });
      cookie.set(c, sessionToken);
      return c.json(answerOf(staff), 200);
    })
    .openapi(firstRoute, async (c) => {
      if (!redemptionAllowed(c.var.client ?? "")) throw tooMany();
      const { staff, sessionToken } = await redeemFirstCoordinator(context, {
        ...c.req.valid("json"),
        previousToken: cookie.read(c),
      });
      cookie.set(c, sessionToken);
      return c.json(answerOf(staff), 200);
    })
    .openapi(signOutRoute, async (c) => {
      const token = cookie.read(c);
      if (token !== undefined) await endSession(context, token);
      cookie.clear(c);
      return c.json({ signedOut: true as const }, 200);
    })
    .openapi(meRoute, (c) => c.json(answerOf(c.var.staff), 200));
}
