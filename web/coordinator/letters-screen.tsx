/** Letters for people without mail: made at a press, one a page or eight slips a page, printed from the browser. */
import { useCallback, useState } from "react";
import { useSearchParams } from "wouter";
import { lettersApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useAction } from "../ui/use-action.ts";
import { ChoiceField } from "./choice-field.tsx";
import { PrintedLetter } from "./printed-letter.tsx";

const TEXTS = SURVEY_TEXTS.letters;
const SLIPS_A_PAGE = 8;

function makeLetters(wave: string) {
  return answerOf(lettersApi.$get({ param: { wave } }));
}

type Letters = Awaited<ReturnType<typeof makeLetters>>;
type Layout = "letters" | "slips";

function MadeLetters({ made, layout }: { readonly made: Letters; readonly layout: Layout }) {
  const { letters } = made;
  if (letters.length === 0) {
    return (
      <div className="empty">
        <h2>{TEXTS.none}</h2>
        <p>{TEXTS.noneDetail}</p>
      </div>
    );
  }
  const pages = layout === "slips" ? Math.ceil(letters.length / SLIPS_A_PAGE) : letters.length;
  return (
    <>
      <div className="screen-actions letters-actions">
        <button type="button" className="button button-primary" onClick={() => window.print()}>
          {TEXTS.print}
        </button>
        <p>{TEXTS.count(letters.length, pages)}</p>
      </div>
      <div className={`letters letters-as-${layout}`}>
        {letters.map((letter) => (
          <PrintedLetter key={letter.code} letter={letter} of={made} short={layout === "slips"} />
        ))}
      </div>
    </>
  );
}

export function LettersScreen({ wave }: { readonly wave: string }) {
  const [search, setSearch] = useSearchParams();
  const [made, setMade] = useState<Letters>();
  const layout: Layout = search.get("layout") === "slips" ? "slips" : "letters";
  const make = useAction(useCallback(async () => setMade(await makeLetters(wave)), [wave]));
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${wave}`, label: COORDINATOR_TEXTS.wave.back }}>
      <div className="letters-screen">
        <p>{TEXTS.intro}</p>
        <p className="notice notice-caution">{TEXTS.warning}</p>
        <div className="form">
          <ChoiceField
            legend={TEXTS.layout}
            choices={[
              { value: "letters", label: TEXTS.layouts.letters },
              { value: "slips", label: TEXTS.layouts.slips },
            ]}
            value={layout}
            onChange={(wanted) => setSearch(wanted === "slips" ? { layout: "slips" } : {}, { replace: true })}
          />
        </div>
        <RefusalNotice reason={make.refused} />
        <div className="screen-actions">
          <BusyButton
            busy={make.busy}
            busyText={TEXTS.making}
            primary={made === undefined}
            onPress={make.run}
          >
            {made === undefined ? TEXTS.make : TEXTS.again}
          </BusyButton>
        </div>
      </div>
      {made !== undefined && <MadeLetters made={made} layout={layout} />}
    </Screen>
  );
}
