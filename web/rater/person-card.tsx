/** One person on the list: who, in which group, how far, what holds for the answers, and the way in. */
import type { ReactElement } from "react";
import { groupPromise } from "../../surveys/promise.ts";
import type { Desk } from "./desk.ts";
import type { DeskState, PersonState } from "./desk-state.ts";
import { groupOf, languageOf, nameOf, relationOf } from "./person-names.ts";
import { goTo } from "./rater-navigation.ts";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk, useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.people;

function progressText({ progress }: PersonState, { keeping }: DeskState): string {
  if (progress === "draft" && keeping !== "device") return TEXTS.progress["draft-session"];
  return TEXTS.progress[progress];
}

/** What holds for this rater's group about this person. */
function promiseOf({ parts }: Desk, state: PersonState): string | undefined {
  if (parts.invitation.identity === "identified") return TEXTS.byName;
  if (groupOf(parts, state.person) === undefined) return undefined;
  const { subject, group } = state.person;
  const invited = parts.manifest.groups.find((one) => one.subject === subject && one.group === group);
  return groupPromise({
    policy: parts.manifest.policy,
    soundings: parts.definition.soundings,
    language: languageOf(parts),
    group,
    invited: invited?.invited ?? 0,
  });
}

export interface PersonCardProps {
  readonly state: PersonState;
  /** The one whose button stands out. */
  readonly primary: boolean;
}

export function PersonCard({ state, primary }: PersonCardProps): ReactElement {
  const desk = useDesk();
  const deskState = useDeskState();
  const { person, progress } = state;
  const name = nameOf(desk.parts, person);
  const open = progress === "draft" || progress === "not-started";
  const verb = progress === "draft" ? TEXTS.goOn : TEXTS.start;
  const promise = open ? promiseOf(desk, state) : undefined;
  return (
    <li className="person-card" data-progress={progress}>
      <div className="person-who">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p>{relationOf(desk.parts, person)}</p>
      </div>
      <p className="person-progress">{progressText(state, deskState)}</p>
      {promise === undefined ? null : <p className="hint">{promise}</p>}
      {open ? (
        <button
          type="button"
          className={primary ? "button button-primary" : "button"}
          aria-label={`${verb}: ${name}`}
          onClick={() => void openForm(desk, state)}
        >
          {verb}
        </button>
      ) : null}
      {progress === "waiting" ? (
        <button type="button" className="button" onClick={() => void desk.resume()}>
          {TEXTS.resend}
        </button>
      ) : null}
    </li>
  );
}

/** Goes to the page the rater was on. */
async function openForm(desk: Desk, { person }: PersonState): Promise<void> {
  const kept = await desk.draftOf(person);
  const page = kept.state === "open" ? kept.draft.page : 0;
  goTo({ name: "form", subject: person.subject, page });
}
