/** The sealed waves of this process: manifest, form and unwrapped keys, read once and held while the wave is open. */
import { fromBase64url } from "../../surveys/base64url.ts";
import { type AnswerCheck, compileCheck } from "../../surveys/compile-check.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import type { KeyRing } from "./key-ring.ts";
import { type SealKey, sealKeyOf } from "./seal-key.ts";
import { definitionText, sealState, waveSeal } from "./store.ts";
import { type TicketKey, ticketKeyOf } from "./ticket-key.ts";

/** What a key of a wave is wrapped for. */
export const keyPurpose = {
  ticket: (wave: string) => `ticket:${wave}`,
  seal: (wave: string) => `seal:${wave}`,
  dataset: (wave: string) => `dataset:${wave}`,
} as const;

/** What never changes once a wave is sealed. */
interface SealedWave {
  readonly manifest: Manifest;
  /** The manifest's canonical text: what is served, and what the fingerprint is of. */
  readonly manifestText: string;
  readonly formText: string;
}

/** A wave that accepts answers. */
export interface OpenWave extends SealedWave {
  readonly ticketKey: TicketKey;
  readonly sealKey: SealKey;
  readonly check: AnswerCheck;
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
  return { seal, facts: { manifest, manifestText: canonicalJson(manifest), formText } };
}

async function readFacts(context: KeptKeys, wave: string): Promise<SealedWave | undefined> {
  return (await readSeal(context, wave))?.facts;
}

async function readOpenWave(context: KeptKeys, wave: string): Promise<OpenWave | undefined> {
  const read = await readSeal(context, wave);
  if (read?.seal.ticketKeyWrapped == null || read.seal.sealKeyWrapped == null) return undefined;
  const { seal, facts } = read;
  const { unwrap } = context.keys;
  const invited = new Map(
    facts.manifest.groups.map((entry) => [scopeKey(entry.subject, entry.group), entry.invited]),
  );
  const sealPublic = fromBase64url(facts.manifest.sealKey);
  if (sealPublic === undefined) throw new RangeError("a manifest requires keys in base64url");
  return {
    ...facts,
    ticketKey: ticketKeyOf(unwrap(read.seal.ticketKeyWrapped, keyPurpose.ticket(seal.wave))),
    sealKey: sealKeyOf(unwrap(read.seal.sealKeyWrapped, keyPurpose.seal(seal.wave)), sealPublic),
    check: compileCheck(readDefinition(facts.formText)),
    invited: (subject, group) => invited.get(scopeKey(subject, group)),
  };
}

function sameKey(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

export function openSealedWaves(context: { answers: AnswerStore; keys: KeyRing }): SealedWaves {
  const { answers } = context;
  const facts = new Map<string, { readonly key: Uint8Array | null; readonly known: SealedWave }>();
  const open = new Map<string, { readonly key: Uint8Array | null; readonly known: OpenWave }>();
  return {
    facts: async (wave) => {
      const state = await answers.read((db) => sealState(db, wave));
      if (state === undefined) return undefined;
      const { key } = state;
      const kept = facts.get(wave);
      if (kept !== undefined && sameKey(kept.key, key)) return kept.known;
      const known = await readFacts(context, wave);
      if (known !== undefined) keep(facts, wave, { key, known });
      return known;
    },
    open: async (wave) => {
      const state = await answers.read((db) => sealState(db, wave));
      if (state?.phase !== "open" || state.key === null) {
        open.delete(wave);
        return state === undefined ? undefined : "closed";
      }
      const { key } = state;
      const kept = open.get(wave);
      if (kept !== undefined && sameKey(kept.key, key)) return kept.known;
      const known = await readOpenWave(context, wave);
      if (known !== undefined) keep(open, wave, { key, known });
      return known;
    },
  };
}
