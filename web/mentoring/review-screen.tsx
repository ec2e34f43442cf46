/** The look back at the end: the review form, loaded with the survey engine when it is opened. */
import { lazy, Suspense } from "react";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { loadReviewForm } from "./mine-api.ts";
import { useMineDesk } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import type { OwnPair } from "./own-pair.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const ReviewForm = lazy(async () => ({ default: (await import("./review-form.tsx")).ReviewForm }));

export function ReviewScreen({ pair }: { readonly pair: OwnPair }) {
  const { link } = useMineDesk();
  const { loaded, again } = useLoaded(() => loadReviewForm(link), pair.id);
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
      <ReviewForm pair={pair} form={loaded.value} />
    </Suspense>
  );
}
