/** Who sees what of mail that waits. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "../../../api/config.ts";
import { discardMail } from "../../../api/outbox/discard-mail.ts";
import { enqueueMails } from "../../../api/outbox/enqueue-mails.ts";
import { listMail } from "../../../api/outbox/list-mail.ts";
import { readMail } from "../../../api/outbox/read-mail.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";
import { testEnvironment } from "../../support/test-environment.ts";

describe("the outbox page", () => {
  let stores: TestStores;
  const clock = () => new Date("2026-03-01T10:00:00Z");
  const coordinator = { personId: "p", name: "Ada", roles: ["coordinator"] } as const;
  const coach = { personId: "q", name: "Grace", roles: ["coach"] } as const;
  const page = { offset: 0, limit: 50 };
  const contextOf = (settings: { demo?: boolean; smtp?: boolean } = {}) => ({
    people: stores.people,
    clock,
    config: readConfig(
      settings.smtp === true ? { ...testEnvironment, SOUNDINGS_SMTP: "smtp://127.0.0.1:1" } : testEnvironment,
      {
        demo: settings.demo ?? false,
      },
    ),
  });
  const audit = () =>
    stores.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );

  beforeEach(async () => {
    stores = await openTestStores();
    await stores.people.write((tx) =>
      enqueueMails(
        tx,
        [
          { waveId: "wave", toAddress: "a@x.org", subject: "Feedback", text: "the link" },
          { waveId: null, toAddress: "b@x.org", subject: "Sign in", text: "the key", signsIn: true },
        ],
        clock(),
      ),
    );
  });
  afterEach(() => stores.cleanUp());

  it("lists for coordinators what waits, without the texts", async () => {
    const listed = await listMail(contextOf(), coordinator, page);
    expect(listed).toMatchObject({ total: 2, delivers: false });
    expect(listed.mails.map((mail) => [mail.toAddress, mail.text])).toEqual([
      ["a@x.org", null],
      ["b@x.org", null],
    ]);
  });

  it("shows texts in the demo", async () => {
    const listed = await listMail(contextOf({ demo: true }), coordinator, page);
    expect(listed.mails.map((mail) => mail.text)).toEqual(["the link", "the key"]);
  });

  it("is closed to coaches", async () => {
    await expect(listMail(contextOf(), coach, page)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(readMail(contextOf(), coach, "x")).rejects.toMatchObject({ code: "not-allowed" });
    await expect(discardMail(contextOf(), coach, "x")).rejects.toMatchObject({ code: "not-allowed" });
  });

  const idOf = async (address: string) => {
    const { mails } = await listMail(contextOf(), coordinator, page);
    return mails.find((mail) => mail.toAddress === address)?.id ?? "";
  };

  it("shows the text of one invitation where no mail server would take it, and writes that down", async () => {
    expect(await readMail(contextOf(), coordinator, await idOf("a@x.org"))).toEqual({ text: "the link" });
    expect(await audit()).toEqual([{ action: "mail-read" }]);
  });

  it("keeps the text while a mail server is about to take it", async () => {
    await expect(
      readMail(contextOf({ smtp: true }), coordinator, await idOf("a@x.org")),
    ).rejects.toMatchObject({ code: "wrong-state" });
    expect(await audit()).toEqual([]);
  });

  it("shows nobody a mail that signs somebody else in", async () => {
    await expect(readMail(contextOf(), coordinator, await idOf("b@x.org"))).rejects.toMatchObject({
      code: "not-allowed",
    });
  });

  it("discards a mail and writes that down", async () => {
    await discardMail(contextOf(), coordinator, await idOf("a@x.org"));
    expect((await listMail(contextOf(), coordinator, page)).total).toBe(1);
    expect(await audit()).toEqual([{ action: "mail-discarded" }]);
  });

  it("says that a mail has left rather than failing", async () => {
    await expect(readMail(contextOf(), coordinator, "gone")).rejects.toMatchObject({ code: "not-found" });
    await expect(discardMail(contextOf(), coordinator, "gone")).rejects.toMatchObject({ code: "not-found" });
  });
});
