/** The look back at the end: the review form, loaded with the survey engine when it is opened. */
import { lazy, Suspense, useEffect } from "react";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { loadReviewForm, type MineLink } from "./mine-api.ts";
import { useMineDesk } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import type { OwnPair } from "./own-pair.ts";
import { openReviewDraft } from "./review-draft.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

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
  const { loaded, again } = useLoaded(() => loadReview(link, pair.id), pair.id);
  useForgotten(link, pair);
  const wait = <p role="status">{MINE_TEXTS.loading}</p>;
  if (!pair.reviewOpen) {
    return (
      <MineScreen title={MINE_TEXTS.review.title(pair.other)} up={{ name: "pair", pair: pair.id }}>
        <p>{MINE_TEXTS.review.sent}</p>
      </MineScreen>
    );
  }
  if (loaded.state === "failed") return <RefusalNotice reason={loaded.reason} again={again} />;
  if (loaded.state === "loading") return wait;
  return (
    <Suspense fallback={wait}>
      <ReviewForm pair={pair} {...loaded.value} />
    </Suspense>
  );
}
