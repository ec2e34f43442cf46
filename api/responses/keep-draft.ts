/** Drafts for another device: encrypted before they come here, under an id that only the resume code gives. */
import { fromBase64url, toBase64url } from "../../surveys/base64url.ts";
import { DomainError } from "../errors.ts";
import { sealPhase } from "../keys/store.ts";
import type { ResponsesContext } from "./context.ts";
import { waveClosed } from "./receive-response.ts";
import { DRAFT_OVERHEAD_BYTES } from "./row-plan.ts";
import { rowsOf } from "./sealed-rows.ts";

const ID_BYTES = 32;
/** What a draft's row has room for beside its id. */
const NO_COMPANION = new Uint8Array(32);

/** Base64url; the id is 32 bytes. */
export interface DraftName {
  readonly wave: string;
  readonly id: string;
}

function idOf({ id }: DraftName): Uint8Array {
  const bytes = fromBase64url(id);
  if (bytes?.length === ID_BYTES) return bytes;
  throw new DomainError(
    "bad-input",
    "The draft's id is not one. Nothing was stored; your draft stays on this device.",
    [{ path: "id", sentence: "This must be 32 bytes in base64url." }],
  );
}

function noRoom(): DomainError {
  return new DomainError(
    "too-many-requests",
    "The server keeps no more drafts for this survey. Yours is safe on this device; please finish there.",
  );
}

/** At most one draft for each person invited about each subject. @throws DomainError */
export async function keepDraft(
  context: ResponsesContext,
  draft: DraftName & { readonly box: string },
): Promise<void> {
  const id = idOf(draft);
  const wave = await context.waves.open(draft.wave);
  if (wave === "closed") throw waveClosed();
  if (wave === undefined) throw new DomainError("not-found", "There is no such survey. Check the link.");
  const { boxBytes, groups } = wave.manifest;
  const box = fromBase64url(draft.box);
  if (box?.length !== boxBytes + DRAFT_OVERHEAD_BYTES) {
    throw new DomainError(
      "bad-input",
      "The draft does not have the size of this form's drafts. It stays on this device.",
      [{ path: "box", sentence: "This must be a draft of the form's fixed size, in base64url." }],
    );
  }
  const most = groups.reduce((sum, { invited }) => sum + invited, 0);
  await context.answers.write(async (tx) => {
    if ((await sealPhase(tx, draft.wave)) !== "open") throw waveClosed();
    const rows = await rowsOf(tx, wave.rowKey, "draft");
    const full = rows.find(id) === undefined && rows.count() >= most;
    if (full || (await rows.put({ name: id, companion: NO_COMPANION, box })) === "full") throw noRoom();
  });
}

/** @throws DomainError "not-found" for an unknown id and an unknown wave alike */
export async function readDraft(context: ResponsesContext, name: DraftName): Promise<string> {
  const id = idOf(name);
  const wave = await context.waves.open(name.wave);
  const box =
    wave === undefined || wave === "closed"
      ? undefined
      : await context.answers.write(async (tx) => {
          if ((await sealPhase(tx, name.wave)) !== "open") return undefined;
          return (await rowsOf(tx, wave.rowKey, "draft")).box(id);
        });
  if (box === undefined) {
    throw new DomainError(
      "not-found",
      "There is no draft for this code. It may have been sent, or it was never put on the server: check the code, or go on where you began.",
    );
  }
  return toBase64url(box);
}

/** Does nothing if there is none. @throws DomainError "bad-input" */
export async function discardDraft(context: ResponsesContext, name: DraftName): Promise<void> {
  const id = idOf(name);
  const wave = await context.waves.open(name.wave);
  if (wave === undefined || wave === "closed") return;
  await context.answers.write(async (tx) => {
    if ((await sealPhase(tx, name.wave)) === "open") await (await rowsOf(tx, wave.rowKey, "draft")).clear(id);
  });
}
