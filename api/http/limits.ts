/** Limits on what a request may hold: bytes and depth, read after sign-in and address were looked at. */
import type { Context, MiddlewareHandler } from "hono";
import { DomainError } from "../errors.ts";
import { createBytesInFlight } from "./bytes-in-flight.ts";
import type { RouterEnvironment } from "./router-environment.ts";

/** Deeper JSON than any of our shapes is refused unread. */
const MAXIMUM_DEPTH = 12;

const MEBIBYTE = 1024 * 1024;
/** A body of this size is held by the network's buffers anyway. */
const SMALL_BYTES = 16 * 1024;

/** Of the whole process: a hundred lists of people, or a hundred and fifty forms of the longest kind. */
const inFlight = createBytesInFlight({ inAll: 96 * MEBIBYTE, ofOneClient: 24 * MEBIBYTE });

function tooLarge(maximumBytes: number): DomainError {
  return new DomainError(
    "too-large",
    `The request is larger than the ${Math.floor(maximumBytes / 1024)} kilobytes this address accepts. Nothing was stored.`,
  );
}

function tooMuchAtOnce(): DomainError {
  return new DomainError(
    "too-many-requests",
    "The server is receiving too much at once. Nothing of this request was stored. Try again in a minute.",
  );
}

function brokenOff(): DomainError {
  return new DomainError(
    "bad-json",
    "The request ended before it was complete. Nothing was stored. Check the connection and try again.",
  );
}

/** Piece by piece, so that no more is held than was counted. */
async function readCounted(
  stream: ReadableStream<Uint8Array>,
  client: string,
  maximumBytes: number,
): Promise<string> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw brokenOff();
      });
      if (done) return Buffer.concat(parts).toString("utf8");
      if (bytes + value.length > maximumBytes) throw tooLarge(maximumBytes);
      if (!inFlight.take(client, value.length)) throw tooMuchAtOnce();
      bytes += value.length;
      parts.push(value);
    }
  } finally {
    inFlight.give(client, bytes);
    await reader.cancel().catch(() => {
      // What broke off has nothing left to cancel.
    });
  }
}

async function readText(c: Context<RouterEnvironment>, maximumBytes: number): Promise<string> {
  const announced = c.req.header("content-length");
  if (announced !== undefined && Number(announced) > maximumBytes) throw tooLarge(maximumBytes);
  if (announced !== undefined && Number(announced) <= SMALL_BYTES) {
    return c.req.text().catch(() => {
      throw brokenOff();
    });
  }
  const { body } = c.req.raw;
  const text = body === null ? "" : await readCounted(body, c.var.client ?? "", maximumBytes);
  // Whoever reads the body next finds the text instead of the stream that is used up.
  c.req.raw = new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body: text });
  return text;
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

/**
 * Reads a JSON body of at most so many bytes, once, so that large, bad and deep JSON are refusals with a sentence and
 * not faults.
 */
export function readJson(maximumBytes: number): MiddlewareHandler<RouterEnvironment> {
  return async (c, next) => {
    const text = await readText(c, maximumBytes);
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
