/** One person of a round: form, workshop, pairs and state. Whoever said no looks like whoever has not answered. */
import { Link } from "wouter";
import { dateText } from "../../ui/dates.ts";
import { ROUND_PEOPLE_TEXTS } from "../../ui/texts/mentoring-round.ts";
import type { RoundPerson } from "./round-api.ts";

const TEXTS = ROUND_PEOPLE_TEXTS;
const STANDINGS = ["available", "paused", "ended"] as const;

interface RowProps {
  readonly round: string;
  readonly person: RoundPerson;
  readonly chosen: boolean;
  readonly onToggle: () => void;
  readonly onStanding: (standing: (typeof STANDINGS)[number]) => void;
}

function FormState({ round, person }: Pick<RowProps, "round" | "person">) {
  if (person.sent) {
    return (
      <Link
        className="row-link"
        href={`/staff/mentoring/${round}/people/${person.id}`}
        aria-label={TEXTS.readOf(person.name)}
      >
        {TEXTS.read}
      </Link>
    );
  }
  if (person.invitedAt === null) return <span className="hint">{TEXTS.notAsked}</span>;
  const date = dateText(person.invitedAt);
  return (
    <span className="hint">
      {person.because === "coaching-ended" ? TEXTS.afterCoaching(date) : TEXTS.asked(date)}
    </span>
  );
}

function StandingField({ person, onStanding }: Pick<RowProps, "person" | "onStanding">) {
  return (
    <select
      className="input row-select"
      aria-label={TEXTS.standingOf(person.name, TEXTS.sides[person.side].toLowerCase())}
      value={person.standing}
      onChange={(event) => {
        const standing = STANDINGS.find((one) => one === event.target.value);
        if (standing !== undefined) onStanding(standing);
      }}
    >
      {person.standing === "stopped" && <option value="stopped">{TEXTS.standings.stopped}</option>}
      {STANDINGS.map((standing) => (
        <option key={standing} value={standing}>
          {TEXTS.standings[standing]}
        </option>
      ))}
    </select>
  );
}

export function RoundPersonRow({ round, person, chosen, onToggle, onStanding }: RowProps) {
  const last = person.workshops.toSorted().at(-1);
  return (
    <tr>
      <th scope="row">
        <span className="person-name" dir="auto">
          {person.name}
        </span>
        <span className="hint person-place" dir="auto">
          {person.unit}
        </span>
      </th>
      <td data-head={TEXTS.side}>{TEXTS.sides[person.side]}</td>
      <td data-head={TEXTS.form}>
        <FormState round={round} person={person} />
      </td>
      <td data-head={TEXTS.workshop}>
        {person.side === "mentor" && (
          <label className="role-box">
            <input
              type="checkbox"
              checked={chosen}
              onChange={onToggle}
              aria-label={TEXTS.choose(person.name)}
            />
            <span className="hint">
              {last === undefined ? TEXTS.noWorkshop : TEXTS.workshopOn(dateText(last))}
            </span>
          </label>
        )}
      </td>
      <td data-head={TEXTS.live}>{person.live}</td>
      <td data-head={TEXTS.standing}>
        {person.sent && <StandingField person={person} onStanding={onStanding} />}
      </td>
    </tr>
  );
}
