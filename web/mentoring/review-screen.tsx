/** The look back at the end: the review form, loaded with the survey engine when it is opened. */
import { lazy, Suspense, useEffect } from "react";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { useOneTab } from "../ui/use-one-tab.ts";
import { loadReviewForm, type MineLink } from "./mine-api.ts";
import { useMineDesk } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import type { OwnPair } from "./own-pair.ts";
import { openReviewDraft } from "./review-draft.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.review;
const WAIT = <p role="status">{MINE_TEXTS.loading}</p>;

const ReviewForm = lazy(async () => ({ default: (await import("./review-form.tsx")).ReviewForm }));

async function loadReview(link: MineLink, pair: string) {
  const [form, draft] = await Promise.all([loadReviewForm(link), openReviewDraft(link, pair)]);
  return { form, draft };
}

/** A draft left on this device after the review was sent from another one. */
function useForgotten({ round, secret }: MineLink, pair: OwnPair): void {
  const { id, reviewOpen } = pair;
  useEffect(() => {
    if (!reviewOpen) void openReviewDraft({ round, secret }, id).then((draft) => draft.forget());
  }, [round, secret, id, reviewOpen]);
}

export function ReviewScreen({ pair }: { readonly pair: OwnPair }) {
  const { link } = useMineDesk();
  useForgotten(link, pair);
  if (pair.reviewOpen) return <OpenReview pair={pair} />;
  return (
    <MineScreen title={TEXTS.title(pair.other)} up={{ name: "pair", pair: pair.id }}>
      <p>{TEXTS.sent}</p>
    </MineScreen>
  );
}

/** In one tab at a time, so that two do not overwrite each other's draft. */
function OpenReview({ pair }: { readonly pair: OwnPair }) {
  const [state, takeOver] = useOneTab(`soundings-review ${pair.id}`);
  if (state === "opening") return WAIT;
  if (state === "held") return <HeldReview pair={pair} />;
  const isTaken = state === "taken";
  return (
    <MineScreen title={isTaken ? TEXTS.taken : TEXTS.otherTab} up={{ name: "pair", pair: pair.id }}>
      <p>{isTaken ? TEXTS.takenText : TEXTS.otherTabText}</p>
      {isTaken ? null : (
        <div className="mine-actions">
          <button type="button" className="button button-primary" onClick={takeOver}>
            {TEXTS.takeOver}
          </button>
        </div>
      )}
    </MineScreen>
  );
}

function HeldReview({ pair }: { readonly pair: OwnPair }) {
  const { link } = useMineDesk();
  const { loaded, again } = useLoaded(() => loadReview(link, pair.id), pair.id);
  if (loaded.state === "failed") return <RefusalNotice reason={loaded.reason} again={again} />;
  if (loaded.state === "loading") return WAIT;
  return (
    <Suspense fallback={WAIT}>
      <ReviewForm pair={pair} {...loaded.value} />
    </Suspense>
  );
}
