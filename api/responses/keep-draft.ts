/** Places for drafts: half of a key that only the rater's browser completes, and a copy for another device if wanted. */
import { createHash, randomBytes } from "node:crypto";
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { DomainError } from "../errors.ts";
import type { OpenWave } from "../keys/sealed-waves.ts";
import { sealPhase } from "../keys/store.ts";
import type { ResponsesContext } from "./context.ts";
import { waveClosed } from "./receive-response.ts";
import { copyBytes } from "./row-plan.ts";
import { rowsOf } from "./sealed-rows.ts";

const ID_BYTES = 32;
const NONCE_BYTES = 32;
const OUTPUT_BYTES = 64;
const HALF_BYTES = 32;

/** Base64url; the id is 32 bytes. */
export interface DraftName {
  readonly wave: string;
  readonly id: string;
}

/** Texts of bytes are base64url. */
export interface DraftPut extends DraftName {
  /** What the browser made; the half that lies there already wins. */
  readonly half: string;
  /** The copy for another device; without one, what lies there stays. */
  readonly box?: string | undefined;
  /** The token that makes the place; once it is made, its id is enough. */
  readonly nonce?: string | undefined;
  readonly output?: string | undefined;
}

function bytesOf(text: string | undefined, length: number, path: string): Uint8Array {
  const bytes = fromBase64url(text ?? "");
  if (bytes?.length === length) return bytes;
  throw new DomainError(
    "bad-input",
    "The draft's request does not have the form this address expects. Nothing was stored; your draft stays on this device.",
    [{ path, sentence: `This must be ${length} bytes in base64url.` }],
  );
}

function copyOf(wave: OpenWave, text: string | undefined): Uint8Array | undefined {
  const box = text === undefined ? undefined : fromBase64url(text);
  if (text === undefined || box?.length === copyBytes(wave.manifest)) return box;
  throw new DomainError(
    "bad-input",
    "The draft does not have the size of this form's drafts. It stays on this device.",
    [{ path: "box", sentence: "This must be a draft of the form's fixed size, in base64url." }],
  );
}

function noSuchDraft(): DomainError {
  return new DomainError(
    "not-found",
    "There is no draft for this code. It may have been sent, or it was never put on the server: check the code, or go on where you began.",
  );
}

/** One token is one place: the id follows from the nonce. */
function isTokenOf(wave: OpenWave, draft: DraftPut, id: Uint8Array): boolean {
  const nonce = bytesOf(draft.nonce, NONCE_BYTES, "nonce");
  const output = bytesOf(draft.output, OUTPUT_BYTES, "output");
  const named = createHash("sha256").update("draft").update(nonce).digest();
  return named.equals(id) && wave.ticketKey.accepts({ wave: draft.wave, draft: true }, nonce, output);
}

function tokenNotAccepted(): DomainError {
  return new DomainError(
    "ticket-not-accepted",
    "The token does not fit this survey and draft. Nothing was stored; your draft stays on this device.",
  );
}

async function openWaveOf(context: ResponsesContext, name: string): Promise<OpenWave> {
  const wave = await context.waves.open(name);
  if (wave === "closed") throw waveClosed();
  if (wave === undefined) throw new DomainError("not-found", "There is no such survey. Check the link.");
  return wave;
}

/**
 * Makes the place that a token is for, or puts a newer copy into one that is there. At most one place for each person
 * invited about each subject.
 * @returns the half that lies there
 * @throws DomainError "not-found" for a place that is not there when no token comes along
 */
export async function keepDraft(context: ResponsesContext, draft: DraftPut): Promise<string> {
  const id = bytesOf(draft.id, ID_BYTES, "id");
  const half = bytesOf(draft.half, HALF_BYTES, "half");
  const wave = await openWaveOf(context, draft.wave);
  const copy = copyOf(wave, draft.box);
  // Proved before the write, whose turn others wait for; what lies there already needs no token.
  const mayBegin = draft.nonce !== undefined && draft.output !== undefined && isTokenOf(wave, draft, id);
  const most = wave.manifest.groups.reduce((sum, { invited }) => sum + invited, 0);
  return context.answers.write(async (tx) => {
    if ((await sealPhase(tx, draft.wave)) !== "open") throw waveClosed();
    const rows = await rowsOf(tx, wave.rowKey, "draft");
    const there = rows.find(id);
    if (there === undefined && !mayBegin)
      throw draft.nonce === undefined ? noSuchDraft() : tokenNotAccepted();
    if (there !== undefined && copy === undefined) return toBase64url(there.companion);
    const companion = there?.companion ?? half;
    const full = there === undefined && rows.count() >= most;
    if (full || (await rows.put({ name: id, companion, box: copy ?? noiseFor(wave) })) === "full")
      throw noPlace();
    return toBase64url(companion);
  });
}

function noPlace(): DomainError {
  return new DomainError(
    "no-draft-place",
    "The server keeps no more drafts for this survey. Your answers stay in this tab; you can go on and send them from here.",
  );
}

/** Where there is no copy lies noise of its size, which no key opens. */
function noiseFor({ manifest }: OpenWave): Uint8Array {
  return new Uint8Array(randomBytes(copyBytes(manifest)));
}

export interface ReadDraft {
  readonly half: string;
  readonly box?: string;
}

/**
 * @param name with `copy` true also for the copy, which is large
 * @throws DomainError "not-found" for an unknown id and an unknown wave alike, "wave-closed"
 */
export async function readDraft(
  context: ResponsesContext,
  name: DraftName & { readonly copy?: boolean | undefined },
): Promise<ReadDraft> {
  const id = bytesOf(name.id, ID_BYTES, "id");
  const wave = await context.waves.open(name.wave);
  if (wave === "closed") throw waveClosed();
  if (wave === undefined) throw noSuchDraft();
  return context.answers.write(async (tx) => {
    if ((await sealPhase(tx, name.wave)) !== "open") throw waveClosed();
    const rows = await rowsOf(tx, wave.rowKey, "draft");
    const there = rows.find(id);
    if (there === undefined) throw noSuchDraft();
    const half = toBase64url(there.companion);
    const box = name.copy === true ? await rows.box(id) : undefined;
    return box === undefined ? { half } : { half, box: toBase64url(box) };
  });
}

/** Does nothing if there is none. @throws DomainError "bad-input" */
export async function discardDraft(context: ResponsesContext, name: DraftName): Promise<void> {
  const id = bytesOf(name.id, ID_BYTES, "id");
  const wave = await context.waves.open(name.wave);
  if (wave === undefined || wave === "closed") return;
  await context.answers.write(async (tx) => {
    if ((await sealPhase(tx, name.wave)) === "open") await (await rowsOf(tx, wave.rowKey, "draft")).clear(id);
  });
}
