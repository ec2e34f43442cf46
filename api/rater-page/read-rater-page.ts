/** What a rater's link leads to: the promise of an open wave, or one of the ends. Reading changes nothing. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { linksTold } from "../../surveys/links-told.ts";
import { firstLanguage } from "../../surveys/localised-text.ts";
import { ENGLISH_PROMISE } from "../../surveys/promise-sentences.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { StaffContext } from "../context.ts";
import { fingerprintWords } from "../datasets/fingerprint.ts";
import { linksInHand } from "../links-in-hand/links-in-hand.ts";
import { namedWave, sealedWave } from "./store.ts";

export interface OpenRaterPage {
  readonly state: "open";
  readonly wave: string;
  readonly title: string;
  readonly programme: string;
  readonly closesAt: Date | undefined;
  readonly language: string;
  readonly definition: SurveyDefinition;
  readonly policy: DisclosurePolicy;
  readonly fingerprint: readonly string[];
  /** In whose hands links were, in sentences; empty for answers with names. */
  readonly linksTold: readonly string[];
}

export type RaterPage = OpenRaterPage | { readonly state: "unknown" } | { readonly state: "closed" };

/** Looks a wave up for its raters; never who asks. */
export async function readRaterPage(
  { people, answers, config }: Pick<StaffContext, "people" | "answers" | "config">,
  wave: string,
): Promise<RaterPage> {
  const sealed = await answers.read((db) => sealedWave(db, wave));
  const { named, links } = await people.read(async (db) => ({
    named: await namedWave(db, wave),
    links: await linksInHand(db, wave),
  }));
  if (sealed === undefined || named === undefined) return { state: "unknown" };
  if (sealed.phase !== "open") return { state: "closed" };
  const definition = readDefinition(sealed.canonical);
  return {
    state: "open",
    wave,
    title: named.title,
    programme: named.programme,
    closesAt: named.closesAt ?? undefined,
    language: firstLanguage(definition.soundings.languages),
    definition,
    policy: sealed.manifest.policy,
    fingerprint: fingerprintWords(sealed.manifest),
    linksTold:
      definition.soundings.identity === "identified"
        ? []
        : [...(config.smtpUrl === undefined ? [ENGLISH_PROMISE.mailOff] : []), ...linksTold(links)],
  };
}
