/** A round of mentoring with requests and offers that came in through people's links: for tests of its verbs. */
import { submitAnswers } from "../../api/identified-answers/submit-answers.ts";
import { createRound, type NewRound } from "../../api/mentoring/rounds/create-round.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { everyPerson } from "../../api/roster/store.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { openStaffWorld, type StaffWorld } from "./staff-world.ts";

export interface MentoringWorld extends StaffWorld {
  readonly round: NewRound;
  readonly programme: string;
  /** The id of the person with this staff number. */
  id(ref: string): string;
  /** The secret in the newest mail to this person whose link leads to /r/ or /m/. */
  secret(ref: string, page: "r" | "m"): Promise<string>;
  /** Sends a form with a name through the person's own link. */
  send(ref: string, wave: string, answers: Readonly<Record<string, unknown>>): Promise<void>;
}

/** E1 to E4 ask for a mentor, N1 to N4 may offer; T1 and T2 are above them. */
const MENTORING_PEOPLE_CSV = `staff_number,name,mail,unit,site,grade,line_manager,languages
T1,Tia Top,t1@example.org,Board,Head office,Director,,
T2,Tom Top,t2@example.org,Board,Head office,Director,,
${[1, 2, 3, 4].map((n) => `E${n},Eve Mentee${n},e${n}@example.org,Planning ${n},Head office,Officer,T1,`).join("\n")}
${[1, 2, 3, 4].map((n) => `N${n},Nia Mentor${n},n${n}@example.org,Finance ${n},Head office,Manager,T2,${n === 1 ? "Welsh" : ""}`).join("\n")}
${[1, 2].map((n) => `X${n},Xan Other${n},x${n}@example.org,People,Riverside,Officer,T1,`).join("\n")}
`;

export const REQUEST = {
  areas: ["leading-a-team", "presenting"],
  "first-area": "leading-a-team",
  mode: "either",
  consent: ["yes"],
};
export const OFFER = { capacity: "1", areas: ["leading-a-team", "confidence"], mode: "either" };

/** The round with both waves open and no form sent yet. */
export async function openMentoringWorld(): Promise<MentoringWorld> {
  const world = await openStaffWorld();
  const { context, coordinator } = world;
  await importPeople(context, coordinator, { csv: MENTORING_PEOPLE_CSV, apply: true });
  const { id: programme } = await createProgramme(context, coordinator, { name: "Mentoring" });
  const round = await createRound(context, coordinator, { programme, title: "Spring round" });
  const lists = [
    [round.requestWave, "person\nE1\nE2\nE3\nE4\n"],
    [round.offerWave, "person\nN1\nN2\nN3\nN4\n"],
  ] as const;
  for (const [wave, csv] of lists) {
    await importLineUp(context, coordinator, { wave, list: "participants", csv, apply: true });
    await openWave(context, coordinator, { wave });
  }
  const people = await context.people.read(everyPerson);
  const personOf = (ref: string) => {
    const person = people.find((candidate) => candidate.ref === ref);
    if (person === undefined) throw new RangeError(`nobody has the staff number ${ref}`);
    return person;
  };
  const secret = async (ref: string, page: "r" | "m") => {
    const mails = await context.people.read((db) => db.select().from(db.tables.outbox));
    const address = personOf(ref).mail;
    const own = mails
      .filter((mail) => mail.toAddress === address && mail.text.includes(`/${page}/`))
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    return /#([\w-]+)/.exec(own[0]?.text ?? "")?.[1] ?? "";
  };
  return {
    ...world,
    round,
    programme,
    id: (ref) => personOf(ref).id,
    secret,
    send: async (ref, wave, answers) => {
      await submitAnswers(context, { wave, secret: await secret(ref, "r"), subject: "", answers });
    },
  };
}

/** Four requests and four offers that differ in one area each. */
export async function openFullRound(): Promise<MentoringWorld> {
  const world = await openMentoringWorld();
  for (const ref of ["E1", "E2", "E3", "E4"]) await world.send(ref, world.round.requestWave, REQUEST);
  for (const ref of ["N1", "N2", "N3", "N4"]) await world.send(ref, world.round.offerWave, OFFER);
  return world;
}
