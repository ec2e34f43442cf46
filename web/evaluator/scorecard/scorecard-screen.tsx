/** The address of one programme's scorecard: loads it and shows it. */
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadScorecard } from "./load-scorecard.ts";
import { ScorecardPage } from "./scorecard-page.tsx";

export function ScorecardScreen({ programme }: { readonly programme: string }) {
  const loading = useLoaded(() => loadScorecard(programme), programme);
  const { loaded } = loading;
  const name = loaded.state === "loaded" ? loaded.value.programmeName : undefined;
  const title = name === undefined ? SCORECARD_TEXTS.title : SCORECARD_TEXTS.titleOf(name);
  return (
    <Screen title={title} up={{ href: "/staff/surveys", label: SCORECARD_TEXTS.up }}>
      <p>{SCORECARD_TEXTS.intro}</p>
      <WhenLoaded loading={loading}>{({ scorecard }) => <ScorecardPage scorecard={scorecard} />}</WhenLoaded>
    </Screen>
  );
}
