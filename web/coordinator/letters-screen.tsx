/** Letters for people without mail: each code is shown once, one a page or eight slips a page, and printed from the browser. */
import { useCallback, useState } from "react";
import { useSearchParams } from "wouter";
import { lettersApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { AskOnceMore } from "./ask-once-more.tsx";
import { ChoiceField } from "./choice-field.tsx";
import { PrintedLetter } from "./printed-letter.tsx";
import { type LetterPerson, PrintedPeople } from "./printed-people.tsx";

const TEXTS = SURVEY_TEXTS.letters;
const SLIPS_A_PAGE = 8;

type Whose = "not-yet-printed" | "everybody" | { readonly person: string };

function makeLetters(wave: string, whose: Whose) {
  return answerOf(lettersApi.$post({ param: { wave }, json: { whose } }));
}

type Letters = Awaited<ReturnType<typeof makeLetters>>;
type Layout = "letters" | "slips";

function MadeLetters({ made, layout }: { readonly made: Letters; readonly layout: Layout }) {
  const { letters } = made;
  const pages = layout === "slips" ? Math.ceil(letters.length / SLIPS_A_PAGE) : letters.length;
  return (
    <>
      <div className="screen-actions letters-actions">
        <button type="button" className="button button-primary" onClick={() => window.print()}>
          {TEXTS.print}
        </button>
        <p>{TEXTS.count(letters.length, pages)}</p>
        <p className="hint">{TEXTS.leave}</p>
      </div>
      <div className={`letters letters-as-${layout}`}>
        {letters.map((letter) => (
          <PrintedLetter key={letter.code} letter={letter} of={made} short={layout === "slips"} />
        ))}
      </div>
    </>
  );
}

interface MakeLettersProps {
  readonly people: readonly LetterPerson[];
  readonly make: (whose: Whose) => Promise<void>;
}

/** First those who have had none; printing again stands behind, and asks first. */
function MakeLetters({ people, make }: MakeLettersProps) {
  const fresh = people.filter(({ printed }) => printed === 0).length;
  const printed = people.length - fresh;
  const first = useAction(useCallback(() => make("not-yet-printed"), [make]));
  const all = useCallback(() => make("everybody"), [make]);
  const one = useCallback((person: string) => make({ person }), [make]);
  return (
    <>
      <RefusalNotice reason={first.refused} />
      <p role="status">{fresh === 0 ? TEXTS.allMade : TEXTS.someNew(fresh)}</p>
      <div className="screen-actions">
        {fresh > 0 && (
          <BusyButton busy={first.busy} busyText={TEXTS.making} onPress={first.run}>
            {TEXTS.make(fresh)}
          </BusyButton>
        )}
        {printed > 0 && (
          <AskOnceMore
            label={TEXTS.again}
            sure={TEXTS.sureAll(printed)}
            yes={TEXTS.yes}
            no={TEXTS.no}
            busy={TEXTS.making}
            act={all}
          />
        )}
      </div>
      {printed > 0 && <PrintedPeople people={people} onAgain={one} />}
    </>
  );
}

function LetterDesk({
  wave,
  people,
  onMade,
}: {
  wave: string;
  people: readonly LetterPerson[];
  onMade: () => void;
}) {
  const [search, setSearch] = useSearchParams();
  const [made, setMade] = useState<Letters>();
  const layout: Layout = search.get("layout") === "slips" ? "slips" : "letters";
  const make = useCallback(
    async (whose: Whose) => {
      setMade(await makeLetters(wave, whose));
      onMade();
    },
    [wave, onMade],
  );
  return (
    <>
      <div className="letters-screen">
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
        <MakeLetters people={people} make={make} />
      </div>
      {made !== undefined && <MadeLetters made={made} layout={layout} />}
    </>
  );
}

export function LettersScreen({ wave }: { readonly wave: string }) {
  const loading = useLoaded(() => answerOf(lettersApi.$get({ param: { wave } })), wave);
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${wave}`, label: COORDINATOR_TEXTS.wave.back }}>
      <div className="letters-screen">
        <p>{TEXTS.intro}</p>
        <p className="notice notice-caution">{TEXTS.warning}</p>
      </div>
      <WhenLoaded loading={loading}>
        {({ people }) =>
          people.length === 0 ? (
            <div className="empty">
              <h2>{TEXTS.none}</h2>
              <p>{TEXTS.noneDetail}</p>
            </div>
          ) : (
            <LetterDesk wave={wave} people={people} onMade={loading.again} />
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
