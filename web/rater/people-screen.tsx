/** The list of people one link asks about, with one thing to do next. */
import type { ReactElement } from "react";
import type { Desk } from "./desk.ts";
import { isOpen, nextPerson } from "./desk-state.ts";
import { PersonCard } from "./person-card.tsx";
import { goTo } from "./rater-navigation.ts";
import { ScreenHeading } from "./screen-heading.tsx";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk, useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.people;

export function PeopleScreen(): ReactElement {
  const desk = useDesk();
  const { people } = useDeskState();
  const open = people.filter(({ progress }) => isOpen(progress)).length;
  const waiting = people.some(({ progress }) => progress === "waiting");
  const next = nextPerson(people);
  const survey = desk.parts.definition.soundings.kind !== "360";
  const done = open === 0 && !waiting;
  const title = survey ? TEXTS.titleSurvey(done ? 0 : 1) : TEXTS.title(done ? 0 : 1);
  return (
    <div className="screen">
      <header className="screen-head">
        <ScreenHeading>{title}</ScreenHeading>
        {survey && !done ? null : (
          <p className="lead">{TEXTS.lead(done ? 0 : Math.max(open, 1), people.length)}</p>
        )}
        <Closing closesAt={desk.parts.invitation.closesAt} />
      </header>
      <ul className="person-list">
        {people.map((state) => (
          <PersonCard key={state.person.subject} state={state} primary={state === next} />
        ))}
      </ul>
      <MoreWays desk={desk} done={done} />
    </div>
  );
}

function Closing({ closesAt }: { readonly closesAt: string | undefined }): ReactElement | null {
  if (closesAt === undefined) return null;
  const format = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  return <p className="hint">{TEXTS.closes(format.format(new Date(closesAt)))}</p>;
}

function MoreWays({ desk, done }: { readonly desk: Desk; readonly done: boolean }): ReactElement {
  return (
    <section className="more-ways">
      {desk.parts.shared && !done ? <p className="notice">{TEXTS.sharedHint}</p> : null}
      {done ? null : (
        <button type="button" className="button button-plain" onClick={() => goTo({ name: "resume-code" })}>
          {TEXTS.otherDevice}
        </button>
      )}
      {done ? null : (
        <button type="button" className="button button-plain" onClick={() => goTo({ name: "enter-code" })}>
          {TEXTS.enterCode}
        </button>
      )}
      <button type="button" className="button button-plain" onClick={() => goTo({ name: "promise" })}>
        {TEXTS.promise}
      </button>
    </section>
  );
}
