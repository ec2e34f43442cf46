/** The address of a comparison: loads it and shows it, or says what has to be chosen. */
import { Link, useSearchParams } from "wouter";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadComparison, type OfCategory } from "../evaluator-api.ts";
import { ComparisonPage } from "./comparison-page.tsx";

const TEXTS = COMPARISON_TEXTS;
const UP = { href: "/staff/surveys", label: TEXTS.up };

interface LoadedComparisonProps {
  readonly waves: readonly string[];
  readonly of: OfCategory | undefined;
}

function LoadedComparison({ waves, of }: LoadedComparisonProps) {
  const key = [waves.join(","), of?.cut, of?.category].join(" ");
  const loading = useLoaded(() => loadComparison(waves, of), key);
  return (
    <Screen title={TEXTS.title(waves.length)} up={UP}>
      <WhenLoaded loading={loading}>{(sheet) => <ComparisonPage sheet={sheet} />}</WhenLoaded>
    </Screen>
  );
}

export function ComparisonScreen() {
  const [search] = useSearchParams();
  const waves = (search.get("waves") ?? "").split(",").filter((wave) => wave !== "");
  const [cut, category] = [search.get("cut"), search.get("category")];
  const of = cut === null || category === null ? undefined : { cut, category };
  if (waves.length > 1) return <LoadedComparison key={search.get("waves")} waves={waves} of={of} />;
  return (
    <Screen title={TEXTS.tooFew} up={UP}>
      <div className="empty">
        <p>{TEXTS.tooFewDetail}</p>
        <Link className="button button-primary" href="/staff/surveys">
          {TEXTS.choose}
        </Link>
      </div>
    </Screen>
  );
}
