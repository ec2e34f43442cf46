/** A router with our manners: declared shapes only, and refusals that name paths but never repeat what was sent. */
import { OpenAPIHono } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { DomainError, type InputProblem } from "../errors.ts";
import { problemResponse } from "./error-response.ts";
import { readJson } from "./limits.ts";
import { mostBytesOf } from "./route-parts.ts";
import type { RouterEnvironment } from "./router-environment.ts";

interface ZodIssueLike {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** zod's own messages may name what was received; these name only what is expected. */
function sentenceOf(issue: ZodIssueLike): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return "There is a field here that this address does not know. Leave it out.";
    case "too_big":
      return "This is too long or too large.";
    case "too_small":
      return "This is too short or too small.";
    case "invalid_type":
      return "This is missing or of the wrong type.";
    case "invalid_value":
      return "This is not one of the values allowed here.";
    case "custom":
      return issue.message;
    default:
      return "This does not have the form expected here.";
  }
}

/** The parts of an input that do not fit, from zod's issues. */
function inputProblems(issues: readonly ZodIssueLike[]): InputProblem[] {
  return issues.slice(0, 20).map((issue) => ({
    path: issue.path.map((part) => String(part).slice(0, 40)).join("."),
    sentence: sentenceOf(issue),
  }));
}

interface DeclaredRoute {
  readonly request?: { readonly body?: object };
  readonly middleware?: MiddlewareHandler | readonly MiddlewareHandler[];
}

/** The route, reading its body first of all it does: by then address and sign-in have been looked at. */
function withBodyRead<Route extends DeclaredRoute>(route: Route): Route {
  const body = route.request?.body;
  if (body === undefined) return route;
  const declared = route.middleware ?? [];
  return { ...route, middleware: [readJson(mostBytesOf(body)), declared].flat() };
}

/** An OpenAPIHono whose refusals are problem+json, and whose routes read their bodies within their own limits. */
export function createRouter(): OpenAPIHono<RouterEnvironment> {
  const router = new OpenAPIHono<RouterEnvironment>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      return problemResponse(
        c,
        new DomainError(
          "bad-input",
          "The request does not have the form this address expects. Nothing was stored.",
          inputProblems(result.error.issues),
        ),
      );
    },
  });
  const declare = router.openapi;
  router.openapi = (route, ...rest) => declare(withBodyRead(route), ...rest);
  return router;
}
