/** One mentee and every mentor of the round: the best fit first, and for the others the rule that forbids it. */
import { Fragment } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { PageLinks } from "../../ui/page-links.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { BOARD_TEXTS, MENTEE_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { type Board, type PersonCard, rankMentors } from "./board-api.ts";
import { DecisionButton } from "./decision-button.tsx";
import { firstRow, queryWith } from "./list-address.ts";
import { PairDetail } from "./pair-detail.tsx";
import { PersonWords } from "./person-cell.tsx";
import { RoundScreen } from "./round-frame.tsx";
import { ScoreMark } from "./score-mark.tsx";
import { type BoardDesk, useBoard } from "./use-board.ts";

type Ranked = Awaited<ReturnType<typeof rankMentors>>[number];

const MENTORS_A_PAGE = 25;
const SHOWS = ["all", "allowed", "not"] as const;
const USUAL_CAP = 60;

interface MenteeProps {
  readonly desk: BoardDesk;
  readonly board: Board;
  readonly mentee: PersonCard;
}

interface RankedRowProps extends MenteeProps {
  readonly ranked: Ranked;
  readonly search: URLSearchParams;
}

function Decisions({ desk, board, mentee, ranked: { mentor, allowed } }: Omit<RankedRowProps, "search">) {
  const isPair = (pair: { readonly mentee: PersonCard; readonly mentor: PersonCard }) =>
    pair.mentee.id === mentee.id && pair.mentor.id === mentor.id;
  const decided = [...board.locked, ...board.forbidden].some(isPair);
  if (decided) return <DecisionButton desk={desk} pair={{ mentee, mentor }} says="clear" />;
  return (
    <div className="row-buttons">
      {(allowed ? (["lock", "forbid"] as const) : []).map((kind) => (
        <DecisionButton key={kind} desk={desk} pair={{ mentee, mentor }} says={kind} />
      ))}
    </div>
  );
}

function RankedRow(props: RankedRowProps) {
  const { desk, board, mentee, ranked, search } = props;
  const { mentor, score, allowed, whyNot } = ranked;
  const open = search.get("mentor") === mentor.id;
  const load = board.outcome?.load.find((one) => one.mentor.id === mentor.id);
  const isProposed =
    board.outcome?.pairs.some((pair) => pair.mentee.id === mentee.id && pair.mentor.id === mentor.id) ===
    true;
  const isFull = load !== undefined && load.live >= load.capacity;
  const waits = board.outcome?.pairs.every(
    ({ mentee: { id }, kind }) => id !== mentee.id || kind !== "exists",
  );
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <PersonWords person={mentor} />
        </th>
        <td data-head={BOARD_TEXTS.score}>
          <ScoreMark score={score} cap={board.outcome?.figures.cap ?? USUAL_CAP} />
        </td>
        <td data-head={MENTEE_TEXTS.verdict}>
          {allowed ? (isFull ? MENTEE_TEXTS.full : MENTEE_TEXTS.allowed) : whyNot.join(" ")}
        </td>
        <td>
          <Link
            className="row-link"
            replace
            href={queryWith(search, { mentor: open ? "" : mentor.id, what: "" })}
            aria-label={open ? MENTEE_TEXTS.closeOf(mentor.name) : MENTEE_TEXTS.selectOf(mentor.name)}
          >
            {open ? BOARD_TEXTS.close : MENTEE_TEXTS.select}
          </Link>
        </td>
        <td>
          <Decisions desk={desk} board={board} mentee={mentee} ranked={ranked} />
        </td>
      </tr>
      {open && (
        <tr className="detail-row">
          <td colSpan={5}>
            <PairDetail
              round={desk.round}
              mentee={mentee}
              mentor={mentor}
              proposed={isProposed}
              supposable={waits !== false}
              what={search.get("what") ?? ""}
              hrefOf={(what) => queryWith(search, { what })}
            />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function RankedTable({ ranked, ...props }: MenteeProps & { readonly ranked: readonly Ranked[] }) {
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const show = SHOWS.find((one) => one === search.get("show")) ?? "all";
  const found = ranked.filter(({ allowed }) => show === "all" || allowed === (show === "allowed"));
  const from = firstRow(search, "from", found.length);
  const path = `/staff/mentoring/${props.desk.round}/mentees/${props.mentee.id}`;
  return (
    <>
      <div className="board-filters">
        <SelectField
          id="show-mentors"
          label={MENTEE_TEXTS.show}
          value={show}
          options={SHOWS.map((value) => ({ value, label: MENTEE_TEXTS.shows[value] }))}
          onChange={(value) =>
            go(`${path}${queryWith(search, { show: value === "all" ? "" : value, from: "" })}`, {
              replace: true,
            })
          }
        />
      </div>
      {found.length === 0 ? (
        <p>{MENTEE_TEXTS.none}</p>
      ) : (
        <ScrollRegion className="list-scroll" label={MENTEE_TEXTS.title(props.mentee.name)}>
          <table className="list list-stack pairs-list">
            <TableHead
              columns={[
                BOARD_TEXTS.mentor,
                BOARD_TEXTS.score,
                MENTEE_TEXTS.verdict,
                { label: MENTEE_TEXTS.select, unseen: true },
                { label: BOARD_TEXTS.lock, unseen: true },
              ]}
            />
            <tbody>
              {found.slice(from, from + MENTORS_A_PAGE).map((one) => (
                <RankedRow key={one.mentor.id} {...props} ranked={one} search={search} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <PageLinks
        offset={from}
        limit={MENTORS_A_PAGE}
        total={found.length}
        hrefOf={(offset) => queryWith(search, { from: String(offset) })}
      />
    </>
  );
}

function MenteeBody({ desk, board, mentee }: MenteeProps) {
  const loading = useLoaded(
    () => rankMentors(desk.round, mentee.id),
    `${desk.round} ${mentee.id} ${board.locked.length} ${board.forbidden.length}`,
  );
  const proposed = board.outcome?.pairs.find((pair) => pair.mentee.id === mentee.id);
  return (
    <>
      <p>{MENTEE_TEXTS.intro}</p>
      {board.outcome !== null && (
        <p>
          {proposed === undefined ? (
            MENTEE_TEXTS.without
          ) : (
            <>
              {MENTEE_TEXTS.proposed}: <strong dir="auto">{proposed.mentor.name}</strong>, {proposed.score}.
            </>
          )}
        </p>
      )}
      {board.run?.stale === true && <p className="notice notice-caution">{BOARD_TEXTS.stale}</p>}
      <p className="board-said" role="status">
        {desk.said}
      </p>
      <RefusalNotice reason={desk.decide.refused} />
      <WhenLoaded loading={loading}>
        {(ranked) => <RankedTable desk={desk} board={board} mentee={mentee} ranked={ranked} />}
      </WhenLoaded>
    </>
  );
}

export function MenteeScreen({ round, mentee: id }: { readonly round: string; readonly mentee: string }) {
  const desk = useBoard(round);
  const { loaded } = desk.loading;
  const found =
    loaded.state === "loaded"
      ? loaded.value.people.find(({ person }) => person.id === id)?.person
      : undefined;
  return (
    <RoundScreen
      round={round}
      part="board"
      title={found === undefined ? MENTEE_TEXTS.person : MENTEE_TEXTS.title(found.name)}
      up={{ href: `/staff/mentoring/${round}/board`, label: BOARD_TEXTS.title }}
    >
      <WhenLoaded loading={desk.loading}>
        {(board) =>
          found === undefined ? (
            <p>{BOARD_TEXTS.nothingFits}</p>
          ) : (
            <MenteeBody desk={desk} board={board} mentee={found} />
          )
        }
      </WhenLoaded>
    </RoundScreen>
  );
}
