/** Who answered: invited and answered by group, and how each group is shown. */
import type { GroupResponse, Report360 } from "../../../analysis/report360/report-model.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { MarkSign } from "./chart-mark.tsx";

const SQUARE = 14;
const STEP = 18;
const PER_ROW = 12;

/** How many answered, where it may be counted: of those shown by name it is no secret that nothing came. */
function answeredOf({ attributed, invited, received }: GroupResponse): number | undefined {
  if (received.shown) return received.value;
  return attributed && invited > 0 && received.reason === "no-answers" ? 0 : undefined;
}

function sentence(response: GroupResponse): string {
  const label = inEnglish(response.label);
  const answered = answeredOf(response);
  return answered === undefined
    ? REPORT_TEXTS.responseHidden(label, response.invited)
    : REPORT_TEXTS.responsePart(label, answered, response.invited);
}

function answeredText(response: GroupResponse): string {
  const answered = answeredOf(response);
  return answered === undefined
    ? REPORT_TEXTS.invitedOnly(response.invited)
    : REPORT_TEXTS.ofInvited(answered, response.invited);
}

/** A square a person: filled if answered, hollow if not, hatched if the group is not counted apart. */
function PeopleSquares({ response }: { readonly response: GroupResponse }) {
  const { invited } = response;
  const received = answeredOf(response);
  const rows = Math.max(1, Math.ceil(invited / PER_ROW));
  return (
    <svg
      className="squares"
      role="img"
      aria-label={sentence(response)}
      width={STEP * Math.min(PER_ROW, Math.max(1, invited))}
      height={STEP * rows}
    >
      {Array.from({ length: invited }, (_, index) => {
        const answered = received !== undefined && index < received;
        const place = { x: (index % PER_ROW) * STEP + 1, y: Math.floor(index / PER_ROW) * STEP + 1 };
        return (
          <rect
            key={`${place.x}-${place.y}`}
            {...place}
            width={SQUARE}
            height={SQUARE}
            rx="2"
            {...(received === undefined ? { fill: HATCH_FILL } : {})}
            className={received === undefined ? "hatched" : answered ? "square-answered" : "square-empty"}
          />
        );
      })}
    </svg>
  );
}

function shownAs(report: Report360, response: GroupResponse): string {
  if (response.attributed) return REPORT_TEXTS.shownByName;
  const block = report.blocks.find((one) => one.code === response.block);
  if (block === undefined) {
    return response.invited === 0 ? REPORT_TEXTS.nobodyAsked : REPORT_TEXTS.shownNowhere;
  }
  return block.groups.length > 1
    ? REPORT_TEXTS.shownTogether(inEnglish(block.label))
    : REPORT_TEXTS.shownAlone;
}

export function ResponseSection({ report }: { readonly report: Report360 }) {
  return (
    <section className="report-section" aria-labelledby="responses">
      <h2 id="responses">{REPORT_TEXTS.responses}</h2>
      <p className="hint">{REPORT_TEXTS.responsesIntro}</p>
      <table className="responses">
        <caption className="reader-only">{REPORT_TEXTS.responses}</caption>
        <thead>
          <tr>
            <th scope="col">{REPORT_TEXTS.group}</th>
            <th scope="col">
              <span className="reader-only">{REPORT_TEXTS.figures}</span>
            </th>
            <th scope="col">{REPORT_TEXTS.received}</th>
            <th scope="col">{REPORT_TEXTS.shownAs}</th>
          </tr>
        </thead>
        <tbody>
          {report.responses.map((response) => (
            <tr key={response.group}>
              <th scope="row">
                <MarkSign code={response.block ?? response.group} /> {inEnglish(response.label)}
              </th>
              <td className="squares-cell">
                <PeopleSquares response={response} />
              </td>
              <td>{answeredText(response)}</td>
              <td>{shownAs(report, response)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
