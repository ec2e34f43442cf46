/** The audit log: chained, verifiable, for coordinators. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { appendAudit } from "../../../api/audit/append-audit.ts";
import { listAudit } from "../../../api/audit/list-audit.ts";
import { verifyAuditChain } from "../../../api/audit/verify-audit-chain.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

describe("the audit log", () => {
  let stores: TestStores;
  beforeEach(async () => {
    stores = await openTestStores();
  });
  afterEach(() => stores.cleanUp());

  const at = new Date("2026-03-01T10:00:00.123Z");
  const append = (action: string, details: Record<string, unknown> = {}) =>
    stores.people.write((tx) => appendAudit(tx, { at, actorPersonId: null, action, details }));
  const verdict = () => stores.people.read(verifyAuditChain);
  const coordinator = { personId: "p", name: "Ada", roles: ["coordinator"] } as const;

  it("chains every event to the one before and names the head", async () => {
    const hashes: string[] = [];
    for (const action of ["wave-created", "wave-opened", "wave-closed"]) hashes.push(await append(action));
    expect(new Set(hashes).size).toBe(3);
    expect(await verdict()).toEqual({ intact: true, events: 3, headHash: hashes[2] });
  });

  it("is whole when it is empty", async () => {
    expect(await verdict()).toEqual({ intact: true, events: 0, headHash: "0".repeat(64) });
  });

  it("keeps one order when events of one moment arrive together", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => append("report-viewed", { index })));
    expect(await verdict()).toMatchObject({ intact: true, events: 30 });
  });

  it("drops what JSON drops before it hashes", async () => {
    await append("wave-created", { note: undefined, when: at, nested: { b: [1, null], a: "ä" } });
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it.each([
    ["changed", { details: { group: "peers", reissues: 2 } }],
    ["given to somebody else", { actorPersonId: "other" }],
    ["moved in time", { at: new Date(0) }],
  ])("finds a row that was %s", async (_, change) => {
    for (let index = 0; index < 3; index += 1)
      await append("reissue-allowed", { group: "peers", reissues: 1 });
    await stores.people.write(async (tx) => {
      await tx.update(tx.tables.auditEvents).set(change).where(eq(tx.tables.auditEvents.seq, 2));
    });
    expect(await verdict()).toEqual({ intact: false, brokenAt: 2 });
  });

  it("finds a row that was removed", async () => {
    for (let index = 0; index < 3; index += 1) await append("wave-created");
    await stores.people.write(async (tx) => {
      await tx.delete(tx.tables.auditEvents).where(eq(tx.tables.auditEvents.seq, 2));
    });
    expect(await verdict()).toEqual({ intact: false, brokenAt: 2 });
  });

  it("lists the newest first, a page at a time, for coordinators", async () => {
    for (let index = 0; index < 5; index += 1) await append("wave-created", { index });
    const page = await listAudit(stores, coordinator, { offset: 1, limit: 2 });
    expect(page.events.map((event) => event.details)).toEqual([{ index: 3 }, { index: 2 }]);
    expect(page).toMatchObject({ total: 5, verdict: { intact: true } });
  });

  it("is closed to coaches", async () => {
    const coach = { personId: "p", name: "Ada", roles: ["coach"] } as const;
    await expect(listAudit(stores, coach, { offset: 0, limit: 10 })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
});
