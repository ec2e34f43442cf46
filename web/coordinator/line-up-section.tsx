/** Who is asked about whom, in counts; once open, how many have sent, where the group is large enough to say. */

import { useSearchParams } from "wouter";
import { PageLinks } from "../ui/page-links.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { LineUpWarnings } from "./line-up-warnings.tsx";
import { groupName, hasTables, type Wave } from "./load-wave.ts";

const TEXTS = COORDINATOR_TEXTS.wave;
const STEP = SURVEY_TEXTS.step;
const SUBJECTS_A_PAGE = 50;

type Progress = Wave["progress"][number];

interface LineUpRow {
  readonly code: string;
  readonly name: string;
  readonly coach: string;
}

interface CountCellProps {
  readonly head: string;
  readonly found: Progress | undefined;
  readonly counted: boolean;
}

function CountCell({ head, found, counted }: CountCellProps) {
  if (found === undefined)
    return (
      <td className="hint" data-head={head}>
        {TEXTS.none}
      </td>
    );
  if (!counted) return <td data-head={head}>{found.invited}</td>;
  if (found.sent === null)
    return (
      <td className="hint" data-head={head}>
        {TEXTS.invitedOnly(found.invited)}
      </td>
    );
  return <td data-head={head}>{TEXTS.sentOf(found.sent, found.invited)}</td>;
}

function LineUpTable({ wave, rows, counted }: { wave: Wave; rows: readonly LineUpRow[]; counted: boolean }) {
  const groups = wave.groups.length === 0 ? [{ code: "", label: TEXTS.everybody }] : wave.groups;
  const cells = new Map(wave.progress.map((found) => [`${found.subject} ${found.group}`, found]));
  return (
    <ScrollRegion className="list-scroll" label={counted ? TEXTS.progress : TEXTS.lineUp}>
      <table className="list list-stack">
        <thead>
          <tr>
            <th scope="col">{TEXTS.subject}</th>
            {wave.subjects.length > 0 && <th scope="col">{TEXTS.coach}</th>}
            {groups.map((group) => (
              <th scope="col" key={group.code}>
                {group.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" dir="auto">
                {row.name}
              </th>
              {wave.subjects.length > 0 && (
                <td dir="auto" data-head={TEXTS.coach}>
                  {row.coach}
                </td>
              )}
              {groups.map((group) => (
                <CountCell
                  key={group.code}
                  head={group.label}
                  found={cells.get(`${row.code} ${group.code}`)}
                  counted={counted}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function totals(wave: Wave): { readonly sent: number; readonly invited: number } {
  return wave.progress.reduce(
    (sum, { sent, invited }) =>
      sent === null ? sum : { sent: sum.sent + sent, invited: sum.invited + invited },
    { sent: 0, invited: 0 },
  );
}

/** A survey about nobody in particular has one group, so that a sentence says all. */
function AskedSection({ wave }: { readonly wave: Wave }) {
  const isDraft = wave.state === "draft";
  const { sent, invited } = totals(wave);
  const hidden =
    wave.state === "open"
      ? STEP.sentHidden(wave.raters, wave.policy.minimumGroupSize)
      : STEP.sentForgotten(wave.raters);
  const open = invited > 0 ? STEP.sent(sent, invited) : hidden;
  return (
    <section>
      <h2>{isDraft ? STEP.asked : TEXTS.progress}</h2>
      {wave.raters === 0 ? <p>{STEP.askedNobody}</p> : <p>{isDraft ? STEP.invited(wave.raters) : open}</p>}
    </section>
  );
}

export function LineUpSection({ wave }: { readonly wave: Wave }) {
  const [search] = useSearchParams();
  const counted = wave.state !== "draft";
  const everybody: readonly LineUpRow[] = [{ code: "", name: TEXTS.everybody, coach: "" }];
  const rows = wave.groups.length === 0 ? everybody : wave.subjects;
  const offset = Math.min(Math.max(0, Number(search.get("from")) || 0), Math.max(0, rows.length - 1));
  const { sent, invited } = totals(wave);
  if (hasTables(wave)) {
    return (
      <>
        <AskedSection wave={wave} />
        <LineUpWarnings wave={wave} groupName={(code) => groupName(wave, code)} />
      </>
    );
  }
  return (
    <>
      <section>
        <h2>{counted ? TEXTS.progress : TEXTS.lineUp}</h2>
        <p className="hint">
          {counted ? TEXTS.progressIntro(wave.policy.minimumGroupSize) : TEXTS.lineUpIntro}
        </p>
        {counted && invited > 0 && (
          <p>
            <strong>{TEXTS.progressTotal(sent, invited)}</strong>
          </p>
        )}
        {wave.invitations === 0 && rows.length === 0 ? (
          <p>{TEXTS.lineUpEmpty}</p>
        ) : (
          <LineUpTable wave={wave} rows={rows.slice(offset, offset + SUBJECTS_A_PAGE)} counted={counted} />
        )}
        <PageLinks
          offset={offset}
          limit={SUBJECTS_A_PAGE}
          total={rows.length}
          hrefOf={(from) => `/staff/waves/${wave.id}?from=${from}`}
        />
      </section>
      <LineUpWarnings wave={wave} groupName={(code) => groupName(wave, code)} />
    </>
  );
}
