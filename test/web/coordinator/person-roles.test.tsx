/** What the list of people says of the programmes that somebody's roles reach. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PersonRoles } from "../../../web/coordinator/person-roles.tsx";
import type { Session } from "../../../web/ui/session.ts";
import { startPlace } from "../../../web/ui/staff-frame.tsx";

const PROGRAMMES = [
  { id: "p1", name: "Heron" },
  { id: "p2", name: "Osprey" },
];

function shown(held: Omit<Session, "name">, programmes = PROGRAMMES): string {
  const person = { id: "a", name: "Ada", ...held };
  return renderToStaticMarkup(
    <PersonRoles person={person} programmes={programmes} onChanged={() => undefined} />,
  );
}

it("tells all programmes from some, for roles that know the difference", () => {
  const html = shown({ roles: ["coach", "coordinator", "evaluator"], limits: { evaluator: ["p2"] } });
  expect(html).toContain("Coordinator of all programmes");
  expect(html).toContain("Evaluator of 1 programme, Ada");
  expect(html).not.toContain("Coach of");
  // Ticked: three roles, and the one programme that the evaluator was given.
  expect(html.match(/checked=""/g)).toHaveLength(4);
  expect(shown({ roles: [], limits: {} })).toContain("Coordinator of some programmes only");
});

it("offers no choice where there is no programme", () => {
  expect(shown({ roles: ["coordinator"], limits: {} }, [])).not.toContain("<details");
});

it("begins where there is something to do, and nowhere before a programme was given", () => {
  const starting = (held: Omit<Session, "name">) => startPlace({ name: "Ada", ...held });
  expect(starting({ roles: ["coordinator"], limits: {} })).toBe("/staff/programmes");
  expect(starting({ roles: ["evaluator"], limits: { evaluator: ["p1"] } })).toBe("/staff/surveys");
  expect(starting({ roles: ["coordinator"], limits: { coordinator: [] } })).toBeUndefined();
  expect(starting({ roles: ["coach", "coordinator"], limits: { coordinator: [] } })).toBe("/staff/coachees");
});
