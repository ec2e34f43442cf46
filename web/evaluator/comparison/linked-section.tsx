/** Those who answered both waves, found by their personal codes: how many, and how each of them changed on average. */
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import type {
  LinkedChange,
  LinkedChanges,
  LinkedFigures,
} from "../../../analysis/linking/linked-changes-model.ts";
import { digitsOf, percent, rounded } from "../../../analysis/number-text.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { COMPARISON_TEXTS, NOT_TESTED } from "../../ui/texts/evaluator-comparison.ts";
import { changeTexts } from "../figures/change-text.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";
import { courseOf } from "./course.ts";
import { type Outcome, OutcomeWord, ReasonNotes, reasonsOf } from "./reason-notes.tsx";

const TEXTS = COMPARISON_TEXTS;

function Count({ cell, minimum }: { readonly cell: Cell<number>; readonly minimum: number }) {
  return cell.shown ? cell.value : <HiddenFigure reason={cell.reason} minimum={minimum} />;
}

function differenceOf({ mean, interval }: LinkedFigures) {
  return { estimate: exactly(mean), interval };
}

function outcomeOf({ verdict, band, change }: LinkedChange): Outcome {
  if (verdict.state === "not-tested") return { reason: TEXTS.notTestedBecause(NOT_TESTED[verdict.reason]) };
  const difference = change.shown ? differenceOf(change.value) : null;
  return { word: TEXTS.courses[courseOf({ verdict, band, difference })] };
}

/** A share of false links that rounds to nothing is not nothing. */
function falseText(share: number): string {
  return share < 0.001 ? TEXTS.falseFew : `${rounded(share * 100, 1)} %`;
}

interface LinkedRowProps {
  readonly row: LinkedChange;
  readonly minimum: number;
  readonly reasons: readonly string[];
}

function LinkedRow({ row, minimum, reasons }: LinkedRowProps) {
  const { change, label, kind } = row;
  const texts = change.shown ? changeTexts(differenceOf(change.value), digitsOf(kind)) : null;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number" data-head={TEXTS.linkedN}>
        {change.shown ? change.n : "–"}
      </td>
      <td className="number" data-head={TEXTS.linkedChange}>
        {texts === null ? (
          !change.shown && <HiddenFigure reason={change.reason} minimum={minimum} />
        ) : (
          <>
            <span className="figure-strong">{texts.estimate}</span>
            {texts.limits !== null && <span className="figure-limits"> {texts.limits}</span>}
          </>
        )}
      </td>
      <td data-head={TEXTS.verdict}>
        <OutcomeWord outcome={outcomeOf(row)} reasons={reasons} />
      </td>
    </tr>
  );
}

interface LinkedPeopleProps {
  readonly linked: LinkedChanges;
  readonly minimum: number;
}

function LinkedFacts({ linked, minimum }: LinkedPeopleProps) {
  const { withoutCode } = linked;
  const facts: readonly (readonly [string, readonly Cell<number>[]])[] = [
    [TEXTS.stayers, [linked.stayers]],
    [TEXTS.leavers, [linked.leavers]],
    [TEXTS.joiners, [linked.joiners]],
    [TEXTS.withoutCode, [withoutCode.before, withoutCode.after]],
  ];
  return (
    <dl className="facts">
      {facts.map(([label, cells]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="count-cells">
            {cells.map((cell, place) => (
              <span key={place === 0 ? TEXTS.before : TEXTS.after}>
                <Count cell={cell} minimum={minimum} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function LinkedTable({
  rows,
  minimum,
}: {
  readonly rows: readonly LinkedChange[];
  readonly minimum: number;
}) {
  const reasons = reasonsOf(rows.map(outcomeOf));
  return (
    <>
      <table className="list list-stack rate-table">
        <caption className="reader-only">{TEXTS.linked}</caption>
        <TableHead
          columns={[TEXTS.theme, numbers(TEXTS.linkedN), numbers(TEXTS.linkedChange), TEXTS.verdict]}
        />
        <tbody>
          {rows.map((row) => (
            <LinkedRow key={`${row.kind} ${row.code}`} row={row} minimum={minimum} reasons={reasons} />
          ))}
        </tbody>
      </table>
      <ReasonNotes reasons={reasons} />
    </>
  );
}

/** Where nobody's figures are shown, one sentence says so, and not each row once more. */
function LinkedPeople({ linked, minimum }: LinkedPeopleProps) {
  const rows = [...linked.scales, ...(linked.index === null ? [] : [linked.index]), ...linked.items];
  const { linkedShare, falseShare, stayers, leavers, joiners, withoutCode } = linked;
  const hasRows = rows.some(({ change }) => change.shown);
  const hasFacts = [stayers, leavers, joiners, ...Object.values(withoutCode)].some(({ shown }) => shown);
  return (
    <>
      <p className="hint">
        {linkedShare === null || falseShare === null
          ? TEXTS.linkedHidden
          : TEXTS.linkedIntro(percent(linkedShare), falseText(falseShare))}
      </p>
      {hasFacts && <LinkedFacts linked={linked} minimum={minimum} />}
      {hasRows && <LinkedTable rows={rows} minimum={minimum} />}
      {hasRows && <p className="hint">{TEXTS.linkedEverybody}</p>}
      <ul>
        {linked.methods.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

/** Figures of linked persons are of everybody, and of the last wave with one before it: it says with which. */
export function LinkedSection({ parts: { sheet, minimum } }: { readonly parts: ComparisonParts }) {
  const { linked, notLinked, waves, comparison } = sheet;
  if (comparison.of !== null) return null;
  const before = waves.find(({ wave }) => wave === linked?.wave);
  const last = waves.at(-1)?.title ?? "";
  return (
    <section className="page-section" aria-labelledby="linked">
      <h2 id="linked">{TEXTS.linked}</h2>
      {linked === null && notLinked !== null && (
        <p>{`${TEXTS.linkedNone} ${TEXTS.whyNotLinked[notLinked]}`}</p>
      )}
      {linked !== null && before === undefined && <p>{TEXTS.linkedElsewhere(last)}</p>}
      {linked !== null && before !== undefined && (
        <>
          {waves.length > 2 && <p>{TEXTS.linkedBetween(before.title, last)}</p>}
          <LinkedPeople linked={linked.changes} minimum={minimum} />
        </>
      )}
    </section>
  );
}
