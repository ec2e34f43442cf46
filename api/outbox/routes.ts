/** HTTP of the outbox. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer, pageQuery } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { discardMail } from "./discard-mail.ts";
import { listDemoMail, listMail } from "./list-mail.ts";
import { readMail } from "./read-mail.ts";

const mailPageSchema = z.object({
  mails: z
    .array(
      z.object({
        id: z.string(),
        waveId: z.string().nullable(),
        toAddress: z.string(),
        subject: z.string(),
        state: z.enum(["waiting", "given-up"]),
        attempts: z.number(),
        lastReply: z.number().nullable(),
        createdAt: z.string(),
        nextAttemptAt: z.string().nullable(),
        text: z.string().nullable(),
        signsIn: z.boolean(),
      }),
    )
    .readonly(),
  total: z.number(),
  delivers: z.boolean(),
});

const oneMail = z.object({ mail: idSchema });

const listMailRoute = createRoute({
  method: "get",
  path: "/api/outbox",
  request: { query: pageQuery.strict() },
  responses: { 200: jsonAnswer(mailPageSchema, "Mail that has not left, newest first") },
});

const readMailRoute = createRoute({
  method: "post",
  path: "/api/outbox/{mail}/read",
  request: { params: oneMail },
  responses: { 200: jsonAnswer(z.object({ text: z.string() }), "The text of one mail") },
});

const discardMailRoute = createRoute({
  method: "post",
  path: "/api/outbox/{mail}/discard",
  request: { params: oneMail },
  responses: { 200: jsonAnswer(z.object({ discarded: z.literal(true) }), "The mail is gone") },
});

const demoMailRoute = createRoute({
  method: "get",
  path: "/demo/outbox.json",
  request: { query: pageQuery.strict() },
  responses: { 200: jsonAnswer(mailPageSchema, "The demo's mail, with its texts") },
});

export function outboxRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listMailRoute, async (c) =>
      c.json(await listMail(context, c.var.staff, c.req.valid("query")), 200),
    )
    .openapi(readMailRoute, async (c) =>
      c.json(await readMail(context, c.var.staff, c.req.valid("param").mail), 200),
    )
    .openapi(discardMailRoute, async (c) => {
      await discardMail(context, c.var.staff, c.req.valid("param").mail);
      return c.json({ discarded: true as const }, 200);
    });
}

/** To be served only where config.demo is true. */
export function demoOutboxRoutes(context: StaffContext) {
  return createRouter().openapi(demoMailRoute, async (c) =>
    c.json(await listDemoMail(context, c.req.valid("query")), 200),
  );
}
