/** Lets staff through who are signed in, and says who they are. */
import type { MiddlewareHandler } from "hono";
import { DomainError } from "../errors.ts";
import type { SignInContext } from "../sign-in/context.ts";
import { readSession } from "../sign-in/session.ts";
import type { RouterEnvironment } from "./router-environment.ts";
import { sessionCookie } from "./session-cookie.ts";

/** Longer is not one of ours, and not worth hashing. */
const LONGEST_TOKEN = 100;

/** Puts the member of staff into the context as `staff`, or refuses with "not-signed-in". */
export function authenticate(context: SignInContext): MiddlewareHandler<RouterEnvironment> {
  const cookie = sessionCookie(context.baseUrl);
  return async (c, next) => {
    const token = cookie.read(c);
    const staff =
      token === undefined || token.length > LONGEST_TOKEN ? undefined : await readSession(context, token);
    if (staff === undefined) {
      throw new DomainError(
        "not-signed-in",
        "You are not signed in, or were signed out after a pause. Nothing stored is lost. Sign in again to go on.",
      );
    }
    c.set("staff", staff);
    // What staff see must not stay in a shared browser's cache.
    c.header("cache-control", "no-store");
    await next();
  };
}
