/** What one person sent in this round: everything, for the coordinator alone. */
import { AnswersList } from "../../ui/answers-list.tsx";
import { answerOf } from "../../ui/ask.ts";
import { WhenLoaded } from "../../ui/screen.tsx";
import { FORM_TEXTS, ROUND_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadPeople, roundApi } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";

async function loadForms(round: string, person: string) {
  const [people, forms] = await Promise.all([
    loadPeople(round),
    answerOf(roundApi.people[":person"].$get({ param: { round, person } })),
  ]);
  return { name: people.find(({ id }) => id === person)?.name ?? "", ...forms };
}

export function FormAnswersScreen({ round, person }: { readonly round: string; readonly person: string }) {
  const loading = useLoaded(() => loadForms(round, person), `${round} ${person}`);
  const { loaded } = loading;
  return (
    <RoundScreen
      round={round}
      part="people"
      title={FORM_TEXTS.title(loaded.state === "loaded" ? loaded.value.name : "…")}
      up={{ href: `/staff/mentoring/${round}/people`, label: ROUND_TEXTS.part.people }}
    >
      <p className="hint">{FORM_TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {({ request, offer }) => (
          <>
            {request === null && offer === null && <p>{FORM_TEXTS.none}</p>}
            {request !== null && (
              <section aria-labelledby="request">
                <h2 id="request">{FORM_TEXTS.request}</h2>
                <AnswersList form="request" answers={request} />
              </section>
            )}
            {offer !== null && (
              <section aria-labelledby="offer">
                <h2 id="offer">{FORM_TEXTS.offer}</h2>
                <AnswersList form="offer" answers={offer} />
              </section>
            )}
          </>
        )}
      </WhenLoaded>
    </RoundScreen>
  );
}
