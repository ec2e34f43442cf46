/** A person's roles on the list of people: given in all programmes by a tick, or in some that are chosen. */
import { useCallback, useState } from "react";
import { peopleApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import type { Session, StaffRole } from "../ui/session.ts";
import { submitting } from "../ui/submitting.ts";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useAction } from "../ui/use-action.ts";

const TEXTS = LIST_TEXTS.people;
const ROLES: readonly StaffRole[] = ["coordinator", "coach", "evaluator"];
/** Coaches reach their own coachees, whichever programme these belong to. */
const OF_PROGRAMMES: readonly StaffRole[] = ["coordinator", "evaluator"];

export interface Programme {
  readonly id: string;
  readonly name: string;
}

interface RolesOfPerson extends Session {
  readonly id: string;
}

interface PersonRolesProps {
  readonly person: RolesOfPerson;
  readonly programmes: readonly Programme[];
  readonly onChanged: () => void;
}

type Change = (role: StaffRole, has: boolean, programmes?: readonly string[]) => void;

interface RoleProgrammesProps {
  readonly role: StaffRole;
  readonly person: RolesOfPerson;
  readonly programmes: readonly Programme[];
  readonly busy: boolean;
  readonly change: Change;
}

function RoleProgrammes({ role, person, programmes, busy, change }: RoleProgrammesProps) {
  const limited = person.limits[role];
  const [chosen, setChosen] = useState<readonly string[]>(limited ?? []);
  const save = () => change(role, true, chosen);
  const reach = TEXTS.reach(TEXTS.roleNames[role], person.roles.includes(role), limited?.length);
  return (
    <details className="role-programmes">
      <summary aria-label={`${reach}, ${person.name}`}>{reach}</summary>
      <form className="form" onSubmit={submitting(save)}>
        <fieldset>
          <legend>{TEXTS.onlyIn(TEXTS.roleNames[role], person.name)}</legend>
          {programmes.map(({ id, name }) => (
            <label className="role-box" key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />{" "}
              <span dir="auto">{name}</span>
            </label>
          ))}
        </fieldset>
        <div className="screen-actions">
          <BusyButton busy={busy} busyText={TEXTS.savingProgrammes}>
            {TEXTS.saveProgrammes}
          </BusyButton>
        </div>
      </form>
    </details>
  );
}

export function PersonRoles({ person, programmes, onChanged }: PersonRolesProps) {
  const change = useAction(
    useCallback(
      async (role: StaffRole, has: boolean, chosen?: readonly string[]) => {
        const json = { role, has, ...(chosen === undefined ? {} : { programmes: [...chosen] }) };
        await answerOf(peopleApi[":person"].roles.$post({ param: { person: person.id }, json }));
        onChanged();
      },
      [person.id, onChanged],
    ),
  );
  return (
    <>
      <div className="role-boxes">
        {ROLES.map((role) => (
          <label className="role-box" key={role}>
            <input
              type="checkbox"
              checked={person.roles.includes(role)}
              onChange={(event) => change.run(role, event.target.checked)}
              aria-label={TEXTS.roleOf(TEXTS.roleNames[role], person.name)}
            />{" "}
            {TEXTS.roleNames[role]}
          </label>
        ))}
      </div>
      {programmes.length > 0 &&
        OF_PROGRAMMES.map((role) => (
          <RoleProgrammes
            key={`${role} ${(person.limits[role] ?? ["all"]).join(" ")}`}
            role={role}
            person={person}
            programmes={programmes}
            busy={change.busy}
            change={change.run}
          />
        ))}
      <RefusalNotice reason={change.refused} />
    </>
  );
}
