/** Mail leaves the outbox through a real SMTP server, or stays in it visibly. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { deliverMail, startDelivery } from "../../../api/outbox/deliver-mail.ts";
import { enqueueMails } from "../../../api/outbox/enqueue-mails.ts";
import { createSmtpSender, type MailSender } from "../../../api/outbox/smtp.ts";
import { startSmtpServer, type TestSmtpServer } from "../../support/smtp-server.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

const senderTo = (smtpUrl: string, smtpMayBePlain = false) =>
  createSmtpSender({ smtpUrl, smtpMayBePlain }, "Soundings <soundings@example.org>");

describe("delivery", () => {
  let stores: TestStores;
  let server: TestSmtpServer;
  let sender: MailSender;
  let now: Date;
  const clock = () => now;
  const waiting = () => stores.people.read((db) => db.select().from(db.tables.outbox));
  const enqueue = (
    toAddress: string,
    subject = "Feedback for Ada",
    text = "Dear Grace,\n\nhttp://x/r/w#s\n",
  ) => stores.people.write((tx) => enqueueMails(tx, [{ waveId: null, toAddress, subject, text }], now));
  const deliver = () => deliverMail({ people: stores.people, clock }, sender);
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  beforeEach(async () => {
    now = new Date("2026-03-01T10:00:00Z");
    stores = await openTestStores();
    server = await startSmtpServer();
    sender = senderTo(server.url);
  });
  afterEach(async () => {
    sender.close();
    await server.close();
    await stores.cleanUp();
  });

  it("sends what waits and deletes the row", async () => {
    await enqueue("grace@example.org");
    expect(await deliver()).toEqual({ sent: 1, postponed: 0, givenUp: 0, withoutTls: false });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({ from: "soundings@example.org", to: ["grace@example.org"] });
    expect(await waiting()).toEqual([]);
  });

  it("sends plain text with the link as it is and nothing that tracks", async () => {
    const link = `https://soundings.example.org/r/abcdefghijkl#${"s".repeat(32)}`;
    await enqueue("grace@example.org", "Führung 360°", `Liebe Grace,\n\n${link}\n`);
    await deliver();
    const raw = server.received[0]?.raw ?? "";
    expect(raw).toContain("Content-Type: text/plain; charset=utf-8");
    expect(raw.replaceAll("=\r\n", "").replaceAll("=3D", "=")).toContain(link);
    expect(raw).not.toMatch(/text\/html|<img|List-Unsubscribe|X-Mailer/i);
  });

  /** The same machine under a name that is not the loopback's, as a mail server elsewhere looks to us. */
  const elsewhere = () => server.url.replace("127.0.0.1", "0.0.0.0");

  it("says nothing to a server without encryption, unless it is on this machine or the administrator said so", async () => {
    await enqueue("grace@example.org");
    const strict = senderTo(elsewhere());
    const refused = await deliverMail({ people: stores.people, clock }, strict);
    strict.close();
    expect(refused).toEqual({ sent: 0, postponed: 1, givenUp: 0, withoutTls: true });
    expect(server.received).toEqual([]);
    expect(await waiting()).toMatchObject([{ lastReply: null }]);
    later(60);
    const told = senderTo(elsewhere(), true);
    expect(await deliverMail({ people: stores.people, clock }, told)).toMatchObject({ sent: 1 });
    told.close();
  });

  it("keeps mail the server cannot take now, and pauses longer each time", async () => {
    await enqueue("grace@example.org");
    server.refuseWith = 451;
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await deliver()).toEqual({ sent: 0, postponed: 1, givenUp: 0, withoutTls: false });
      const [mail] = await waiting();
      expect(mail?.lastReply).toBe(451);
      const next = mail?.nextAttemptAt ?? now;
      pauses.push((next.getTime() - now.getTime()) / 1000);
      expect(await deliver()).toEqual({ sent: 0, postponed: 0, givenUp: 0, withoutTls: false });
      now = next;
    }
    expect(pauses).toEqual([30, 60, 120]);
    server.refuseWith = undefined;
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect(await waiting()).toEqual([]);
  });

  it("gives up visibly when the address is refused for good", async () => {
    await enqueue("gone@example.org");
    server.refuseWith = 550;
    expect(await deliver()).toEqual({ sent: 0, postponed: 0, givenUp: 1, withoutTls: false });
    expect(await waiting()).toMatchObject([{ nextAttemptAt: null, lastReply: 550, attempts: 1 }]);
    server.refuseWith = undefined;
    later(60 * 24 * 30);
    expect(await deliver()).toEqual({ sent: 0, postponed: 0, givenUp: 0, withoutTls: false });
  });

  it("treats a mail whose link is void as the others while the server is away, and never sends it", async () => {
    const text = `Dear Grace,\n\nhttp://x/r/abcdefghijkl#${"s".repeat(32)}\n`;
    await stores.people.write((tx) =>
      enqueueMails(
        tx,
        [{ waveId: "abcdefghijkl", toAddress: "grace@example.org", subject: "Hello", text }],
        now,
      ),
    );
    const { url } = server;
    await server.close();
    expect(await deliver()).toEqual({ sent: 0, postponed: 1, givenUp: 0, withoutTls: false });
    expect(await waiting()).toMatchObject([{ lastReply: null, attempts: 1 }]);
    server = await startSmtpServer(Number(new URL(url).port));
    later(1);
    expect(await deliver()).toEqual({ sent: 1, postponed: 0, givenUp: 0, withoutTls: false });
    expect(server.received).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it("keeps everything while the server is away", async () => {
    await enqueue("grace@example.org");
    await server.close();
    expect(await deliver()).toEqual({ sent: 0, postponed: 1, givenUp: 0, withoutTls: false });
    expect(await waiting()).toMatchObject([{ lastReply: null, attempts: 1 }]);
  });

  it("lets two senders work at once and sends each mail once", async () => {
    for (let index = 0; index < 12; index += 1) await enqueue(`rater${index}@example.org`);
    const counted = await Promise.all([deliver(), deliver()]);
    expect(counted[0].sent + counted[1].sent).toBe(12);
    expect(new Set(server.received.flatMap((mail) => mail.to)).size).toBe(12);
    expect(server.received).toHaveLength(12);
  });

  it("runs in the background, stops when told, and logs counts without addresses", async () => {
    await enqueue("grace@example.org");
    const lines: string[] = [];
    const logged = new Promise<void>((resolve) => {
      const stop = startDelivery({ people: stores.people, clock }, sender, (line) => {
        lines.push(line);
        resolve(stop());
      });
    });
    await logged;
    expect(lines).toEqual(["mail: 1 sent, 0 to be tried again, 0 refused for good (see the outbox)"]);
  });

  it("keeps a title with line breaks from adding headers", async () => {
    await enqueue("grace@example.org", "Hello\r\nBcc: everybody@example.org\r\n\r\nbody", "text");
    await deliver();
    const raw = server.received[0]?.raw ?? "";
    expect(raw).toContain("Subject: Hello Bcc: everybody@example.org body");
    expect(raw).not.toMatch(/^Bcc:/m);
    expect(server.received[0]?.to).toEqual(["grace@example.org"]);
  });

  it.each(["a@x.org, b@x.org", "a@x.org\r\nBcc: b@x.org", "Ada <a@x.org>", "nobody", "@x.org", ""])(
    "refuses %j as an address",
    async (address) => {
      await expect(enqueue(address)).rejects.toThrow(RangeError);
      expect(await waiting()).toEqual([]);
    },
  );
});
