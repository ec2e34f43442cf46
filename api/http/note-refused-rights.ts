/** Writes down that somebody signed in asked for what is not theirs: the audit log's only line about refusals. */
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { appendAudit } from "../audit/append-audit.ts";
import { DomainError } from "../errors.ts";
import type { SignInContext } from "../sign-in/context.ts";
import { createAttemptLimit } from "./attempt-limit.ts";
import type { RouterEnvironment } from "./router-environment.ts";

/** Of one person, so that nobody fills the log. */
const NOTED = { most: 20, perSeconds: 3_600, keys: 1_000 };

/** To stand behind `authenticate`. The address is written down as declared, without what was put into it. */
export function noteRefusedRights({
  people,
  clock,
}: Pick<SignInContext, "people" | "clock">): MiddlewareHandler<RouterEnvironment> {
  const allowed = createAttemptLimit(NOTED, clock);
  return async (c, next) => {
    await next();
    const refused = c.error instanceof DomainError && c.error.code === "not-allowed";
    if (!refused && c.var.outside !== true) return;
    const { personId } = c.var.staff;
    if (!allowed(personId)) return;
    await people.write((tx) =>
      appendAudit(tx, {
        at: clock(),
        actorPersonId: personId,
        action: "right-refused",
        details: { method: c.req.method, address: routePath(c, -1) },
      }),
    );
  };
}
