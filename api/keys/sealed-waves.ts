/** The sealed waves of this process: manifest, form and unwrapped keys, read once and held while the wave is open. */
import { fromBase64url } from "../../surveys/base64url.ts";
import { type AnswerCheck, compileCheck } from "../../surveys/compile-check.ts";
import type { Manifest, ManifestGroup } from "../../surveys/manifest.ts";
import { groupsNow, manifestChainText } from "../../surveys/manifest-chain.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import type { KeyRing } from "./key-ring.ts";
import { type RowKey, rowKeyOf } from "./row-key.ts";
import { type SealKey, sealKeyOf } from "./seal-key.ts";
import { definitionText, type SealState, sealState, waveSeal } from "./store.ts";
import { type TicketKey, ticketKeyOf } from "./ticket-key.ts";

/** What a key of a wave is wrapped for. */
export const keyPurpose = {
  ticket: (wave: string) => `ticket:${wave}`,
  seal: (wave: string) => `seal:${wave}`,
  dataset: (wave: string) => `dataset:${wave}`,
} as const;

/** What is public of a wave. Once it is opened nothing of it changes but that amendments are added. */
interface SealedWave {
  /** As opened. */
  readonly manifest: Manifest;
  /** The manifest's canonical text, which the fingerprint is of, and a line for each amendment: what is served. */
  readonly manifestText: string;
  /** With the numbers that hold now. */
  readonly groups: readonly ManifestGroup[];
  readonly formText: string;
}

/** A wave that accepts answers. */
export interface OpenWave extends SealedWave {
  readonly ticketKey: TicketKey;
  readonly sealKey: SealKey;
  readonly check: AnswerCheck;
  /** What the rows of its answers and drafts are sealed with. */
  readonly rowKey: RowKey;
  /** How many were invited; undefined if the manifest has no such group. */
  invited(subject: string, group: string): number | undefined;
}

export interface SealedWaves {
  facts(wave: string): Promise<SealedWave | undefined>;
  /** @returns "closed" for a wave that no longer accepts answers, undefined for one never sealed */
  open(wave: string): Promise<OpenWave | "closed" | undefined>;
}

const MOST_KEPT = 64;

/** Keeps what was made last; the oldest goes when there are too many. */
function keep<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
}

function scopeKey(subject: string, group: string): string {
  return JSON.stringify([subject, group]);
}

interface KeptKeys {
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
}

async function readSeal({ answers }: KeptKeys, wave: string) {
  const seal = await answers.read((db) => waveSeal(db, wave));
  if (seal === undefined) return undefined;
  const formText = await answers.read((db) => definitionText(db, seal.definitionId));
  if (formText === undefined) throw new RangeError("a sealed wave requires its definition");
  const { manifest } = seal;
  const amendments = seal.amendments ?? [];
  const manifestText = manifestChainText(manifest, amendments);
  return { seal, facts: { manifest, manifestText, groups: groupsNow(manifest, amendments), formText } };
}

async function readFacts(context: KeptKeys, wave: string): Promise<SealedWave | undefined> {
  return (await readSeal(context, wave))?.facts;
}

async function readOpenWave(context: KeptKeys, wave: string): Promise<OpenWave | undefined> {
  const read = await readSeal(context, wave);
  if (read?.seal.ticketKeyWrapped == null || read.seal.sealKeyWrapped == null) return undefined;
  const { seal, facts } = read;
  const { unwrap } = context.keys;
  const invited = new Map(facts.groups.map((entry) => [scopeKey(entry.subject, entry.group), entry.invited]));
  const sealPublic = fromBase64url(facts.manifest.sealKey);
  if (sealPublic === undefined) throw new RangeError("a manifest requires keys in base64url");
  const sealSecret = unwrap(read.seal.sealKeyWrapped, keyPurpose.seal(seal.wave));
  return {
    ...facts,
    ticketKey: ticketKeyOf(unwrap(read.seal.ticketKeyWrapped, keyPurpose.ticket(seal.wave))),
    sealKey: sealKeyOf(sealSecret, sealPublic),
    rowKey: rowKeyOf(seal.wave, sealSecret),
    check: compileCheck(readDefinition(facts.formText)),
    invited: (subject, group) => invited.get(scopeKey(subject, group)),
  };
}

/** What was read under this state still holds under that one. */
function sameSeal(a: SealState, b: SealState): boolean {
  const sameKey = a.key === null || b.key === null ? a.key === b.key : Buffer.compare(a.key, b.key) === 0;
  return sameKey && a.amendments?.length === b.amendments?.length;
}

export function openSealedWaves(context: { answers: AnswerStore; keys: KeyRing }): SealedWaves {
  const { answers } = context;
  const facts = new Map<string, { readonly state: SealState; readonly known: SealedWave }>();
  const open = new Map<string, { readonly state: SealState; readonly known: OpenWave }>();
  return {
    facts: async (wave) => {
      const state = await answers.read((db) => sealState(db, wave));
      if (state === undefined) return undefined;
      const kept = facts.get(wave);
      if (kept !== undefined && sameSeal(kept.state, state)) return kept.known;
      const known = await readFacts(context, wave);
      if (known !== undefined) keep(facts, wave, { state, known });
      return known;
    },
    open: async (wave) => {
      const state = await answers.read((db) => sealState(db, wave));
      if (state?.phase !== "open" || state.key === null) {
        open.delete(wave);
        return state === undefined ? undefined : "closed";
      }
      const kept = open.get(wave);
      if (kept !== undefined && sameSeal(kept.state, state)) return kept.known;
      const known = await readOpenWave(context, wave);
      if (known !== undefined) keep(open, wave, { state, known });
      return known;
    },
  };
}
