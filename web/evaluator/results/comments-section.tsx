/** What staff wrote, question by question, in an order drawn by chance; words can be looked for. */
import { useState } from "react";
import type { StaffComments, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { HatchSwatch } from "../../ui/hatch.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { HIDDEN_COMMENTS } from "../../ui/texts/suppression.ts";
import { foundComments, type NumberedComment, numberedComments, partsOf } from "./found-comments.ts";

const TEXTS = EVALUATOR_TEXTS.results.comments;

/** So many stand open, and the others are folded. */
const FIRST = 20;
const LONGEST_WORDS = 100;

function CommentList({
  comments,
  words,
}: {
  readonly comments: readonly NumberedComment[];
  readonly words: string;
}) {
  return (
    <ul className="staff-comments">
      {comments.map(({ place, text }) => (
        <li key={place} dir="auto">
          {partsOf(text, words).map(({ at, part, found }) => (found ? <mark key={at}>{part}</mark> : part))}
        </li>
      ))}
    </ul>
  );
}

function ShownComments({ texts, words }: { readonly texts: readonly string[]; readonly words: string }) {
  const all = numberedComments(texts);
  const found = foundComments(all, words);
  const isSearch = found.length < all.length;
  const rest = isSearch ? [] : found.slice(FIRST);
  return (
    <>
      <p className="hint">{isSearch ? TEXTS.foundOf(found.length, all.length) : TEXTS.count(all.length)}</p>
      {found.length > 0 && <CommentList comments={isSearch ? found : found.slice(0, FIRST)} words={words} />}
      {rest.length > 0 && (
        <details className="more-comments">
          <summary>{TEXTS.more(rest.length)}</summary>
          <CommentList comments={rest} words={words} />
        </details>
      )}
    </>
  );
}

function QuestionComments({ one, words }: { readonly one: StaffComments; readonly words: string }) {
  const { label, list, minimum } = one;
  return (
    <section className="question-comments">
      <h3 dir="auto">{label}</h3>
      {list.shown ? (
        <ShownComments texts={list.value} words={words} />
      ) : (
        <p className="hidden-reason">
          <HatchSwatch /> {HIDDEN_COMMENTS[list.reason === "too-uniform" ? "too-many" : "too-few"](minimum)}
        </p>
      )}
    </section>
  );
}

/** The words looked for stay on the screen: neither the address nor the server is told. */
export function CommentsSection({ tables }: { readonly tables: StaffTables }) {
  const [words, setWords] = useState("");
  const { comments = [] } = tables;
  if (comments.length === 0) return null;
  const texts = comments.flatMap(({ list }) => (list.shown ? list.value : []));
  const found = foundComments(numberedComments(texts), words);
  return (
    <section className="page-section" aria-labelledby="comments">
      <h2 id="comments">{TEXTS.title}</h2>
      <p className="hint">{TEXTS.intro}</p>
      {texts.length > 0 && (
        <div className="filters">
          <TextField
            label={TEXTS.search}
            type="search"
            value={words}
            onChange={setWords}
            maxLength={LONGEST_WORDS}
          />
        </div>
      )}
      {texts.length > 0 && (
        <p className={words.trim() === "" ? "reader-only" : "hint"} role="status">
          {words.trim() === "" ? "" : TEXTS.found(found.length, words.trim())}
        </p>
      )}
      {comments.map((one) => (
        <QuestionComments key={one.code} one={one} words={words} />
      ))}
    </section>
  );
}
