/** HTTP of the rater's answers: manifest, form, sealed answers, drafts. No cookies, no log, no time. */
import { createRoute, z } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { DomainError } from "../errors.ts";
import { ANSWERS_BYTES, idSchema, jsonAnswer, jsonBody } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import type { ResponsesContext } from "./context.ts";
import { discardDraft, keepDraft, readDraft } from "./keep-draft.ts";
import { receiveResponse } from "./receive-response.ts";

const bytesText = z.string().min(1).max(ANSWERS_BYTES);
const draftName = { wave: idSchema, id: z.string().max(64) };

const notStored: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("cache-control", "no-store");
};

const responseRoute = createRoute({
  method: "post",
  path: "/api/responses",
  middleware: [notStored] as const,
  request: {
    body: jsonBody(
      z
        .object({
          wave: idSchema,
          subject: z.string().max(40),
          group: z.string().max(80),
          nonce: z.string().max(64),
          output: z.string().max(128),
          box: bytesText,
        })
        .strict(),
      ANSWERS_BYTES,
    ),
  },
  responses: {
    200: jsonAnswer(z.object({ recorded: z.literal(true) }), "The same answers were recorded before"),
    201: jsonAnswer(z.object({ recorded: z.literal(true) }), "Recorded now"),
  },
});

const keepDraftRoute = createRoute({
  method: "put",
  path: "/api/drafts",
  middleware: [notStored] as const,
  request: {
    body: jsonBody(
      z
        .object({
          ...draftName,
          half: z.string().max(64),
          box: bytesText.optional(),
          nonce: z.string().max(64).optional(),
          output: z.string().max(128).optional(),
        })
        .strict(),
      ANSWERS_BYTES,
    ),
  },
  responses: {
    200: jsonAnswer(z.object({ half: z.string() }), "Kept until deleted or closed; the half kept"),
  },
});

const readDraftRoute = createRoute({
  method: "post",
  path: "/api/drafts/read",
  middleware: [notStored] as const,
  request: { body: jsonBody(z.object({ ...draftName, copy: z.boolean().optional() }).strict()) },
  responses: {
    200: jsonAnswer(z.object({ half: z.string(), box: z.string().optional() }), "What was put here"),
  },
});

const discardDraftRoute = createRoute({
  method: "post",
  path: "/api/drafts/delete",
  middleware: [notStored] as const,
  request: { body: jsonBody(z.object(draftName).strict()) },
  responses: { 200: jsonAnswer(z.object({ deleted: z.literal(true) }), "There is no draft of this id now") },
});

export function responseRoutes(context: ResponsesContext) {
  const facts = async (wave: string) => {
    const found = await context.waves.facts(wave);
    if (found === undefined) {
      throw new DomainError("not-found", "There is no such survey. Check the link, or ask who sent it.");
    }
    return found;
  };
  const router = createRouter()
    .openapi(responseRoute, async (c) => {
      const receipt = await receiveResponse(context, c.req.valid("json"));
      return c.json({ recorded: true as const }, receipt === "recorded" ? 201 : 200);
    })
    .openapi(keepDraftRoute, async (c) => {
      return c.json({ half: await keepDraft(context, c.req.valid("json")) }, 200);
    })
    .openapi(readDraftRoute, async (c) => c.json(await readDraft(context, c.req.valid("json")), 200))
    .openapi(discardDraftRoute, async (c) => {
      await discardDraft(context, c.req.valid("json"));
      return c.json({ deleted: true as const }, 200);
    });
  // The exact texts, because their hashes are what a browser trusts.
  router.get("/api/waves/:wave/manifest", async (c) => {
    const { manifestText } = await facts(c.req.param("wave"));
    return c.body(manifestText, 200, { "content-type": "application/json", "cache-control": "no-cache" });
  });
  router.get("/api/waves/:wave/form", async (c) => {
    const { formText } = await facts(c.req.param("wave"));
    return c.body(formText, 200, {
      "content-type": "application/json",
      "cache-control": "public, max-age=31536000, immutable",
    });
  });
  return router;
}
