/** The last look before sending: what was left out, what needs mending, what sending means. */
import { type ReactElement, useState } from "react";
import type { SurveyModel } from "survey-core";
import { progressOfPage } from "../ui/survey/form-progress.ts";
import type { SurveyProblems } from "../ui/survey/survey-problems.ts";
import { refusedProblems } from "./answer-problems.ts";
import type { PersonAsked } from "./open-invitation.ts";
import { isAttributed, nameOf, relationOf } from "./person-names.ts";
import { goTo } from "./rater-navigation.ts";
import { SavedStatus } from "./saved-status.tsx";
import { ScreenHeading } from "./screen-heading.tsx";
import type { DeskSend } from "./send-from-desk.ts";
import { SharedCode } from "./shared-code.tsx";
import { speak } from "./speak.ts";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk } from "./use-desk.ts";

const TEXTS = APP_TEXTS.review;

export interface ReviewScreenProps {
  readonly person: PersonAsked;
  readonly model: SurveyModel;
  readonly check: () => SurveyProblems;
  readonly beforeSend: () => Promise<void>;
  readonly onPage: (page: number) => void;
  readonly onProblems: (problems: SurveyProblems) => void;
}

export function ReviewScreen(props: ReviewScreenProps): ReactElement {
  const { person, model } = props;
  const desk = useDesk();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [withoutCopy, setWithoutCopy] = useState(false);
  const problems = props.check();
  const { parts } = desk;
  const named = parts.invitation.identity === "identified";
  const wait = named ? TEXTS.sendingNamed : TEXTS.sending;
  const relation = relationOf(parts, person);
  const send = async (): Promise<void> => {
    if (sending) return;
    if (problems.size > 0) return props.onProblems(problems);
    setSending(true);
    setRefused(undefined);
    speak(wait);
    await props.beforeSend();
    const result = await desk.send(person, { ...model.data }, withoutCopy);
    setSending(false);
    if (result.outcome === "no-copy") {
      setWithoutCopy(true);
      speak(TEXTS.noCopy);
      return;
    }
    const sentence = sentenceOf(result);
    setRefused(sentence);
    if (result.outcome === "refused" && result.refusal.problems.length > 0) {
      props.onProblems(refusedProblems(result.refusal));
    } else if (sentence === undefined) goTo({ name: "sent", subject: person.subject }, "replace");
  };
  return (
    <div className="screen">
      <header className="screen-head">
        <p className="overline">
          <bdi>{nameOf(parts, person)}</bdi>
          {relation === undefined ? "" : `, ${relation}`}
        </p>
        <ScreenHeading>{TEXTS.title}</ScreenHeading>
      </header>
      <Missing
        model={model}
        onPage={props.onPage}
        code={desk.parts.definition.soundings.personalCode ?? []}
      />
      {problems.size === 0 ? null : (
        <div className="notice notice-wrong">
          <p>{TEXTS.problems(problems.size)}</p>
          <button type="button" className="button" onClick={() => props.onProblems(problems)}>
            {TEXTS.toProblem}
          </button>
        </div>
      )}
      <p>{finalSentence(named, isAttributed(parts, person))}</p>
      {parts.shared && !named ? <SharedCode /> : null}
      {withoutCopy ? (
        <p className="notice notice-caution" role="alert">
          {TEXTS.noCopy}
        </p>
      ) : null}
      {refused === undefined ? null : (
        <div className="notice notice-wrong" role="alert">
          <p>{parts.shared ? TEXTS.refusedShared : TEXTS.refused}</p>
          <p>{refused}</p>
        </div>
      )}
      <div className="form-buttons">
        <button type="button" className="button" onClick={() => props.onPage(model.visiblePages.length - 1)}>
          {TEXTS.back}
        </button>
        <button
          type="button"
          className="button button-primary"
          aria-disabled={sending || problems.size > 0}
          onClick={() => void send()}
        >
          {TEXTS.send}
        </button>
      </div>
      {sending ? <p className="sending">{wait}</p> : <SavedStatus />}
    </div>
  );
}

function finalSentence(named: boolean, attributed: boolean): string {
  if (named) return TEXTS.finalNamed;
  return attributed ? TEXTS.finalAttributed : TEXTS.final;
}

/** What to tell when the answers stayed here; undefined when they are sent or on their way. */
function sentenceOf(result: DeskSend): string | undefined {
  switch (result.outcome) {
    case "refused":
      return result.refusal.detail;
    case "not-trusted":
      return TEXTS.notTrusted;
    case "too-long":
      return APP_TEXTS.saved["too-long"];
    default:
      return undefined;
  }
}

interface MissingProps {
  readonly model: SurveyModel;
  readonly onPage: (page: number) => void;
  /** The questions of the personal code: they are asked as a favour, and none of them is missed. */
  readonly code: readonly string[];
}

function Missing({ model, onPage, code }: MissingProps): ReactElement {
  const pages = model.visiblePages.map((page, index) => {
    const { asked, answered } = progressOfPage(page);
    const isCode = page.questions.some(({ name }) => code.includes(name));
    return { index, isCode, asked, title: page.locTitle.textOrHtml || page.name, missing: asked - answered };
  });
  const incomplete = pages.filter((page) => page.missing > 0 && !page.isCode);
  const missing = incomplete.reduce((sum, page) => sum + page.missing, 0);
  const ofCode = pages.find((page) => page.isCode);
  return (
    <section className="missing">
      <p className="lead">{missing === 0 ? TEXTS.complete : TEXTS.missing(missing)}</p>
      {missing === 0 ? null : (
        <>
          <p className="hint">{TEXTS.missingMeans}</p>
          <ul>
            {incomplete.map((page) => (
              <li key={page.index}>
                <button type="button" className="button" onClick={() => onPage(page.index)}>
                  {TEXTS.onPage(page.title, page.missing)}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {ofCode === undefined ? null : <p className="hint">{codeSentence(ofCode)}</p>}
    </section>
  );
}

/** Two waves are linked by codes of which at most one answer is missing or differs. */
function codeSentence({ asked, missing }: { readonly asked: number; readonly missing: number }): string {
  if (missing === asked) return TEXTS.codeLeftOut;
  return missing > 1 ? TEXTS.codePart(missing) : TEXTS.codeGiven;
}
