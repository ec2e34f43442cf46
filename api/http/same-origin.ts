/** Refuses changes that another site's page asks for: JSON only, and from our own pages only. */
import type { MiddlewareHandler } from "hono";
import { DomainError } from "../errors.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Unsafe methods need a JSON body and a same-origin caller: `Sec-Fetch-Site: same-origin` where the browser sends
 * it, else an `Origin` equal to our own. A caller with neither header is no browser and carries no cookies of one.
 */
export function sameOriginJson(origin: () => string): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE.has(c.req.method)) return next();
    const site = c.req.header("sec-fetch-site");
    const from = c.req.header("origin");
    const foreign = site === undefined ? from !== undefined && from !== origin() : site !== "same-origin";
    if (foreign) {
      throw new DomainError(
        "wrong-origin",
        "The request came from another site's page and was refused. Open the address itself and try again.",
      );
    }
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== "application/json") {
      throw new DomainError("wrong-content-type", "Send the request as application/json.");
    }
    return next();
  };
}
