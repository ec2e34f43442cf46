/** Ticket marks: what they hold, what they tell without their key, and those of an older version. */
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keyRingOf } from "../../../api/keys/key-ring.ts";
import { sealOldMarks } from "../../../api/tickets/seal-old-marks.ts";
import { claimAssignment } from "../../../api/tickets/store.ts";
import { TICKET_MARK_BYTES, ticketMarksOf } from "../../../api/tickets/ticket-mark.ts";
import { issuedIn, sealTestWave } from "../../support/protocol-wave.ts";
import { openTestStores, type TestStores } from "../../support/stores.ts";

const bytes = (length: number) => new Uint8Array(randomBytes(length));
const HASH = bytes(32);

describe("a ticket mark", () => {
  const marks = ticketMarksOf(bytes(32));

  test("says whether a ticket was issued and for which element", () => {
    expect(marks.read("a", marks.fresh("a"))).toBeUndefined();
    expect(marks.read("a", marks.issued("a", HASH))).toEqual(HASH);
    expect(marks.read("a", null)).toBeUndefined();
  });

  test("has one size, and no two are alike", () => {
    const made = Array.from({ length: 50 }, () => [marks.fresh("a"), marks.issued("a", HASH)]).flat();
    expect(new Set(made.map((mark) => mark.length))).toEqual(new Set([TICKET_MARK_BYTES]));
    expect(new Set(made.map((mark) => Buffer.from(mark).toString("hex"))).size).toBe(100);
  });

  test("opens for its own assignment and with its own key only", () => {
    const mark = marks.issued("a", HASH);
    expect(() => marks.read("b", mark)).toThrow(RangeError);
    expect(() => ticketMarksOf(bytes(32)).read("a", mark)).toThrow(RangeError);
    expect(() =>
      marks.read(
        "a",
        mark.map((byte, place) => (place === 20 ? byte ^ 1 : byte)),
      ),
    ).toThrow(RangeError);
    expect(() => marks.read("a", mark.subarray(1))).toThrow(RangeError);
  });
});

describe("in the store", () => {
  const keys = keyRingOf(bytes(32));
  let stores: TestStores;
  beforeEach(async () => {
    stores = await openTestStores();
    await sealTestWave(stores, keys);
  });
  afterEach(() => stores.cleanUp());

  const rows = () => stores.people.read((db) => db.select().from(db.tables.assignments));

  test("of twenty claims at once the first wins, and no other column changes", async () => {
    const before = await rows();
    const { marks } = await issuedIn({ stores, keys });
    const claims = await Promise.all(
      Array.from({ length: 20 }, () =>
        stores.people.write((tx) => claimAssignment(tx, marks, { id: "r1", hash: bytes(32) })),
      ),
    );
    expect(new Set(claims.map((hash) => Buffer.from(hash ?? []).toString("hex"))).size).toBe(1);
    expect((await issuedIn({ stores, keys })).issued).toEqual(["r1"]);
    const plain = (found: typeof before) => found.map(({ ticketMark, ...row }) => [row, ticketMark?.length]);
    expect(plain(await rows())).toEqual(plain(before));
  });

  test("marks of an older version are sealed at the start, those of closed waves become noise", async () => {
    await stores.people.write(async (tx) => {
      await tx.update(tx.tables.assignments).set({ ticketMark: null });
      await claimOld(tx, "r2");
    });
    await sealOldMarks({ people: stores.people, keys });
    expect((await issuedIn({ stores, keys })).issued).toEqual(["r2"]);
    const sealed = await rows();
    expect(sealed.map(({ ticketMark }) => ticketMark?.length)).toEqual(sealed.map(() => TICKET_MARK_BYTES));
    await sealOldMarks({ people: stores.people, keys });
    expect(await rows()).toEqual(sealed);
    await stores.people.write(async (tx) => {
      await tx.update(tx.tables.waves).set({ invitationKey: null, state: "closed" });
      await claimOld(tx, "r2");
    });
    await sealOldMarks({ people: stores.people, keys });
    const mark = (await rows()).find(({ id }) => id === "r2")?.ticketMark;
    expect(mark).toHaveLength(TICKET_MARK_BYTES);
    expect(Buffer.from(mark ?? []).includes(Buffer.from(HASH.subarray(0, 8)))).toBe(false);
  });

  /** As versions before kept it: the hash itself. */
  async function claimOld(tx: Parameters<Parameters<TestStores["people"]["write"]>[0]>[0], id: string) {
    await tx.update(tx.tables.assignments).set({ ticketMark: HASH }).where(eq(tx.tables.assignments.id, id));
  }
});
