/** The parts that route declarations repeat: bodies, answers, ids, pages. */
import { z } from "@hono/zod-openapi";

/** Enough for every form that is filled in by hand; what takes more says so. */
const USUAL_BYTES = 64 * 1024;

/** A list of people or ratings as a file of an organisation of some thousands. */
export const LIST_BYTES = 5 * 1024 * 1024;

/** The answers to the longest form. */
export const ANSWERS_BYTES = 512 * 1024;

/** A required JSON body of this shape, of at most so many bytes. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, mostBytes: number = USUAL_BYTES) {
  return { content: { "application/json": { schema } }, required: true as const, mostBytes };
}

/** The limit of a declared body. */
export function mostBytesOf(body: object): number {
  return "mostBytes" in body && typeof body.mostBytes === "number" ? body.mostBytes : USUAL_BYTES;
}

/** A JSON answer of this shape. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

/** The body of a request that says everything in its address. */
export const emptyBody = jsonBody(z.object({}).strict());

/** The answer where there is nothing to say but that it is done. */
export const DONE = { done: true } as const;
export const doneAnswer = jsonAnswer(z.object({ done: z.literal(true) }), "Done");

/** Ids in addresses; ours are short, so that anything longer is refused unread. */
export const idSchema = z.string().min(1).max(40);

/** Bad rows and fields, as refusals carry them. */
export const problemsSchema = z.array(z.object({ path: z.string(), sentence: z.string() })).readonly();

/** Which part of a long list. */
export const pageQuery = z.object({
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
