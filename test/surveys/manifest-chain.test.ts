/** A manifest's amendments follow from it, change numbers and nothing else, and cannot be left out in the middle or altered. */
import { describe, expect, test } from "vitest";
import { toBase64url } from "../../surveys/base64url.ts";
import { DEFAULT_POLICIES } from "../../surveys/disclosure-policy.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import type { FirstManifest, ManifestAmendment, SecondManifest } from "../../surveys/manifest.ts";
import {
  groupsNow,
  manifestChainText,
  manifestLine,
  nextAmendment,
  readManifestChain,
} from "../../surveys/manifest-chain.ts";
import { readAmendment, readManifest } from "../../surveys/read-manifest.ts";

const hash = async (text: string) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
const bytes = (value: number) => toBase64url(new Uint8Array(32).fill(value));

const facts = {
  wave: "w",
  ticketKey: bytes(1),
  sealKey: bytes(2),
  formHash: bytes(3),
  boxBytes: 512,
  policy: DEFAULT_POLICIES["360"],
  groups: [
    { subject: "s1", group: "direct-report", invited: 5 },
    { subject: "s1", group: "peer", invited: 6 },
  ],
};
const manifest: SecondManifest = { protocol: 2, ...facts, lineUp: bytes(4) };
const first: FirstManifest = { protocol: 1, ...facts };

/** The manifest with two amendments. */
async function amended(): Promise<{ readonly amendments: ManifestAmendment[]; readonly lines: string[] }> {
  const amendments: ManifestAmendment[] = [];
  amendments.push(
    await nextAmendment({ manifest, amendments: [] }, { invited: [6, 5], lineUp: bytes(5) }, hash),
  );
  amendments.push(await nextAmendment({ manifest, amendments }, { invited: [6, 4], lineUp: bytes(6) }, hash));
  return { amendments, lines: manifestChainText(manifest, amendments).split("\n") };
}

const read = (lines: readonly string[]) => readManifestChain(lines.join("\n"), hash);

describe("a manifest of the second version", () => {
  test("is read back as it was, with and without the hash of a plan", () => {
    const planned = { ...manifest, evaluationPlan: bytes(7) };
    for (const one of [manifest, planned, first]) expect(readManifest(canonicalJson(one))).toEqual(one);
  });

  test.each([
    ["without a commitment", { ...first, protocol: 2 }],
    ["with a commitment too short", { ...manifest, lineUp: "AAAA" }],
    ["with a plan that is no hash", { ...manifest, evaluationPlan: "soon" }],
    ["with a field more", { ...manifest, rater: 7 }],
    ["of the first version with a commitment", { ...manifest, protocol: 1 }],
    ["of a later version", { ...manifest, protocol: 3 }],
  ])("%s is none", (_what, value) => {
    expect(readManifest(canonicalJson(value))).toBeUndefined();
  });
});

describe("amendments", () => {
  test("give the numbers and the commitment that hold now; the first line stays as opened", async () => {
    const { amendments, lines } = await amended();
    const chain = await read(lines);
    expect(chain?.manifest).toEqual(manifest);
    expect(chain?.amendments).toEqual(amendments);
    expect(chain?.groups.map(({ invited }) => invited)).toEqual([6, 4]);
    expect(chain?.groups).toEqual(groupsNow(manifest, amendments));
    expect(chain?.lineUp).toBe(bytes(6));
    expect(manifestLine(lines.join("\n"))).toBe(canonicalJson(manifest));
    expect((await read([canonicalJson(manifest)]))?.lineUp).toBe(manifest.lineUp);
    expect((await read([canonicalJson(first)]))?.lineUp).toBeUndefined();
  });

  test("may be cut off at the end, and nowhere else", async () => {
    const { lines } = await amended();
    expect(await read(lines.slice(0, 2))).toBeDefined();
    expect(await read([lines[0] ?? "", lines[2] ?? ""])).toBeUndefined();
    expect(await read(lines.slice(1))).toBeUndefined();
    expect(await read([lines[0] ?? "", lines[2] ?? "", lines[1] ?? ""])).toBeUndefined();
  });

  test("follow from one manifest only, and from none of the first version", async () => {
    const { lines } = await amended();
    const other = canonicalJson({ ...manifest, sealKey: bytes(9) });
    expect(await read([other, ...lines.slice(1)])).toBeUndefined();
    expect(await read([canonicalJson(first), ...lines.slice(1)])).toBeUndefined();
    const asked = nextAmendment(
      { manifest: first, amendments: [] },
      { invited: [6, 5], lineUp: bytes(5) },
      hash,
    );
    await expect(asked).rejects.toThrow(RangeError);
  });

  test.each([
    ["a key", { sealKey: bytes(9) }],
    ["rules", { policy: DEFAULT_POLICIES["360"] }],
    ["a group of one's own", { invited: [6, 5, 1] }],
    ["a number that is none", { invited: [6, -1] }],
    ["a number left out", { invited: [6] }],
    ["another number than its place", { amendment: 2 }],
  ])("with %s are refused", async (_what, change) => {
    const { amendments, lines } = await amended();
    expect(await read([lines[0] ?? "", canonicalJson({ ...amendments[0], ...change })])).toBeUndefined();
  });

  test("stand in their canonical text only: no place is left where a copy could be marked", async () => {
    const { lines } = await amended();
    expect(readAmendment(` ${lines[1]}`)).toBeDefined();
    expect(await read([lines[0] ?? "", ` ${lines[1]}`])).toBeUndefined();
    expect(await read([...lines, ""])).toBeUndefined();
  });
});
