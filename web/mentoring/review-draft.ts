/** A review while it is being written: kept on this device, sealed under the link's secret, until it is sent. */
import { type KeptDevice, openSealedDevice } from "../ui/device/open-device.ts";
import { type DraftContent, readDraft } from "../ui/survey/draft-content.ts";
import type { MineLink } from "./mine-api.ts";

export interface ReviewDraft {
  /** What was kept here before. */
  readonly found: DraftContent | undefined;
  readonly keeping: KeptDevice["keeping"];
  readonly save: (draft: DraftContent) => Promise<void>;
  readonly forget: () => Promise<void>;
}

const NOWHERE: ReviewDraft = {
  found: undefined,
  keeping: "nowhere",
  save: async () => undefined,
  forget: async () => undefined,
};

function parsed(text: string | undefined): DraftContent | undefined {
  try {
    return text === undefined ? undefined : readDraft(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Opens the draft about one pair. Where a browser keeps or encrypts nothing, the form still works. */
export async function openReviewDraft({ secret }: MineLink, pair: string): Promise<ReviewDraft> {
  const name = `review ${pair}`;
  try {
    const { device, keeping } = await openSealedDevice({ part: "soundings-mine:", shared: false, secret });
    return {
      found: parsed(await device.get(name)),
      keeping,
      save: (draft) => device.set(name, JSON.stringify(draft)),
      forget: () => device.remove(name),
    };
  } catch {
    return NOWHERE;
  }
}
