/** A programme's mentoring for evaluators: take-up, how it goes, early ends, and what those have in common. */
import { timeText } from "../../ui/dates.ts";
import { HatchDefinition } from "../../ui/hatch.tsx";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { FIGURES_TEXTS } from "../../ui/texts/mentoring-figures.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { ExitsSection } from "./exits-section.tsx";
import { CountFigure, MeanFigure, shareText } from "./figure-cell.tsx";
import { type Figures, loadFigures, type RoundFigures } from "./load-figures.ts";
import { MismatchSection } from "./mismatch-section.tsx";

const TEXTS = FIGURES_TEXTS;

interface PartProps {
  readonly figures: Figures;
  readonly id: string;
}

function TakeUp({ figures: { takeUp, minimumGroupSize: minimum }, id }: PartProps) {
  const sides = [
    [TEXTS.mentees, takeUp.mentees],
    [TEXTS.mentors, takeUp.mentors],
  ] as const;
  return (
    <section className="page-section" aria-labelledby={`take-up-${id}`}>
      <h3 id={`take-up-${id}`}>{TEXTS.takeUp}</h3>
      <ScrollRegion className="list-scroll" label={TEXTS.takeUp}>
        <table className="list list-stack">
          <TableHead
            columns={[TEXTS.side, numbers(TEXTS.asked), numbers(TEXTS.sent), numbers(TEXTS.share)]}
          />
          <tbody>
            {sides.map(([label, { asked, sent }]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <CountFigure cell={asked} minimum={minimum} head={TEXTS.asked} />
                <CountFigure cell={sent} minimum={minimum} head={TEXTS.sent} />
                <td className="number" data-head={TEXTS.share}>
                  {shareText(sent, asked) ?? "–"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Course({ figures, id }: PartProps) {
  const { matched, daysToMatch, meetings, pulses, minimumGroupSize: minimum } = figures;
  const counts = [
    [TEXTS.matched, matched, 0],
    [TEXTS.daysToMatch, daysToMatch, 0],
    [TEXTS.meetings, meetings, 1],
  ] as const;
  const means = [
    [TEXTS.pulseMentees, pulses.mentees],
    [TEXTS.pulseMentors, pulses.mentors],
  ] as const;
  return (
    <section className="page-section" aria-labelledby={`course-${id}`}>
      <h3 id={`course-${id}`}>{TEXTS.course}</h3>
      <ScrollRegion className="list-scroll" label={TEXTS.course}>
        <table className="list list-stack">
          <TableHead columns={[TEXTS.figure, numbers(TEXTS.value)]} />
          <tbody>
            {counts.map(([label, cell, digits]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <CountFigure cell={cell} minimum={minimum} head={TEXTS.value} digits={digits} />
              </tr>
            ))}
            {means.map(([label, cell]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <MeanFigure cell={cell} minimum={minimum} head={TEXTS.value} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Round({ round: { id, title, countedAt, figures } }: { readonly round: RoundFigures }) {
  return (
    <section className="page-section" aria-labelledby={`round-${id}`}>
      <h2 id={`round-${id}`} dir="auto">
        {title}
      </h2>
      <p className="hint">
        {TEXTS.counted(timeText(countedAt))} {TEXTS.minimum(figures.minimumGroupSize)}
      </p>
      <TakeUp figures={figures} id={id} />
      <Course figures={figures} id={id} />
      <ExitsSection figures={figures} id={id} />
      <MismatchSection figures={figures} id={id} />
    </section>
  );
}

export function MentoringFiguresScreen({ programme }: { readonly programme: string }) {
  const loading = useLoaded(() => loadFigures(programme), programme);
  return (
    <Screen title={TEXTS.title} up={{ href: "/staff/surveys", label: TEXTS.up }}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {(rounds) =>
          rounds.length === 0 ? (
            <div className="empty">
              <h2>{TEXTS.empty}</h2>
              <p>{TEXTS.emptyDetail}</p>
            </div>
          ) : (
            <article className="results">
              <HatchDefinition />
              <p className="screen-only">
                <button type="button" className="button" onClick={() => window.print()}>
                  {TEXTS.print}
                </button>
              </p>
              {rounds.map((round) => (
                <Round key={round.id} round={round} />
              ))}
            </article>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
