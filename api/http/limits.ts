/** Limits on what a request may hold: bytes and depth, checked before anything looks inside. */
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { DomainError } from "../errors.ts";

/** Deeper JSON than any of our shapes is refused unread. */
const MAXIMUM_DEPTH = 12;

function tooLarge(maximumBytes: number): DomainError {
  return new DomainError(
    "too-large",
    `The request is larger than the ${Math.floor(maximumBytes / 1024)} kilobytes this address accepts. Nothing was stored.`,
  );
}

/** Refuses bodies over the limit, chunked ones too; a body that was read already is measured as it is. */
export function limitBody(maximumBytes: number): MiddlewareHandler {
  const limitUnread = bodyLimit({
    maxSize: maximumBytes,
    onError: () => {
      throw tooLarge(maximumBytes);
    },
  });
  return async (c, next) => {
    if (c.req.bodyCache.text === undefined) return limitUnread(c, next);
    if (Buffer.byteLength(await c.req.text()) > maximumBytes) throw tooLarge(maximumBytes);
    return next();
  };
}

/** Counts brackets outside strings; a linear scan, so that hostile nesting costs nothing. */
function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (inString) {
      if (code === 92) place += 1;
      else if (code === 34) inString = false;
    } else if (code === 34) inString = true;
    else if (code === 123 || code === 91) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 125 || code === 93) depth -= 1;
  }
  return deepest;
}

/** Reads the JSON once, so that bad JSON and deep JSON are refusals with a sentence and not faults. */
export function readableJson(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const text = await c.req.text();
    if (jsonDepth(text) > MAXIMUM_DEPTH) {
      throw new DomainError("bad-input", "The request is nested deeper than anything this address accepts.");
    }
    try {
      JSON.parse(text);
    } catch {
      throw new DomainError("bad-json", "The request is not valid JSON. Nothing was stored.");
    }
    return next();
  };
}
