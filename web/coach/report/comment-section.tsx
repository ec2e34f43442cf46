/** Comments by question: attributed ones under their name, the others pooled and in an order drawn by chance. */
import type { CommentSection as CommentModel, Report360 } from "../../../analysis/report360/report-model.ts";
import { HatchSwatch } from "../../ui/hatch.tsx";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { REASONS } from "../../ui/texts/suppression.ts";

type CommentList = CommentModel["lists"][number];

function OneList({ list, minimum }: { readonly list: CommentList; readonly minimum: number }) {
  const { comments } = list;
  return (
    <div className="comment-list">
      <h4>{inEnglish(list.label)}</h4>
      {!comments.shown && comments.reason !== "no-answers" && (
        <p className="hidden-reason">
          <HatchSwatch /> {REASONS[comments.reason](minimum)}
        </p>
      )}
      {(comments.shown ? comments.value.length === 0 : comments.reason === "no-answers") && (
        <p className="hint">{REPORT_TEXTS.noCommentsGiven}</p>
      )}
      {comments.shown && comments.value.length > 0 && (
        <ul>
          {[...tallied(comments.value)].map(([key, text]) => (
            <li key={key} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Equal comments are different comments: the key holds which of them it is. */
function* tallied(comments: readonly string[]): Generator<readonly [string, string]> {
  const seen = new Map<string, number>();
  for (const text of comments) {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    yield [`${times} ${text}`, text];
  }
}

export function CommentSection({ report }: { readonly report: Report360 }) {
  return (
    <section className="report-section" aria-labelledby="comments">
      <h2 id="comments">{REPORT_TEXTS.comments}</h2>
      <p className="hint">
        {report.comments.length === 0 ? REPORT_TEXTS.noComments : REPORT_TEXTS.commentsIntro}
      </p>
      {report.comments.map((section) => (
        <article key={section.code} className="comment-question">
          <h3>{inEnglish(section.label)}</h3>
          {section.lists.map((list) => (
            <OneList key={inEnglish(list.label)} list={list} minimum={report.policy.minimumComments} />
          ))}
        </article>
      ))}
    </section>
  );
}
