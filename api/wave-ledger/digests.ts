/** Digests of people and questions for the ledger over waves. */
import { createHash, createHmac } from "node:crypto";
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import { canonicalJson } from "../../surveys/json-value.ts";
import { firstLanguage } from "../../surveys/localised-text.ts";
import type { ItemDigests } from "../storage/ledger-tables.ts";

/** Short of sixteen bytes, so that none could stand in the other store as well; far too many to meet by chance. */
const DIGEST_BYTES = 15;

function cut(digest: Buffer): string {
  return digest.toString("base64url", 0, DIGEST_BYTES);
}

/** The digest of a person, the same in every wave; without the key nobody can try people out. */
export function personDigest(key: Uint8Array, personId: string): string {
  return cut(createHmac("sha256", key).update(`soundings ledger person ${personId}`).digest());
}

/** Letters and digits alone: another comma, or a capital, makes no new question. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** What can be answered, whatever it is called. */
function answersTo({ kind, choices, metadata }: Item, { soundings }: SurveyDefinition): unknown {
  const scale = soundings.scales[metadata.scale ?? ""];
  return [kind, scale?.points ?? null, choices?.map(({ value }) => value) ?? null];
}

/**
 * Two digests an item: by its place in its survey, whatever it says there, and by its words, in whatever survey they
 * stand. Texts have no figures and are left out, and so are personal codes.
 */
export function itemDigests(definition: SurveyDefinition): ItemDigests {
  const { soundings, items } = definition;
  const language = firstLanguage(soundings.languages);
  const digest = (content: unknown): string =>
    cut(
      createHash("sha256")
        .update(`soundings ledger item ${canonicalJson(content)}`)
        .digest(),
    );
  return Object.fromEntries(
    items
      .filter(({ kind }) => kind !== "text" && kind !== "code")
      .map((item) => {
        const answers = answersTo(item, definition);
        const words = plain(item.title[language] ?? item.code);
        return [item.code, [digest([soundings.id, item.code, answers]), digest([words, answers])]];
      }),
  );
}
