/** What would change if: figures before and after, and whose pair would change; nothing is stored. */
import { WhenLoaded } from "../../ui/screen.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { type Supposition, suppose } from "./board-api.ts";

const TEXTS = BOARD_TEXTS.whatIf;
const MOST_SHOWN = 20;

type WhatIf = Awaited<ReturnType<typeof suppose>>;

function FiguresTable({ whatIf: { before, after } }: { readonly whatIf: WhatIf }) {
  const rows = [
    [BOARD_TEXTS.matched, before.matched, after.matched],
    [BOARD_TEXTS.worst, before.worst ?? BOARD_TEXTS.noPairs, after.worst ?? BOARD_TEXTS.noPairs],
    [BOARD_TEXTS.below(before.cap), before.belowCap, after.belowCap],
    [BOARD_TEXTS.total, before.total, after.total],
  ] as const;
  return (
    <table className="list what-if-figures">
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            {TEXTS.nowHead}
          </th>
          <th scope="col" className="number">
            {TEXTS.thenHead}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, now, then]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="number">{now}</td>
            <td className={now === then ? "number" : "number figure-strong"}>{then}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ whatIf: { changed } }: { readonly whatIf: WhatIf }) {
  if (changed.length === 0) return <p>{TEXTS.nothing}</p>;
  return (
    <table className="list what-if-changes">
      <caption>{TEXTS.changed(changed.length)}</caption>
      <TableHead columns={[BOARD_TEXTS.mentee, TEXTS.before, TEXTS.after]} />
      <tbody>
        {changed.slice(0, MOST_SHOWN).map(({ mentee, before, after }) => (
          <tr key={mentee.id}>
            <th scope="row" dir="auto">
              {mentee.name}
            </th>
            <td dir="auto">{before?.name ?? <em>{TEXTS.nobody}</em>}</td>
            <td dir="auto">{after?.name ?? <em>{TEXTS.nobody}</em>}</td>
          </tr>
        ))}
        {changed.length > MOST_SHOWN && (
          <tr>
            <td colSpan={3}>{TEXTS.more(changed.length - MOST_SHOWN)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function WhatIfResult({ whatIf }: { readonly whatIf: WhatIf }) {
  return (
    <>
      <p>
        {TEXTS.unmatched(whatIf.unmatched.length)} <span className="hint">{TEXTS.stays}</span>
      </p>
      <div className="what-if-parts">
        <FiguresTable whatIf={whatIf} />
        <Changes whatIf={whatIf} />
      </div>
    </>
  );
}

interface WhatIfPanelProps {
  readonly round: string;
  /** Another one is another question. */
  readonly id: string;
  readonly title: string;
  readonly supposition: Supposition;
}

export function WhatIfPanel({ round, id, title, supposition }: WhatIfPanelProps) {
  const loading = useLoaded(() => suppose(round, supposition), `${round} ${id}`);
  return (
    <div className="what-if" aria-live="polite">
      <h3>{title}</h3>
      <WhenLoaded loading={loading}>{(whatIf) => <WhatIfResult whatIf={whatIf} />}</WhenLoaded>
    </div>
  );
}
