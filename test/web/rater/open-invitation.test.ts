/** Exchanging an invitation for what it asks. */
import { describe, expect, it } from "vitest";
import { openInvitation } from "../../../web/rater/open-invitation.ts";
import type { Server, ServerAnswer } from "../../../web/rater/protocol/server.ts";

function serverThatSays(status: number, body: unknown): Server {
  const answer: ServerAnswer = { status, text: JSON.stringify(body) };
  return { get: async () => answer, send: async () => answer };
}

const open = (status: number, body: unknown) =>
  openInvitation(serverThatSays(status, body), "w1", { secret: "secret" });

describe("opening an invitation", () => {
  it("gives the people asked about, and the closing time", async () => {
    const people = [{ subject: "s1", name: "Ann Lee", group: "peer" }];
    const result = await open(200, { identity: "anonymous", closesAt: "2030-01-01T00:00:00.000Z", people });
    expect(result).toEqual({
      ok: true,
      invitation: {
        wave: "w1",
        link: { secret: "secret" },
        identity: "anonymous",
        closesAt: "2030-01-01T00:00:00.000Z",
        people,
      },
    });
  });

  it("of a survey about nobody has an empty name", async () => {
    const people = [{ subject: "", name: null, group: "" }];
    const result = await open(200, { identity: "anonymous", closesAt: null, people });
    expect(result.ok && result.invitation.people).toEqual([{ subject: "", name: "", group: "" }]);
    expect(result.ok && result.invitation.closesAt).toBeUndefined();
  });

  it("is offline when nothing came back or the server failed", async () => {
    for (const status of [0, 429, 500, 503]) {
      expect(await open(status, {})).toEqual({ ok: false, reason: "offline" });
    }
  });

  it("repeats the server's own sentence when refused", async () => {
    const refused = await open(404, { code: "link-not-valid", detail: "This link cannot be used." });
    expect(refused).toEqual({
      ok: false,
      reason: "refused",
      code: "link-not-valid",
      detail: "This link cannot be used.",
    });
  });
});
