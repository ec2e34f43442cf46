/** Takes up the work of another device by its code: drafts, and answers that were on their way. */
import type { TicketScope } from "../../surveys/ticket-info.ts";
import { type DraftContent, readDraft } from "../ui/survey/draft-content.ts";
import { fetchDraft, keepDraft } from "./protocol/draft.ts";
import { openRater, type Rater } from "./protocol/rater.ts";
import { seedOfResumeCode } from "./protocol/seed.ts";

/** A draft in its copy on the server; `sending` where its ticket may have been asked for. */
export interface CopiedDraft extends DraftContent {
  readonly sending?: true;
}

export type CodeResult =
  | { readonly outcome: "found"; readonly drafts: number; readonly sending: number }
  | { readonly outcome: "nothing-there" | "offline" | "check-word" }
  | { readonly outcome: "unknown-word"; readonly place: number }
  | { readonly outcome: "wrong-length"; readonly words: number };

export type TakenUp =
  | {
      readonly ok: true;
      readonly rater: Rater;
      readonly drafts: readonly { readonly scope: TicketScope; readonly draft: CopiedDraft }[];
    }
  | { readonly ok: false; readonly result: CodeResult };

function copiedDraft(value: unknown): CopiedDraft | undefined {
  const draft = readDraft(value);
  if (draft === undefined) return undefined;
  return Reflect.get(Object(value), "sending") === true ? { ...draft, sending: true } : draft;
}

/** Reads the words and fetches what lies under them; the device then goes on with their seed. */
export async function takeUpCode(
  rater: Rater,
  scopes: readonly TicketScope[],
  text: string,
): Promise<TakenUp> {
  const read = await seedOfResumeCode(text);
  if (!read.ok) {
    if (read.reason === "unknown-word")
      return { ok: false, result: { outcome: "unknown-word", place: read.place } };
    if (read.reason === "wrong-length")
      return { ok: false, result: { outcome: "wrong-length", words: read.words } };
    return { ok: false, result: { outcome: "check-word" } };
  }
  const other: Rater = { ...rater, seed: read.seed };
  const drafts: { scope: TicketScope; draft: CopiedDraft }[] = [];
  for (const scope of scopes) {
    const fetched = await fetchDraft(other, scope);
    if (fetched.outcome === "offline") return { ok: false, result: { outcome: "offline" } };
    const draft = fetched.outcome === "found" ? copiedDraft(fetched.draft) : undefined;
    if (draft !== undefined) drafts.push({ scope, draft });
  }
  if (drafts.length === 0) return { ok: false, result: { outcome: "nothing-there" } };
  const taken = await openRater(rater, read.seed);
  for (const { scope, draft } of drafts) await keepDraft(taken, scope, draft);
  return { ok: true, rater: taken, drafts };
}
