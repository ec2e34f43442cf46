/** A manifest, and what amends it, as they arrive: text to facts, or nothing if any part of it is not as it must be. */
import { fromBase64url } from "./base64url.ts";
import type { DisclosurePolicy, RetentionRule } from "./disclosure-policy.ts";
import { isJsonObject, type JsonObject } from "./json-value.ts";
import type { Manifest, ManifestAmendment, ManifestGroup } from "./manifest.ts";

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/**
 * Reads a manifest of either version. Unknown fields are refused: a place where one person's copy could be marked is
 * none.
 * @param text the JSON text as the server sent or stored it
 * @returns the manifest, or undefined
 * @example readManifest("{}") // undefined
 */
export function readManifest(text: string): Manifest | undefined {
  const value = parsed(text);
  if (!isJsonObject(value)) return undefined;
  const { protocol, lineUp, evaluationPlan } = value;
  const facts = readFacts(value);
  if (facts === undefined) return undefined;
  if (protocol === 1)
    return hasExactly(value, [...Object.keys(facts), "protocol"]) ? { protocol, ...facts } : undefined;
  if (protocol !== 2 || !isKey(lineUp)) return undefined;
  const planned = Object.hasOwn(value, "evaluationPlan");
  const fields = [...Object.keys(facts), "lineUp", "protocol", ...(planned ? ["evaluationPlan"] : [])];
  if (!hasExactly(value, fields)) return undefined;
  if (!planned) return { protocol, ...facts, lineUp };
  return isKey(evaluationPlan) ? { protocol, ...facts, lineUp, evaluationPlan } : undefined;
}

/**
 * Reads one amendment, whether or not it follows from anything.
 * @param text the JSON text as the server sent or stored it
 * @returns the amendment, or undefined if any part of it is not as it must be
 * @example readAmendment("{}") // undefined
 */
export function readAmendment(text: string): ManifestAmendment | undefined {
  const value = parsed(text);
  if (!isJsonObject(value) || !hasExactly(value, ["amendment", "invited", "lineUp", "previous"]))
    return undefined;
  const { amendment, previous, invited, lineUp } = value;
  if (!isCount(amendment) || amendment < 1 || !isKey(previous) || !isKey(lineUp)) return undefined;
  return isCounts(invited) ? { amendment, previous, invited, lineUp } : undefined;
}

/** What both versions hold; further fields are the caller's to refuse. */
function readFacts(value: JsonObject) {
  const { linkingSalt } = value;
  const { wave, boxBytes, ticketKey, sealKey, formHash } = value;
  const policy = readPolicy(value["policy"]);
  const groups = readGroups(value["groups"]);
  if (typeof wave !== "string" || policy === undefined || groups === undefined) return undefined;
  if (typeof boxBytes !== "number" || !Number.isInteger(boxBytes) || boxBytes < 1) return undefined;
  if (!isKey(ticketKey) || !isKey(sealKey) || !isKey(formHash)) return undefined;
  const facts = { wave, ticketKey, sealKey, formHash, boxBytes, policy, groups };
  if (!Object.hasOwn(value, "linkingSalt")) return facts;
  return isBytes(linkingSalt, SALT_BYTES) ? { ...facts, linkingSalt } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasExactly(value: JsonObject, fields: readonly string[]): boolean {
  return Object.keys(value).sort().join() === [...fields].sort().join();
}

function isKey(value: unknown): value is string {
  return isBytes(value, KEY_BYTES);
}

function isBytes(value: unknown, length: number): value is string {
  return typeof value === "string" && fromBase64url(value)?.length === length;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isCount);
}

function readPolicy(value: unknown): DisclosurePolicy | undefined {
  const fields = ["minimumComments", "minimumGroupSize", "retention", "smallGroups"];
  if (!isJsonObject(value)) return undefined;
  const named = Object.hasOwn(value, "cuts") ? ["cuts", ...fields] : fields;
  if (!hasExactly(value, named)) return undefined;
  const { minimumGroupSize, minimumComments, smallGroups } = value;
  const retention = readRetention(value["retention"]);
  if (!isCount(minimumGroupSize) || !isCount(minimumComments) || retention === undefined) return undefined;
  if (smallGroups !== "merge" && smallGroups !== "omit") return undefined;
  const policy = { minimumGroupSize, minimumComments, smallGroups, retention } as const;
  if (!Object.hasOwn(value, "cuts")) return policy;
  const cuts = readCuts(value["cuts"]);
  return cuts === undefined ? undefined : { ...policy, cuts };
}

function readCuts(value: unknown): readonly (readonly string[])[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const cuts: string[][] = [];
  for (const cut of value) {
    if (!Array.isArray(cut) || cut.length < 1 || cut.length > 2) return undefined;
    const codes = cut.filter((code) => typeof code === "string");
    if (codes.length !== cut.length) return undefined;
    cuts.push(codes);
  }
  return cuts;
}

function readRetention(value: unknown): RetentionRule | undefined {
  if (!isJsonObject(value)) return undefined;
  if (hasExactly(value, ["rule"]) && value["rule"] === "until-release") return { rule: "until-release" };
  const { rule, date } = value;
  if (!hasExactly(value, ["date", "rule"]) || rule !== "until-date" || typeof date !== "string")
    return undefined;
  return { rule, date };
}

function readGroups(value: unknown): readonly ManifestGroup[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const groups: ManifestGroup[] = [];
  for (const entry of value) {
    if (!isJsonObject(entry) || !hasExactly(entry, ["group", "invited", "subject"])) return undefined;
    const { subject, group, invited } = entry;
    if (typeof subject !== "string" || typeof group !== "string" || !isCount(invited)) return undefined;
    groups.push({ subject, group, invited });
  }
  return groups;
}
