/** Who would stay without a mentor and why, where places are short, and which kinds of request it hits. */
import { Link, useSearchParams } from "wouter";
import { PageLinks } from "../../ui/page-links.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { Outcome } from "./board-api.ts";
import { firstRow, queryWith } from "./list-address.ts";
import { PersonWords } from "./person-cell.tsx";

const MENTEES_A_PAGE = 25;

interface SectionProps {
  readonly round: string;
  readonly outcome: Outcome;
}

function UnmatchedTable({ round, outcome: { unmatched } }: SectionProps) {
  const [search] = useSearchParams();
  const from = firstRow(search, "without", unmatched.length);
  return (
    <>
      <ScrollRegion className="list-scroll" label={BOARD_TEXTS.unmatched(unmatched.length)}>
        <table className="list list-stack">
          <TableHead
            columns={[
              BOARD_TEXTS.mentee,
              BOARD_TEXTS.waitingHead,
              BOARD_TEXTS.why,
              { label: BOARD_TEXTS.everyMentor, unseen: true },
            ]}
          />
          <tbody>
            {unmatched.slice(from, from + MENTEES_A_PAGE).map(({ mentee, waitingDays, sentence, group }) => (
              <tr key={mentee.id}>
                <th scope="row">
                  <PersonWords person={mentee} />
                </th>
                <td data-head={BOARD_TEXTS.waitingHead}>{BOARD_TEXTS.waits(waitingDays)}</td>
                <td data-head={BOARD_TEXTS.why}>
                  {sentence} {group !== null && BOARD_TEXTS.inGroup(group)}
                </td>
                <td>
                  <Link
                    className="row-link"
                    href={`/staff/mentoring/${round}/mentees/${mentee.id}`}
                    aria-label={BOARD_TEXTS.everyMentorFor(mentee.name)}
                  >
                    {BOARD_TEXTS.everyMentor}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <PageLinks
        offset={from}
        limit={MENTEES_A_PAGE}
        total={unmatched.length}
        hrefOf={(offset) => queryWith(search, { without: String(offset) })}
      />
    </>
  );
}

function Shortages({ outcome: { shortages } }: Pick<SectionProps, "outcome">) {
  if (shortages.length === 0) return null;
  return (
    <>
      <h3>{BOARD_TEXTS.shortages}</h3>
      {shortages.map(({ group, sentence, mentees, mentors }) => (
        <details className="board-run" key={group}>
          <summary>
            {BOARD_TEXTS.shortage(group)}: {sentence}
          </summary>
          <p dir="auto">
            <strong>{BOARD_TEXTS.theMentees}:</strong> {mentees.map(({ name }) => name).join(", ")}
          </p>
          <p dir="auto">
            <strong>{BOARD_TEXTS.theMentors}:</strong> {mentors.map(({ name }) => name).join(", ")}
          </p>
        </details>
      ))}
    </>
  );
}

function ByKind({ outcome: { byKind } }: Pick<SectionProps, "outcome">) {
  const asked = byKind.filter(({ requests }) => requests > 0);
  if (asked.length === 0) return null;
  return (
    <>
      <h3>{BOARD_TEXTS.byKind}</h3>
      <p className="hint">{BOARD_TEXTS.byKindIntro}</p>
      <ScrollRegion className="list-scroll" label={BOARD_TEXTS.byKind}>
        <table className="list kinds-list">
          <TableHead
            columns={[BOARD_TEXTS.kind, numbers(BOARD_TEXTS.requests), numbers(BOARD_TEXTS.without)]}
          />
          <tbody>
            {asked.map(({ kind, title, requests, unmatched }) => (
              <tr key={kind}>
                <th scope="row">{title}</th>
                <td className="number">{requests}</td>
                <td className={unmatched > 0 ? "number figure-strong" : "number"}>{unmatched}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}

export function UnmatchedSection({ round, outcome }: SectionProps) {
  const { unmatched } = outcome;
  return (
    <section aria-labelledby="unmatched">
      <h2 id="unmatched">{BOARD_TEXTS.unmatched(unmatched.length)}</h2>
      {unmatched.length === 0 ? (
        <p>{BOARD_TEXTS.allMatched}</p>
      ) : (
        <UnmatchedTable round={round} outcome={outcome} />
      )}
      <Shortages outcome={outcome} />
      {unmatched.length > 0 && <ByKind outcome={outcome} />}
    </section>
  );
}
