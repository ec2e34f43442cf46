/** The review form page by page; the side is known, so nobody is asked for it. */
import "../ui/survey/survey.css";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { SurveyModel } from "survey-core";
import { answerProblemSentence } from "../../surveys/answer-problem.ts";
import { compileCheck } from "../../surveys/compile-check.ts";
import { formFor } from "../../surveys/form.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import type { DraftContent } from "../ui/survey/draft-content.ts";
import { DraftSaver } from "../ui/survey/draft-saver.ts";
import { createFormModel } from "../ui/survey/form-model.ts";
import { FormPage } from "../ui/survey/form-page.tsx";
import { pageOfItem } from "../ui/survey/form-progress.ts";
import type { SurveyProblems } from "../ui/survey/survey-problems.ts";
import { useUnsavedWarning } from "../ui/use-unsaved-warning.ts";
import { type MineLink, sendReview } from "./mine-api.ts";
import { goTo, useHash, useSaidAction } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import type { OwnPair } from "./own-pair.ts";
import type { ReviewDraft } from "./review-draft.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.review;

interface ReviewFormProps {
  readonly pair: OwnPair;
  /** The text of the form's file. */
  readonly form: string;
  readonly draft: ReviewDraft;
}

function useForm({ pair, form, draft }: ReviewFormProps) {
  const { side } = pair;
  return useMemo(() => {
    const definition = readDefinition(form);
    const model = createFormModel(formFor(definition, { language: "en", pipes: {} }), "en");
    const question = model.getQuestionByName("role");
    if (question !== null && question !== undefined) question.visible = false;
    if (draft.found !== undefined) model.data = { ...draft.found.answers };
    // Hiding a question clears its answer, and other questions are asked by it: so the side is set afterwards.
    model.setValue("role", side);
    const compiled = compileCheck(definition);
    const check = (): SurveyProblems => {
      const result = compiled({ ...model.data, role: side });
      if (result.ok) return new Map();
      return new Map(result.problems.map((problem) => [problem.item, answerProblemSentence(problem)]));
    };
    return { definition, model, check };
  }, [form, side, draft]);
}

type Kept = keyof typeof TEXTS.kept;

/** Keeps what is typed; what would be lost is told, and warned of before the page is left. */
function useKept(model: SurveyModel, draft: ReviewDraft) {
  const [kept, setKept] = useState<Kept>(draft.found === undefined ? "nothing" : draft.keeping);
  const saver = useMemo(() => {
    const save = (content: DraftContent) =>
      draft.save(content).then(
        () => setKept(draft.keeping),
        () => setKept("nowhere"),
      );
    return new DraftSaver(model, draft.found?.page ?? 0, { waiting: () => setKept("saving"), save });
  }, [model, draft]);
  useEffect(() => {
    const flush = () => void saver.flush();
    model.onValueChanged.add(saver.changed);
    document.addEventListener("visibilitychange", flush);
    addEventListener("pagehide", flush);
    return () => {
      model.onValueChanged.remove(saver.changed);
      document.removeEventListener("visibilitychange", flush);
      removeEventListener("pagehide", flush);
      flush();
    };
  }, [model, saver]);
  useUnsavedWarning(kept === "saving" || kept === "nowhere");
  return { kept, saver };
}

export function ReviewForm({ pair, form, draft }: ReviewFormProps) {
  const { definition, model, check } = useForm({ pair, form, draft });
  const { kept, saver } = useKept(model, draft);
  const [page, setPage] = useState(Math.min(draft.found?.page ?? 0, model.visiblePages.length - 1));
  const [ready, setReady] = useState(false);
  const [problems, setProblems] = useState<SurveyProblems>(new Map());
  const hashOf = useHash();
  const { id } = pair;
  const send = useSaidAction(
    useCallback(
      async (link: MineLink) => {
        const { role: _known, ...answers } = model.data;
        await sendReview(link, id, answers);
        saver.stop();
        await draft.forget();
        goTo(hashOf({ name: "pair", pair: id }));
        return TEXTS.sent;
      },
      [id, model, hashOf, saver, draft],
    ),
  );
  const toPage = (to: number) => {
    saver.turned(to);
    setPage(to);
  };
  const next = () => {
    const here = [...check()].filter(([item]) => pageOfItem(model, item) === page);
    setProblems(new Map(here));
    if (here.length > 0) return;
    if (page < model.visiblePages.length - 1) toPage(page + 1);
    else setReady(true);
  };
  if (ready) {
    return (
      <MineScreen title={TEXTS.check}>
        <p>{TEXTS.checkText}</p>
        <RefusalNotice reason={send.refused} />
        <div className="mine-actions">
          <BusyButton busy={send.busy} busyText={TEXTS.sending} onPress={send.run}>
            {TEXTS.send}
          </BusyButton>
          <button type="button" className="button" onClick={() => setReady(false)}>
            {TEXTS.edit}
          </button>
        </div>
      </MineScreen>
    );
  }
  return (
    <FormPage
      model={model}
      page={page}
      minutes={definition.soundings.minutes}
      problems={problems}
      above={<p className="hint">{TEXTS.title(pair.other)}</p>}
      status={
        <p className="hint" data-saved={kept}>
          {TEXTS.kept[kept]}
        </p>
      }
      onBack={() => (page === 0 ? goTo(hashOf({ name: "pair", pair: id })) : toPage(page - 1))}
      onNext={next}
    />
  );
}
