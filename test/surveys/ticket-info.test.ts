/** The bytes that tickets are bound to. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ticketInfo, tokenInfo } from "../../surveys/ticket-info.ts";

describe("ticketInfo", () => {
  it("is version, wave, subject and group, each behind its length in two bytes", () => {
    expect([...ticketInfo({ wave: "w1", subject: "s", group: "" })]).toEqual([
      0, 1, 1, 0, 2, 0x77, 0x31, 0, 1, 0x73, 0, 0,
    ]);
  });

  it("writes UTF-8 as every browser does, half characters included", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }), (wave) => {
        const bytes = [...ticketInfo({ wave, subject: "", group: "" })].slice(5, -4);
        expect(bytes).toEqual([...new TextEncoder().encode(wave)]);
      }),
    );
  });

  it("never gives two scopes the same bytes, however the fields are cut", () => {
    const field = fc.string({ maxLength: 3 });
    const scope = fc.record({ wave: field, subject: field, group: field });
    fc.assert(
      fc.property(scope, scope, (one, two) => {
        const same = one.wave === two.wave && one.subject === two.subject && one.group === two.group;
        expect(ticketInfo(one).join() === ticketInfo(two).join()).toBe(same);
      }),
    );
    expect(ticketInfo({ wave: "a", subject: "bc", group: "" })).not.toEqual(
      ticketInfo({ wave: "ab", subject: "c", group: "" }),
    );
  });

  it("refuses a field whose length does not fit two bytes", () => {
    expect(() => ticketInfo({ wave: "x".repeat(65_536), subject: "", group: "" })).toThrow(
      "ticketInfo requires fields of at most 65535 bytes",
    );
  });
});

describe("tokenInfo", () => {
  it("of a ticket is the ticket's, and of a draft's place no ticket's, whatever its fields", () => {
    const field = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(field, field, field, (wave, subject, group) => {
        const ticket = { wave, subject, group };
        expect(tokenInfo(ticket)).toEqual(ticketInfo(ticket));
        expect(tokenInfo({ wave, draft: true })).not.toEqual(ticketInfo(ticket));
      }),
    );
    expect([...tokenInfo({ wave: "w1", draft: true })]).toEqual([
      0,
      6,
      1,
      ...Buffer.from("draft"),
      0,
      2,
      0x77,
      0x31,
    ]);
  });
});
