/** Who is asked about whom, in counts; once open, how many have sent at least, where that points at nobody. */

import { useSearchParams } from "wouter";
import { PageLinks } from "../ui/page-links.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { LineUpWarnings } from "./line-up-warnings.tsx";
import { groupName, hasTables, type Wave } from "./load-wave.ts";
import { hoursOf, leastCounted, WholeProgress } from "./whole-progress.tsx";

const TEXTS = COORDINATOR_TEXTS.wave;
const STEP = SURVEY_TEXTS.step;
const SUBJECTS_A_PAGE = 50;

interface LineUpRow {
  readonly code: string;
  readonly name: string;
  readonly coach: string;
}

interface CountCellProps {
  readonly wave: Wave;
  readonly head: string;
  readonly subject: string;
  readonly group: string;
}

function CountCell({ wave, head, subject, group }: CountCellProps) {
  const isHere = (row: { readonly subject: string; readonly group: string }) =>
    row.subject === subject && row.group === group;
  const invited = wave.invited.find(isHere)?.invited;
  if (invited === undefined)
    return (
      <td className="hint" data-head={head}>
        {TEXTS.none}
      </td>
    );
  if (wave.state === "draft") return <td data-head={head}>{invited}</td>;
  const { exact, groups } = wave.progress;
  const atLeast = groups.find(isHere)?.atLeast ?? null;
  if (exact) return <td data-head={head}>{TEXTS.sentOf(atLeast ?? 0, invited)}</td>;
  if (atLeast === null)
    return (
      <td className="hint" data-head={head}>
        {TEXTS.invitedOnly(invited)}
      </td>
    );
  return <td data-head={head}>{TEXTS.sentAtLeast(atLeast, invited)}</td>;
}

function LineUpTable({ wave, rows, counted }: { wave: Wave; rows: readonly LineUpRow[]; counted: boolean }) {
  const groups = wave.groups.length === 0 ? [{ code: "", label: TEXTS.everybody }] : wave.groups;
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
                  wave={wave}
                  head={group.label}
                  subject={row.code}
                  group={group.code}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A survey about nobody in particular has one group, so that a sentence says all. */
function AskedSection({ wave }: { readonly wave: Wave }) {
  const isDraft = wave.state === "draft";
  if (wave.raters === 0 || isDraft) {
    return (
      <section>
        <h2>{STEP.asked}</h2>
        <p>{wave.raters === 0 ? STEP.askedNobody : STEP.invited(wave.raters)}</p>
      </section>
    );
  }
  return (
    <section>
      <h2>{TEXTS.progress}</h2>
      <p>{STEP.invited(wave.raters)}</p>
      <WholeProgress
        wave={wave}
        intro={STEP.counted(hoursOf(wave))}
        whole={({ atLeast, invited }) => STEP.sent(atLeast, invited)}
      />
    </section>
  );
}

export function LineUpSection({ wave }: { readonly wave: Wave }) {
  const [search] = useSearchParams();
  const counted = wave.state !== "draft";
  const everybody: readonly LineUpRow[] = [{ code: "", name: TEXTS.everybody, coach: "" }];
  const rows = wave.groups.length === 0 ? everybody : wave.subjects;
  const offset = Math.min(Math.max(0, Number(search.get("from")) || 0), Math.max(0, rows.length - 1));
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
        {counted ? (
          <WholeProgress
            wave={wave}
            intro={TEXTS.progressIntro(hoursOf(wave), leastCounted(wave))}
            whole={({ atLeast, invited }) => TEXTS.progressWhole(atLeast, invited)}
          />
        ) : (
          <p className="hint">{TEXTS.lineUpIntro}</p>
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
