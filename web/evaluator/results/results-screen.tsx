/** The address of one wave's results: loads them and shows them. */
import { useSearchParams } from "wouter";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadWaveTables } from "../evaluator-api.ts";
import { ResultsPage } from "./results-page.tsx";

const UP = { href: "/staff/surveys", label: EVALUATOR_TEXTS.results.up };

export function ResultsScreen({ wave }: { readonly wave: string }) {
  const [search] = useSearchParams();
  const release = search.get("release");
  const loading = useLoaded(() => loadWaveTables(wave, release), `${wave} ${release ?? ""}`);
  const title = loading.loaded.state === "loaded" ? loading.loaded.value.title : EVALUATOR_TEXTS.title;
  return (
    <Screen title={title} up={UP}>
      <WhenLoaded loading={loading}>{(sheet) => <ResultsPage sheet={sheet} />}</WhenLoaded>
    </Screen>
  );
}
