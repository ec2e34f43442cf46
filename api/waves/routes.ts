/** HTTP of waves for the coordinator: drafts, line-up, opening, reminding, closing, releasing. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import {
  DONE,
  doneAnswer,
  emptyBody,
  idSchema,
  jsonAnswer,
  jsonBody,
  LIST_BYTES,
  pageQuery,
  problemsSchema,
} from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { listInvited } from "../invitations/list-invited.ts";
import { remindRaters } from "../invitations/remind-raters.ts";
import { sendNewLink } from "../invitations/replace-links.ts";
import { changeWave } from "./change-wave.ts";
import { closeOpenWave, releaseReports } from "./close-and-release.ts";
import { createWave } from "./create-wave.ts";
import { importLineUp } from "./import-line-up.ts";
import { openWave } from "./open-wave.ts";
import { policySchema } from "./policy-schema.ts";
import { listWaves, readWave } from "./read-wave.ts";
import { reissueTicket } from "./reissue-ticket.ts";
import { lineUpImportSchema, waveSchema, waveSummarySchema } from "./wave-schemas.ts";
import { doneSoon } from "./work-under-way.ts";

const params = z.object({ wave: idSchema });
const doneOrUnderWay = jsonAnswer(
  z.object({ done: z.boolean() }),
  "Done, or going on: the wave tells how far",
);

const titleSchema = z.string().trim().min(1).max(120);
const timeSchema = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const listWavesRoute = createRoute({
  method: "get",
  path: "/api/programmes/{programme}/waves",
  request: { params: z.object({ programme: idSchema }) },
  responses: { 200: jsonAnswer(z.object({ waves: z.array(waveSummarySchema) }), "The programme's waves") },
});

const createWaveRoute = createRoute({
  method: "post",
  path: "/api/programmes/{programme}/waves",
  request: {
    params: z.object({ programme: idSchema }),
    body: jsonBody(
      z
        .object({
          definition: idSchema,
          title: titleSchema,
          policy: policySchema.optional(),
          closesAt: timeSchema.optional(),
        })
        .strict(),
    ),
  },
  responses: { 201: jsonAnswer(z.object({ id: z.string() }), "A draft") },
});

const readWaveRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}",
  request: { params },
  responses: { 200: jsonAnswer(waveSchema, "The wave with its line-up and progress") },
});

const changeWaveRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}",
  request: {
    params,
    body: jsonBody(
      z
        .object({
          title: titleSchema.optional(),
          policy: policySchema.optional(),
          closesAt: timeSchema.nullable().optional(),
        })
        .strict(),
    ),
  },
  responses: { 200: doneAnswer },
});

const importRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/line-up",
  request: {
    params,
    body: jsonBody(
      z
        .object({
          list: z.enum(["subjects", "raters", "participants"]),
          csv: z.string().max(4_000_000),
          apply: z.boolean(),
        })
        .strict(),
      LIST_BYTES,
    ),
  },
  responses: { 200: jsonAnswer(lineUpImportSchema.extend({ problems: problemsSchema }), "What changes") },
});

const openRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/open",
  request: { params, body: emptyBody },
  responses: { 200: jsonAnswer(z.object({ invited: z.number() }), "Open; invitations are on their way") },
});

const remindRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/remind",
  request: { params, body: emptyBody },
  responses: { 200: doneAnswer },
});

const invitedRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/invited",
  request: { params, query: pageQuery.extend({ search: z.string().max(100).default("") }).strict() },
  responses: {
    200: jsonAnswer(
      z.object({
        people: z
          .array(
            z.object({
              id: z.string(),
              name: z.string(),
              unit: z.string(),
              site: z.string(),
              mail: z.string().nullable(),
              newLinks: z.number(),
            }),
          )
          .readonly(),
        total: z.number(),
      }),
      "Who is invited, by name; nothing of who has sent",
    ),
  },
});

const newLinkRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/new-link",
  request: { params, body: jsonBody(z.object({ person: idSchema }).strict()) },
  responses: { 200: doneAnswer },
});

const reissueRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/reissue",
  request: { params, body: jsonBody(z.object({ rater: idSchema, subject: idSchema }).strict()) },
  responses: { 200: doneAnswer },
});

const closeRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/close",
  request: { params, body: emptyBody },
  responses: { 200: doneOrUnderWay },
});

const releaseRoute = createRoute({
  method: "post",
  path: "/api/waves/{wave}/release",
  request: { params, body: emptyBody },
  responses: { 200: doneOrUnderWay },
});

export function waveRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listWavesRoute, async (c) =>
      c.json({ waves: await listWaves(context, c.var.staff, c.req.valid("param")) }, 200),
    )
    .openapi(createWaveRoute, async (c) => {
      const request = { ...c.req.valid("json"), ...c.req.valid("param") };
      return c.json({ id: await createWave(context, c.var.staff, request) }, 201);
    })
    .openapi(readWaveRoute, async (c) =>
      c.json(await readWave(context, c.var.staff, c.req.valid("param")), 200),
    )
    .openapi(changeWaveRoute, async (c) => {
      await changeWave(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    })
    .openapi(importRoute, async (c) =>
      c.json(
        await importLineUp(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") }),
        200,
      ),
    )
    .openapi(openRoute, async (c) => c.json(await openWave(context, c.var.staff, c.req.valid("param")), 200))
    .openapi(remindRoute, async (c) => {
      await remindRaters(context, c.var.staff, c.req.valid("param"));
      return c.json(DONE, 200);
    })
    .openapi(invitedRoute, async (c) => {
      const request = { ...c.req.valid("query"), ...c.req.valid("param") };
      return c.json(await listInvited(context, c.var.staff, request), 200);
    })
    .openapi(newLinkRoute, async (c) => {
      await sendNewLink(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    })
    .openapi(reissueRoute, async (c) => {
      await reissueTicket(context, c.var.staff, { ...c.req.valid("json"), ...c.req.valid("param") });
      return c.json(DONE, 200);
    })
    .openapi(closeRoute, async (c) => {
      return c.json({ done: await doneSoon(closeOpenWave(context, c.var.staff, c.req.valid("param"))) }, 200);
    })
    .openapi(releaseRoute, async (c) => {
      return c.json(
        { done: await doneSoon(releaseReports(context, c.var.staff, c.req.valid("param"))) },
        200,
      );
    });
}
