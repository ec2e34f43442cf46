/** What counts as a mail address. */
import { describe, expect, it } from "vitest";
import { isWholeAddress, ONE_MAILBOX } from "../../api/mail-address.ts";

const WHOLE = ["amara@example.org", "a.b+c@mail.example.org", "ü@bücher.example"];
const CUT_OFF = ["amara@example", "a.b@localhost", "amara@example.", "amara@.org"];
const NONE = ["", "amara", "@example.org", "amara@", "a@b@example.org", "a b@example.org"];
const SMUGGLED = [
  "a@example.org,b@example.org",
  "a@example.org;b@example.org",
  "a@example.org\r\nBcc: b@example.org",
  "Amara <a@example.org>",
  '"a"@example.org',
  "a@[10.0.0.1]",
  "a@example.org\u0000",
];

describe("a mail address", () => {
  it.each(WHOLE)("is %s", (text) => {
    expect([ONE_MAILBOX.test(text), isWholeAddress(text)]).toEqual([true, true]);
  });

  it.each(CUT_OFF)("that is one mailbox, but cut off, is %s", (text) => {
    expect([ONE_MAILBOX.test(text), isWholeAddress(text)]).toEqual([true, false]);
  });

  it.each([...NONE, ...SMUGGLED])("is not %j", (text) => {
    expect([ONE_MAILBOX.test(text), isWholeAddress(text)]).toEqual([false, false]);
  });
});
