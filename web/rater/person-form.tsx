/** The form about one person: its pages, then the review, then sending. Loaded with the survey engine. */
import "../ui/survey/survey.css";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { SurveyModel } from "survey-core";
import { compileCheck } from "../../surveys/compile-check.ts";
import type { DraftSaver } from "../ui/survey/draft-saver.ts";
import { FormPage } from "../ui/survey/form-page.tsx";
import { pageOfItem } from "../ui/survey/form-progress.ts";
import type { SurveyProblems } from "../ui/survey/survey-problems.ts";
import type { RaterStep } from "./address.ts";
import { findProblems, stillFound } from "./answer-problems.ts";
import type { PersonAsked } from "./open-invitation.ts";
import { nameOf, relationOf } from "./person-names.ts";
import { goTo } from "./rater-navigation.ts";
import { ReviewScreen } from "./review-screen.tsx";
import { SavedStatus } from "./saved-status.tsx";
import { ScreenHeading } from "./screen-heading.tsx";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk } from "./use-desk.ts";
import { useHeldForm } from "./use-held-form.ts";

const TEXTS = APP_TEXTS.form;

export interface PersonFormProps {
  readonly person: PersonAsked;
  readonly step: Extract<RaterStep, { readonly name: "form" | "review" }>;
}

export function PersonForm({ person, step }: PersonFormProps): ReactElement {
  const desk = useDesk();
  const [form, again] = useHeldForm(desk, person);
  if (form.state === "opening" || form.state === "arrived") return <p role="status">{TEXTS.loading}</p>;
  if (form.state === "ready") {
    return <OpenForm person={person} step={step} model={form.model} saver={form.saver} />;
  }
  if (form.state === "locked") return <LockedForm detail={form.detail} onAgain={again} />;
  const taken = form.state === "taken";
  return (
    <div className="screen">
      <ScreenHeading>{taken ? TEXTS.taken : TEXTS.otherTab}</ScreenHeading>
      <p>{taken ? TEXTS.takenText : TEXTS.otherTabText}</p>
      {taken ? null : (
        <button type="button" className="button button-primary" onClick={again}>
          {TEXTS.takeOver}
        </button>
      )}
    </div>
  );
}

interface LockedFormProps {
  /** What the server said, where it said something. */
  readonly detail: string | undefined;
  readonly onAgain: () => void;
}

function LockedForm({ detail, onAgain }: LockedFormProps): ReactElement {
  return (
    <div className="screen">
      <ScreenHeading>{TEXTS.locked}</ScreenHeading>
      <p className="notice notice-caution">{detail ?? TEXTS.lockedText}</p>
      <button type="button" className="button button-primary" onClick={onAgain}>
        {TEXTS.lockedAgain}
      </button>
      <button type="button" className="button" onClick={() => goTo({ name: "people" })}>
        {APP_TEXTS.resume.back}
      </button>
    </div>
  );
}

interface OpenFormProps extends PersonFormProps {
  readonly model: SurveyModel;
  readonly saver: DraftSaver;
}

/** Problems shown, kept in step with what is typed. */
function useProblems(model: SurveyModel, check: () => SurveyProblems) {
  const [problems, setProblems] = useState<SurveyProblems>(new Map());
  useEffect(() => {
    const changed = (): void =>
      setProblems((shown) => (shown.size === 0 ? shown : stillFound(shown, check())));
    model.onValueChanged.add(changed);
    return () => model.onValueChanged.remove(changed);
  }, [model, check]);
  return [problems, setProblems] as const;
}

function OpenForm({ person, step, model, saver }: OpenFormProps): ReactElement {
  const desk = useDesk();
  const { definition } = desk.parts;
  const check = useMemo(() => {
    const compiled = compileCheck(definition);
    return () => findProblems(compiled, model, definition);
  }, [definition, model]);
  const [problems, setProblems] = useProblems(model, check);
  const { subject } = person;
  const toPage = (page: number): void => {
    saver.turned(page);
    if (desk.state.elsewhere) void saver.flush().then(() => desk.copyElsewhere());
    goTo({ name: "form", subject, page });
  };
  if (step.name === "review") {
    return (
      <ReviewScreen
        person={person}
        model={model}
        check={check}
        beforeSend={saver.flush}
        onPage={toPage}
        onProblems={(found) => {
          setProblems(found);
          const [first] = found.keys();
          toPage(first === undefined ? 0 : (pageOfItem(model, first) ?? 0));
        }}
      />
    );
  }
  const last = model.visiblePages.length - 1;
  const page = Math.min(step.page, last);
  const next = (): void => {
    const here = [...check()].filter(([item]) => pageOfItem(model, item) === page);
    setProblems(new Map(here));
    if (here.length > 0) return;
    if (page < last) toPage(page + 1);
    else goTo({ name: "review", subject });
  };
  return (
    <FormPage
      model={model}
      page={page}
      minutes={definition.soundings.minutes}
      problems={problems}
      above={<About person={person} />}
      status={<SavedStatus />}
      onBack={() => (page === 0 ? goTo({ name: "people" }) : toPage(page - 1))}
      onNext={next}
    />
  );
}

/** Whom the form is about, and the way back to the list. */
function About({ person }: { readonly person: PersonAsked }): ReactElement {
  const { parts } = useDesk();
  const relation = relationOf(parts, person);
  return (
    <div className="form-about">
      <p className="overline">
        <bdi>{nameOf(parts, person)}</bdi>
        {relation === undefined ? "" : `, ${relation}`}
      </p>
      <button type="button" className="button button-plain" onClick={() => goTo({ name: "people" })}>
        {parts.invitation.people.length > 1 ? TEXTS.backToList : TEXTS.backToSurvey}
      </button>
    </div>
  );
}
