/** A manifest as it is served: a line with the manifest as opened, and one for each amendment, chained by hashes. */
import { toBase64url } from "./base64url.ts";
import { canonicalJson } from "./json-value.ts";
import type { Manifest, ManifestAmendment, ManifestGroup } from "./manifest.ts";
import { readAmendment, readManifest } from "./read-manifest.ts";

/** SHA-256 of a text in UTF-8. */
export type HashText = (text: string) => Promise<Uint8Array>;

export interface ManifestChain {
  /** As opened: what links, mails, letters and reports tell the hash of. */
  readonly manifest: Manifest;
  readonly amendments: readonly ManifestAmendment[];
  /** The manifest's groups with the numbers that hold now. */
  readonly groups: readonly ManifestGroup[];
  /** The commitment that holds now; undefined in a manifest of the first version. */
  readonly lineUp: string | undefined;
}

/**
 * The text that is served.
 * @param manifest as opened
 * @param amendments in order
 * @returns a line of canonical JSON each; canonical JSON holds no line breaks
 * @example manifestChainText(manifest, []) === canonicalJson(manifest)
 */
export function manifestChainText(manifest: Manifest, amendments: readonly ManifestAmendment[]): string {
  return [manifest, ...amendments].map(canonicalJson).join("\n");
}

/**
 * The manifest as opened, of a served text.
 * @param chainText as served
 * @returns its first line
 * @example manifestLine("a\nb") // "a"
 */
export function manifestLine(chainText: string): string {
  return chainText.split("\n", 1)[0] ?? "";
}

/**
 * The groups with the numbers that hold after all amendments.
 * @param manifest as opened
 * @param amendments that follow from it, in order
 * @returns the manifest's groups, in its order
 * @example groupsNow(manifest, []) // manifest.groups
 */
export function groupsNow(
  manifest: Manifest,
  amendments: readonly ManifestAmendment[],
): readonly ManifestGroup[] {
  const last = amendments.at(-1);
  return manifest.groups.map((entry, place) => ({
    ...entry,
    invited: last?.invited[place] ?? entry.invited,
  }));
}

/**
 * The amendment that would come next.
 * @param before the chain so far
 * @param after the numbers, in the order of the manifest's groups, and the commitment to the new line-up
 * @param hash SHA-256
 * @returns the amendment, to be stored and served after the others
 * @throws RangeError for a manifest of the first version, and unless there is a number for each group
 * @example await nextAmendment(chain, { invited: [6, 4], lineUp }, hash)
 */
export async function nextAmendment(
  before: Pick<ManifestChain, "manifest" | "amendments">,
  after: Pick<ManifestAmendment, "invited" | "lineUp">,
  hash: HashText,
): Promise<ManifestAmendment> {
  const { manifest, amendments } = before;
  if (manifest.protocol !== 2)
    throw new RangeError("nextAmendment requires a manifest of the second version");
  if (after.invited.length !== manifest.groups.length)
    throw new RangeError("nextAmendment requires a number for each group of the manifest");
  const previous = toBase64url(await hash(canonicalJson(amendments.at(-1) ?? manifest)));
  return { amendment: amendments.length + 1, previous, invited: after.invited, lineUp: after.lineUp };
}

/**
 * Reads a served manifest and checks that each amendment follows from what comes before it. Whoever knows the hash of
 * the first line has nothing else to trust.
 * @param text as served
 * @param hash SHA-256
 * @returns the manifest and what holds now; undefined if a line is none, or does not follow
 * @example (await readManifestChain(canonicalJson(manifest), hash))?.amendments // []
 */
export async function readManifestChain(text: string, hash: HashText): Promise<ManifestChain | undefined> {
  const [first = "", ...rest] = text.split("\n");
  const manifest = readManifest(first);
  if (manifest === undefined || (manifest.protocol !== 2 && rest.length > 0)) return undefined;
  const amendments: ManifestAmendment[] = [];
  let before = first;
  for (const line of rest) {
    const amendment = readAmendment(line);
    if (amendment === undefined || canonicalJson(amendment) !== line) return undefined;
    const follows =
      amendment.amendment === amendments.length + 1 &&
      amendment.invited.length === manifest.groups.length &&
      amendment.previous === toBase64url(await hash(before));
    if (!follows) return undefined;
    amendments.push(amendment);
    before = line;
  }
  const committed = manifest.protocol === 2 ? manifest.lineUp : undefined;
  const lineUp = amendments.at(-1)?.lineUp ?? committed;
  return { manifest, amendments, groups: groupsNow(manifest, amendments), lineUp };
}
