/** How far a comparison holds: what does not compare, the same mix of people, and how it was worked out. */
import { changeText } from "../../../analysis/bound-text.ts";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { changeTexts } from "../figures/change-text.ts";
import type { ComparisonParts } from "./comparison-parts.ts";

const TEXTS = COMPARISON_TEXTS;

export function BreaksSection({ parts }: { readonly parts: ComparisonParts }) {
  const { comparison, waves, renamed } = parts.sheet;
  if (comparison.breaks.length + renamed.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="breaks">
      <h2 id="breaks">{TEXTS.breaks}</h2>
      <p className="hint">{TEXTS.breaksIntro}</p>
      <ul>
        {comparison.breaks.map(({ wave, kind, code, label, reasons }) => (
          <li key={`${wave} ${kind} ${code}`}>
            <strong>{label}</strong>{" "}
            {waves.length > 2 && (
              <span className="hint">
                {TEXTS.breakBetween(waves[wave - 1]?.title ?? "", waves[wave]?.title ?? "")}.{" "}
              </span>
            )}
            {reasons.join(" ")}
          </li>
        ))}
        {renamed.map(({ item, earlier, earlierLabel, laterLabel }) => (
          <li key={`${item} ${earlier}`}>{TEXTS.renamed.list(earlierLabel, laterLabel)}</li>
        ))}
      </ul>
    </section>
  );
}

export function WeightedSection({ parts }: { readonly parts: ComparisonParts }) {
  const { weighted, scales, index, cuts } = parts.sheet.comparison;
  if (weighted.length === 0) return null;
  const labels = new Map(
    [...scales, ...(index === null ? [] : [index])].map(({ code, label }) => [code, label]),
  );
  const cutLabel = (codes: readonly string[]) =>
    cuts.find((cut) => cut.codes.join("+") === codes.join("+"))?.label ?? codes.join(" × ");
  return (
    <section className="page-section" aria-labelledby="weighted">
      <h2 id="weighted">{TEXTS.weighted}</h2>
      <p className="hint">{TEXTS.weightedIntro}</p>
      <table className="list list-stack weighted-table">
        <caption className="reader-only">{TEXTS.weighted}</caption>
        <TableHead
          columns={[TEXTS.theme, numbers(TEXTS.unweighted), numbers(TEXTS.weightedChange), TEXTS.weightedHow]}
        />
        <tbody>
          {weighted.map(({ code, to, cut, difference, unweighted }) => {
            const digits = index?.code === code ? 0 : 2;
            const { estimate, limits } = changeTexts(difference, digits);
            return (
              <tr key={`${code} ${to} ${cut.join("+")}`}>
                <th scope="row">{labels.get(code) ?? code}</th>
                <td className="number" data-head={TEXTS.unweighted}>
                  {changeText(unweighted, digits)}
                </td>
                <td className="number" data-head={TEXTS.weightedChange}>
                  <span className="figure-strong">{estimate}</span>
                  {limits !== null && <span className="figure-limits"> {limits}</span>}
                </td>
                <td data-head={TEXTS.weightedHow}>{TEXTS.weightedBy(cutLabel(cut), TEXTS.weightedTo[to])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

export function MethodsSection({ parts }: { readonly parts: ComparisonParts }) {
  const { comparison, inputs, waves, hash } = parts.sheet;
  return (
    <section className="page-section" aria-labelledby="methods">
      <h2 id="methods">{TEXTS.methods}</h2>
      <ul>
        {comparison.methods.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <details className="provenance">
        <summary>{TEXTS.provenance}</summary>
        <dl>
          {inputs.map(({ wave, release, datasetHash }) => (
            <div key={wave}>
              <dt>{TEXTS.input(waves.find((one) => one.wave === wave)?.title ?? "", release)}</dt>
              <dd>
                <code>{datasetHash}</code>
              </dd>
            </div>
          ))}
          <dt>{TEXTS.hash}</dt>
          <dd>
            <code>{hash}</code>
          </dd>
        </dl>
      </details>
    </section>
  );
}
