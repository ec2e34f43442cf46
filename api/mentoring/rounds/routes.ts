/** HTTP of rounds of mentoring: begin, list, set, invite, workshop, stand aside; and declining without a trace. */
import { createRoute, z } from "@hono/zod-openapi";
import { SMALLEST_GROUP } from "../../../analysis/mentoring/round-settings.ts";
import type { StaffContext } from "../../context.ts";
import { DONE, doneAnswer, idSchema, jsonAnswer, jsonBody } from "../../http/route-parts.ts";
import { createRouter } from "../../http/router.ts";
import { changeRound, changeStanding } from "./change-round.ts";
import { createRound } from "./create-round.ts";
import { declineOffer } from "./decline-offer.ts";
import { invitePeople } from "./invite-people.ts";
import { listRoundPeople, listRounds, readRound, readRoundPerson } from "./read-rounds.ts";
import { recordWorkshop } from "./record-workshop.ts";

/** Longer or of other characters is not one of ours. */
const secretSchema = z
  .string()
  .max(100)
  .regex(/^[\w-]+$/);

const params = z.object({ round: idSchema });
const titleSchema = z.string().trim().min(1).max(120);
const peopleSchema = z.array(idSchema).max(1_000);
const sideSchema = z.enum(["mentee", "mentor"]);

const progressSchema = z.object({
  wave: z.string(),
  state: z.string(),
  asked: z.number(),
  sent: z.number(),
});
const summarySchema = z.object({
  id: z.string(),
  title: z.string(),
  programme: z.string(),
  programmeName: z.string(),
  createdAt: z.string(),
  requests: progressSchema,
  offers: progressSchema,
  pairs: z.object({ asked: z.number(), accepted: z.number(), active: z.number(), ended: z.number() }),
  alerts: z.number(),
});
const settingsSchema = z.object({
  grades: z.array(z.string().trim().min(1).max(200)).max(100).readonly(),
  fairnessCap: z.number().int().min(0).max(100),
  answerDays: z.number().int().min(1).max(60),
  choice: z.boolean(),
  cascade: z.boolean(),
  workshopRequired: z.boolean(),
  months: z.number().int().min(1).max(36),
  minimumGroupSize: z.number().int().min(SMALLEST_GROUP).max(100),
});

const listRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds",
  request: { query: z.object({ programme: idSchema.optional() }) },
  responses: { 200: jsonAnswer(z.object({ rounds: z.array(summarySchema).readonly() }), "Rounds") },
});

const newRoundRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds",
  request: { body: jsonBody(z.object({ programme: idSchema, title: titleSchema }).strict()) },
  responses: {
    201: jsonAnswer(
      z.object({ id: z.string(), requestWave: z.string(), offerWave: z.string() }),
      "The round and its two draft waves",
    ),
  },
});

const readRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}",
  request: { params },
  responses: {
    200: jsonAnswer(
      summarySchema.extend({ settings: settingsSchema, gradesKnown: z.array(z.string()).readonly() }),
      "The round with its settings",
    ),
  },
});

const changeRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}",
  request: {
    params,
    body: jsonBody(
      z
        .object({ title: titleSchema.optional(), settings: settingsSchema.partial().strict().optional() })
        .strict(),
    ),
  },
  responses: { 200: jsonAnswer(settingsSchema, "The settings now") },
});

const peopleRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/people",
  request: { params },
  responses: {
    200: jsonAnswer(
      z.object({
        people: z
          .array(
            z.object({
              id: z.string(),
              name: z.string(),
              unit: z.string(),
              side: sideSchema,
              invitedAt: z.string().nullable(),
              because: z.enum(["asked", "coaching-ended"]).nullable(),
              sent: z.boolean(),
              standing: z.enum(["available", "paused", "ended", "stopped"]),
              workshops: z.array(z.string()).readonly(),
              live: z.number(),
            }),
          )
          .readonly(),
      }),
      "Who sent a form or was asked one by one",
    ),
  },
});

const personRoute = createRoute({
  method: "get",
  path: "/api/mentoring/rounds/{round}/people/{person}",
  request: { params: z.object({ round: idSchema, person: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        request: z.record(z.string(), z.unknown()).nullable(),
        offer: z.record(z.string(), z.unknown()).nullable(),
      }),
      "What this person sent",
    ),
  },
});

const inviteRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/invitations",
  request: {
    params,
    body: jsonBody(
      z
        .object({
          side: sideSchema,
          people: peopleSchema,
          coacheesOf: idSchema.optional(),
          because: z.enum(["asked", "coaching-ended"]),
        })
        .strict(),
    ),
  },
  responses: {
    200: jsonAnswer(z.object({ invited: z.number(), sentBefore: z.number() }), "On their way"),
  },
});

const workshopRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/workshops",
  request: {
    params,
    body: jsonBody(
      z.object({ people: peopleSchema.min(1), heldOn: z.iso.date(), attended: z.boolean() }).strict(),
    ),
  },
  responses: { 200: doneAnswer },
});

const standingRoute = createRoute({
  method: "post",
  path: "/api/mentoring/rounds/{round}/standings",
  request: {
    params,
    body: jsonBody(
      z
        .object({ person: idSchema, side: sideSchema, standing: z.enum(["available", "paused", "ended"]) })
        .strict(),
    ),
  },
  responses: { 200: doneAnswer },
});

const declineRoute = createRoute({
  method: "post",
  path: "/api/mentoring/decline-offer",
  request: { body: jsonBody(z.object({ wave: idSchema, secret: secretSchema }).strict()) },
  responses: { 200: jsonAnswer(z.object({ done: z.literal(true) }), "The same for every link") },
});

export function mentoringRoundRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listRoute, async (c) =>
      c.json({ rounds: await listRounds(context, c.var.staff, c.req.valid("query")) }, 200),
    )
    .openapi(newRoundRoute, async (c) =>
      c.json(await createRound(context, c.var.staff, c.req.valid("json")), 201),
    )
    .openapi(readRoute, async (c) => c.json(await readRound(context, c.var.staff, c.req.valid("param")), 200))
    .openapi(changeRoute, async (c) =>
      c.json(
        await changeRound(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") }),
        200,
      ),
    )
    .openapi(peopleRoute, async (c) =>
      c.json({ people: await listRoundPeople(context, c.var.staff, c.req.valid("param")) }, 200),
    )
    .openapi(personRoute, async (c) =>
      c.json(await readRoundPerson(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(inviteRoute, async (c) =>
      c.json(
        await invitePeople(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") }),
        200,
      ),
    )
    .openapi(workshopRoute, async (c) => {
      await recordWorkshop(context, c.var.staff, c.req.valid("json"));
      return c.json(DONE, 200);
    })
    .openapi(standingRoute, async (c) => {
      const { person, side, standing } = c.req.valid("json");
      const roundId = c.req.valid("param").round;
      await changeStanding(context, c.var.staff, { roundId, personId: person, side, standing });
      return c.json(DONE, 200);
    })
    .openapi(declineRoute, async (c) => {
      await declineOffer(context, c.req.valid("json"));
      return c.json(DONE, 200);
    });
}
