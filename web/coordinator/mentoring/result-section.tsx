/** The result of the newest run in figures: how many, how well, and whether mentees may choose. */
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { Board, Outcome } from "./board-api.ts";
import { scoreBins } from "./board-view.ts";

type Figures = Outcome["figures"];

function ScoreChart({ figures }: { readonly figures: Figures }) {
  const bins = scoreBins(figures.histogram);
  const most = Math.max(1, ...bins.map(({ pairs }) => pairs));
  const all = bins.reduce((sum, { pairs }) => sum + pairs, 0);
  return (
    <table className="score-chart">
      <caption>
        {BOARD_TEXTS.histogram}. {BOARD_TEXTS.histogramSummary(all, figures.cap, figures.belowCap)}
      </caption>
      <thead className="reader-only">
        <tr>
          <th scope="col">{BOARD_TEXTS.scores}</th>
          <th scope="col">{BOARD_TEXTS.pairsHead}</th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, pairs }) => (
          <tr key={from}>
            <th scope="row">{BOARD_TEXTS.bin(from, to)}</th>
            <td>
              <span className="score-count">{pairs}</span>
              <meter
                className={to < figures.cap ? "score-bar score-low" : "score-bar"}
                min={0}
                max={most}
                value={pairs}
                aria-hidden="true"
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ResultSection({ board, outcome }: { readonly board: Board; readonly outcome: Outcome }) {
  const { figures, choice, unmatched } = outcome;
  const facts = [
    [BOARD_TEXTS.matched, BOARD_TEXTS.matchedOf(figures.matched, figures.matched + unmatched.length)],
    [BOARD_TEXTS.worst, figures.worst === null ? BOARD_TEXTS.noPairs : String(figures.worst)],
    [BOARD_TEXTS.below(figures.cap), String(figures.belowCap)],
    [BOARD_TEXTS.total, String(figures.total)],
  ] as const;
  return (
    <section aria-labelledby="result">
      <h2 id="result">{BOARD_TEXTS.result}</h2>
      <div className="board-result">
        <div className="board-result-words">
          <dl className="board-figures">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">{BOARD_TEXTS.optimal}</p>
          <p>
            <strong>{BOARD_TEXTS.choice}.</strong> {choice.sentence}
          </p>
          {board.unclear.length > 0 && (
            <p>
              <a href="#unclear">
                {BOARD_TEXTS.unclear} ({board.unclear.length})
              </a>
            </p>
          )}
        </div>
        <ScoreChart figures={figures} />
      </div>
    </section>
  );
}
