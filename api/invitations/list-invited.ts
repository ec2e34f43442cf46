/** Who is invited to a wave and how they are reached: a list for coordinators that says nothing of answering. */
import type { StaffContext } from "../context.ts";
import { handlingsOf } from "../links-in-hand/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { findWave } from "../waves/find-wave.ts";
import { invitedPeople } from "./store.ts";

interface InvitedPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly site: string;
  /** Null: by letter. */
  readonly mail: string | null;
  readonly newLinks: number;
}

export interface InvitedPage {
  readonly people: readonly InvitedPerson[];
  readonly total: number;
}

/** By name. @throws DomainError "not-allowed", "not-found" */
export async function listInvited(
  context: Pick<StaffContext, "people">,
  staff: StaffMember,
  page: { readonly wave: string; readonly search: string; readonly offset: number; readonly limit: number },
): Promise<InvitedPage> {
  requireRole(staff, "coordinator");
  const { people, handlings } = await context.people.read(async (db) => {
    const { id } = await findWave(db, page.wave);
    return { people: await invitedPeople(db, id), handlings: await handlingsOf(db, id) };
  });
  const newLinks = new Map<string, number>();
  for (const { personId, way, times } of handlings)
    if (way === "new-link") newLinks.set(personId, (newLinks.get(personId) ?? 0) + times);
  const wanted = page.search.trim().toLowerCase();
  const found = people
    .filter(({ name, unit }) => `${name}\n${unit}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.personId < b.personId ? -1 : 1));
  return {
    total: found.length,
    people: found
      .slice(page.offset, page.offset + page.limit)
      .map(({ personId, name, unit, site, mail }) => ({
        id: personId,
        name,
        unit,
        site,
        mail,
        newLinks: newLinks.get(personId) ?? 0,
      })),
  };
}
