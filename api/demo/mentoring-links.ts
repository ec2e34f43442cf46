/** The personal links of the demo's mentees and mentors. Known in a demo only: elsewhere they are in mails alone. */
import type { StaffContext } from "../context.ts";
import { personalLink } from "../mentoring/personal/personal-link.ts";
import { relationshipsOfRound } from "../mentoring/relationships/store.ts";
import { everyRound } from "../mentoring/rounds/store.ts";
import { everyPerson } from "../roster/store.ts";

export interface DemoMentoringLink {
  readonly name: string;
  readonly side: "mentee" | "mentor";
  readonly round: string;
  readonly link: string;
}

/** Of everybody who has been told of a pair, mentors first. */
export async function mentoringLinks(
  context: Pick<StaffContext, "people" | "keys" | "baseUrl">,
): Promise<DemoMentoringLink[]> {
  return context.people.write(async (tx) => {
    const names = new Map((await everyPerson(tx)).map(({ id, name }) => [id, name]));
    const links: DemoMentoringLink[] = [];
    for (const round of await everyRound(tx)) {
      const pairs = (await relationshipsOfRound(tx, round.id)).filter(({ state }) => state !== "passed");
      const mentors = new Set(pairs.map(({ mentorPersonId }) => mentorPersonId));
      const told = pairs.filter(({ state }) => state !== "asked");
      const mentees = new Set(told.map(({ menteePersonId }) => menteePersonId));
      for (const [side, people] of [
        ["mentor", mentors],
        ["mentee", mentees],
      ] as const) {
        for (const personId of people) {
          const link = await personalLink(tx, context, { round, personId });
          links.push({ name: names.get(personId) ?? "", side, round: round.title, link });
        }
      }
    }
    return links;
  });
}
