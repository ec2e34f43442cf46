/** One page of a form: where you are, what is asked, and the way on. Used by raters and by previews. */
import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SurveyModel } from "survey-core";
import { Survey } from "survey-react-ui";
import { minutesLeft, pageOfItem } from "./form-progress.ts";
import { showProblems } from "./show-problems.ts";
import { type SurveyProblems, SurveyProblemsContext } from "./survey-problems.ts";
import { SURVEY_TEXTS } from "./texts/en.ts";

export interface FormPageProps {
  readonly model: SurveyModel;
  /** Index among the model's visible pages. */
  readonly page: number;
  /** The form's own estimate for the whole of it. */
  readonly minutes: number;
  readonly problems: SurveyProblems;
  /** Shown above the page's heading: whom the form is about. */
  readonly above: ReactNode;
  /** Shown beside the buttons: saved state. */
  readonly status: ReactNode;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Answers change outside React: every change draws the progress anew. */
function useAnswerCount(model: SurveyModel): void {
  const [, count] = useState(0);
  useEffect(() => {
    const changed = (): void => count((before) => before + 1);
    model.onValueChanged.add(changed);
    return () => model.onValueChanged.remove(changed);
  }, [model]);
}

export function FormPage(props: FormPageProps): ReactElement {
  const { model, problems } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useAnswerCount(model);
  const pages = model.visiblePages.length;
  const index = Math.min(props.page, pages - 1);
  const here = [...problems.keys()].filter((item) => pageOfItem(model, item) === index);

  // Before the browser paints, so that heading and questions are of the same page.
  useLayoutEffect(() => {
    if (model.currentPageNo !== index) model.currentPageNo = index;
  }, [index, model]);

  // What stands in a form's fields is written to the browser's session files, unless the form says no.
  useLayoutEffect(() => {
    frame.current?.querySelector("form")?.setAttribute("autocomplete", "off");
  });

  // A new page begins at its heading, for eyes and for screen readers.
  useEffect(() => {
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [index, model]);

  useEffect(() => showProblems(model, problems, frame.current), [model, problems]);

  return (
    <SurveyProblemsContext value={problems}>
      <div className="form-page" ref={frame}>
        <header className="form-head">
          {props.above}
          <PageHead model={model} index={index} pages={pages} minutes={props.minutes} heading={heading} />
        </header>
        {here.length === 0 ? null : (
          <p className="notice notice-wrong" role="alert">
            {SURVEY_TEXTS.problems(here.length)}
          </p>
        )}
        <Survey model={model} />
        <footer className="form-foot">
          <div className="form-buttons">
            <button type="button" className="button" onClick={props.onBack}>
              {SURVEY_TEXTS.back}
            </button>
            <button type="button" className="button button-primary" onClick={props.onNext}>
              {index === pages - 1 ? SURVEY_TEXTS.review : SURVEY_TEXTS.next}
            </button>
          </div>
          {props.status}
        </footer>
      </div>
    </SurveyProblemsContext>
  );
}

interface PageHeadProps {
  readonly model: SurveyModel;
  readonly index: number;
  readonly pages: number;
  readonly minutes: number;
  readonly heading: React.RefObject<HTMLHeadingElement | null>;
}

function PageHead({ model, index, pages, minutes, heading }: PageHeadProps): ReactElement {
  const page = model.visiblePages[index];
  const left = minutesLeft(model, minutes, index);
  const title = page?.locTitle.textOrHtml ?? "";
  const description = page?.locDescription.textOrHtml ?? "";
  // How to answer, and who reads it: told once, where answering begins.
  const introduction = index === 0 ? model.locDescription.textOrHtml : "";
  return (
    <>
      <p className="form-progress">
        <progress max={pages} value={index + 1} aria-label={SURVEY_TEXTS.progress} />
        <span>
          {SURVEY_TEXTS.page(index + 1, pages)}
          {" · "}
          {left === 0 ? SURVEY_TEXTS.nothingLeft : SURVEY_TEXTS.minutesLeft(left)}
        </span>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {title === "" ? SURVEY_TEXTS.page(index + 1, pages) : title}
      </h1>
      {description === "" ? null : <p className="form-description">{description}</p>}
      {introduction === "" ? null : <p className="form-introduction">{introduction}</p>}
    </>
  );
}
