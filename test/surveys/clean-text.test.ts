/** Texts as they are kept. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../surveys/clean-text.ts";

const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 60 });

describe("cleanText", () => {
  it("keeps what people write: letters of any script, emoji, tabs and lines", () => {
    const text = "Ça va? Καλά, מצוין\n\t😀 – 10 % & <3";
    expect(cleanText(text, true)).toBe(text);
  });

  it("takes out exactly the controls, the two marks that turn what follows, and the mark of byte order", () => {
    const everyUnit = Array.from({ length: 0x10000 }, (_, code) => code);
    const gone = everyUnit.filter((code) => cleanText(`a${String.fromCharCode(code)}b`, true) === "ab");
    const controls = everyUnit.filter((code) => code < 0x20 || (code >= 0x7f && code < 0xa0));
    const kept = [..."\t\n\r"].map((mark) => mark.charCodeAt(0));
    expect(gone).toEqual([...controls.filter((code) => !kept.includes(code)), 0x202d, 0x202e, 0xfeff]);
  });

  it("never makes a text longer, so that a limit that held before holds after", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, lines) => cleanText(text, lines).length <= text.length),
    );
  });

  it("changes nothing in what it has cleaned before", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, lines) => {
        const once = cleanText(text, lines);
        expect(cleanText(once, lines)).toBe(once);
      }),
    );
  });

  it("leaves only whole characters, which every encoder writes alike", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text, true);
        expect(new TextDecoder().decode(new TextEncoder().encode(clean))).toBe(clean);
      }),
    );
  });
});
