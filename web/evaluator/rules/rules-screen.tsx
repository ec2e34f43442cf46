/** Why figures of one wave are missing: the rules in words with its own numbers, and how often each applied. */
import { percent } from "../../../analysis/number-text.ts";
import { explanationApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";
import { HatchDefinition } from "../../ui/hatch.tsx";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { RULES_TEXTS } from "../../ui/texts/evaluator-rules.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { hiddenWords } from "../figures/hidden-figure.tsx";
import { RateBar } from "../figures/rate-bar.tsx";

const TEXTS = RULES_TEXTS;

function loadExplanation(wave: string) {
  return answerOf(explanationApi.$get({ param: { wave } }));
}

type Explanation = Awaited<ReturnType<typeof loadExplanation>>;
type Counted = NonNullable<Explanation["cells"]>["items"];

const KINDS = ["items", "scales", "answered"] as const;

function cellsOf({ shown, suppressed }: Counted): number {
  return suppressed.reduce((sum, { cells }) => sum + cells, shown);
}

function ShownTable({ cells }: { readonly cells: NonNullable<Explanation["cells"]> }) {
  return (
    <table className="list list-stack chart-table">
      <caption className="reader-only">{TEXTS.counts}</caption>
      <TableHead
        columns={[
          TEXTS.figures,
          { label: TEXTS.share, holds: "chart", unseen: true },
          numbers(TEXTS.shown),
          numbers(TEXTS.bounded),
          numbers(TEXTS.all),
        ]}
      />
      <tbody>
        {KINDS.map((kind) => {
          const counted = cells[kind];
          const all = cellsOf(counted);
          const share = all === 0 ? 0 : counted.shown / all;
          return (
            <tr key={kind}>
              <th scope="row">{TEXTS.kinds[kind]}</th>
              <td className="chart-cell">
                <RateBar rate={share} sentence={TEXTS.shareSentence(TEXTS.kinds[kind], percent(share))} />
              </td>
              <td className="number figure-strong" data-head={TEXTS.shown}>
                {counted.shown}
              </td>
              <td className="number" data-head={TEXTS.bounded}>
                {counted.bounded}
              </td>
              <td className="number" data-head={TEXTS.all}>
                {all}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Over all kinds of figures, the most frequent reason first. */
function reasonCounts(cells: NonNullable<Explanation["cells"]>) {
  type Reason = Counted["suppressed"][number]["reason"];
  const counts = new Map<Reason, number>();
  for (const kind of KINDS) {
    for (const { reason, cells: count } of cells[kind].suppressed) {
      counts.set(reason, (counts.get(reason) ?? 0) + count);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function ReasonTable({ explanation }: { readonly explanation: Explanation }) {
  const { cells, minimum } = explanation;
  if (cells === null) return null;
  const reasons = reasonCounts(cells);
  if (reasons.length === 0) return <p>{TEXTS.everythingShown}</p>;
  return (
    <table className="list">
      <caption className="reader-only">{TEXTS.reasons}</caption>
      <TableHead columns={[TEXTS.reason, numbers(TEXTS.figures)]} />
      <tbody>
        {reasons.map(([reason, count]) => (
          <tr key={reason}>
            <th scope="row">{hiddenWords({ reason, minimum }).sentence}</th>
            <td className="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rules({ explanation }: { readonly explanation: Explanation }) {
  const { rules, cells } = explanation;
  return (
    <article className="results">
      <HatchDefinition />
      {rules.map(({ title, text }) => (
        <section key={title} className="rule">
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section className="page-section" aria-labelledby="counts">
        <h2 id="counts">{TEXTS.counts}</h2>
        {cells === null ? (
          <p>{TEXTS.notReleased}</p>
        ) : (
          <>
            <p className="hint">{TEXTS.countsIntro}</p>
            <ShownTable cells={cells} />
            <h3>{TEXTS.reasons}</h3>
            <ReasonTable explanation={explanation} />
          </>
        )}
      </section>
    </article>
  );
}

export function RulesScreen({ wave }: { readonly wave: string }) {
  const loading = useLoaded(() => loadExplanation(wave), wave);
  const { loaded } = loading;
  const label = loaded.state === "loaded" ? loaded.value.title : TEXTS.up;
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/surveys/${wave}`, label }}>
      <WhenLoaded loading={loading}>{(explanation) => <Rules explanation={explanation} />}</WhenLoaded>
    </Screen>
  );
}
