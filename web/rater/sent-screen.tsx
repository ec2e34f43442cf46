/** The receipt: what happened, who can know what, and what comes next. */
import type { ReactElement } from "react";
import type { Desk } from "./desk.ts";
import { nextPerson, type PersonState } from "./desk-state.ts";
import { isAttributed, nameOf, relationOf } from "./person-names.ts";
import { goTo } from "./rater-navigation.ts";
import { ScreenHeading } from "./screen-heading.tsx";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk, useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.sent;

function sentencesOf(desk: Desk, { person }: PersonState): readonly string[] {
  const left = leftSentence(desk);
  if (desk.parts.invitation.identity === "identified") return [TEXTS.named, left];
  const who = isAttributed(desk.parts, person) ? TEXTS.attributed : TEXTS.nobody;
  return [TEXTS.what, who, left];
}

/** What of the answers is left on this device, and whether the page may be closed yet. */
function leftSentence({ parts, state }: Desk): string {
  if (parts.shared) return state.busy ? TEXTS.sharedLeaving : TEXTS.sharedLeft;
  return state.busy ? TEXTS.leaving : TEXTS.left;
}

export function SentScreen({ state }: { readonly state: PersonState }): ReactElement {
  const desk = useDesk();
  const { people } = useDeskState();
  const { person, progress } = state;
  const relation = relationOf(desk.parts, person);
  const name = nameOf(desk.parts, person);
  const waiting = progress === "waiting";
  return (
    <div className="screen" key={progress}>
      <header className="screen-head">
        <p className="overline">
          <bdi>{name}</bdi>
          {relation === undefined ? "" : `, ${relation}`}
        </p>
        <ScreenHeading>{waiting ? TEXTS.waitingTitle : TEXTS.title}</ScreenHeading>
      </header>
      {waiting ? (
        <p className="notice notice-caution">{desk.parts.shared ? TEXTS.waitingShared : TEXTS.waiting}</p>
      ) : (
        <Receipt desk={desk} state={state} />
      )}
      <WayOn next={nextPerson(people, person.subject)} desk={desk} waiting={waiting} />
    </div>
  );
}

function Receipt({ desk, state }: { readonly desk: Desk; readonly state: PersonState }): ReactElement {
  const anonymous = desk.parts.invitation.identity === "anonymous";
  return (
    <>
      <div className="notice notice-good">
        {sentencesOf(desk, state).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {anonymous ? (
        <div className="details-body">
          <p className="hint">{TEXTS.fingerprint}</p>
          <p className="words" translate="no">
            {desk.parts.fingerprint.join(" ")}
          </p>
        </div>
      ) : null}
    </>
  );
}

interface WayOnProps {
  readonly next: PersonState | undefined;
  readonly desk: Desk;
  readonly waiting: boolean;
}

function WayOn({ next, desk, waiting }: WayOnProps): ReactElement {
  const last = desk.parts.shared ? TEXTS.allShared : TEXTS.all;
  return (
    <div className="way-on">
      {next === undefined && !waiting ? <p className="lead">{last}</p> : null}
      {next === undefined ? null : (
        <button
          type="button"
          className="button button-primary"
          onClick={() => goTo({ name: "form", subject: next.person.subject, page: 0 })}
        >
          <bdi>{TEXTS.next(nameOf(desk.parts, next.person))}</bdi>
        </button>
      )}
      {desk.state.people.length === 1 && !waiting ? null : (
        <button type="button" className="button" onClick={() => goTo({ name: "people" })}>
          {TEXTS.list}
        </button>
      )}
    </div>
  );
}
