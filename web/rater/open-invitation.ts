/** Exchanges the invitation's secret for what it asks; by POST, after the rater said whose device it is. */
import type { LinkFragment } from "../../surveys/link-fragment.ts";
import { fieldsOf, isWorthRetrying, refusalOf, type Server } from "./protocol/server.ts";

export interface PersonAsked {
  /** Subject code; "" where the survey is about nobody in particular. */
  readonly subject: string;
  /** "" as well then. */
  readonly name: string;
  readonly group: string;
}

export interface Invitation {
  readonly wave: string;
  readonly link: LinkFragment;
  readonly identity: "anonymous" | "identified";
  /** ISO time, or undefined if no closing time was set. */
  readonly closesAt: string | undefined;
  readonly people: readonly PersonAsked[];
}

export type OpenedInvitation =
  | { readonly ok: true; readonly invitation: Invitation }
  | { readonly ok: false; readonly reason: "offline" }
  | { readonly ok: false; readonly reason: "refused"; readonly code: string; readonly detail: string };

function personOf(value: unknown): readonly PersonAsked[] {
  if (typeof value !== "object" || value === null) return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  const subject = fields.get("subject");
  const name = fields.get("name") ?? "";
  const group = fields.get("group");
  if (typeof subject !== "string" || typeof name !== "string" || typeof group !== "string") return [];
  return [{ subject, name, group }];
}

/** Asks the server what this invitation is for; after its manifest was held against the link. */
export async function openInvitation(
  server: Server,
  wave: string,
  link: LinkFragment,
): Promise<OpenedInvitation> {
  const answer = await server.send(
    "POST",
    "/api/invitations/open",
    JSON.stringify({ wave, secret: link.secret }),
  );
  if (answer.status === 200) {
    const { people, identity, closesAt } = fieldsOf(answer);
    return {
      ok: true,
      invitation: {
        wave,
        link,
        identity: identity === "identified" ? "identified" : "anonymous",
        closesAt: typeof closesAt === "string" ? closesAt : undefined,
        people: Array.isArray(people) ? people.flatMap(personOf) : [],
      },
    };
  }
  if (isWorthRetrying(answer)) return { ok: false, reason: "offline" };
  const { code, detail } = refusalOf(answer);
  return { ok: false, reason: "refused", code, detail };
}
