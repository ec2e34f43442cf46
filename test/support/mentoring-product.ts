/** The whole product with an open round of mentoring and no form sent yet, for journeys. */

import { submitAnswers } from "../../api/identified-answers/submit-answers.ts";
import { moveMentoringOn } from "../../api/mentoring/relationships/move-on.ts";
import { createRound, type NewRound } from "../../api/mentoring/rounds/create-round.ts";
import { invitePeople } from "../../api/mentoring/rounds/invite-people.ts";
import type { StaffMember } from "../../api/permissions.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { addRole, everyPerson } from "../../api/roster/store.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { readLinkFragment } from "../../surveys/link-fragment.ts";
import { type RunningProduct, startProduct } from "./running-product.ts";
import { linkIn, newestMailTo } from "./staff-steps.ts";

const DAY = 86_400_000;

const MENTEES = ["E1", "E2", "E3", "E4"];
const MENTORS = ["N1", "N2", "N3", "N4", "N5", "N6"];

const PEOPLE_CSV = `staff_number,name,mail,unit,site,grade,line_manager
T1,Tia Top,t1@example.org,Board,Head office,Director,
T2,Tom Top,t2@example.org,Board,Head office,Director,
K1,Kim Coordinator,k1@example.org,People,Head office,Senior,T1
${MENTEES.map((ref) => `${ref},Eve ${ref},${ref.toLowerCase()}@example.org,Planning ${ref},Head office,Officer,T1`).join("\n")}
${MENTORS.map((ref) => `${ref},Nia ${ref},${ref.toLowerCase()}@example.org,Finance ${ref},Head office,Manager,T2`).join("\n")}
`;

export interface MentoringProduct extends RunningProduct {
  readonly round: NewRound;
  readonly coordinator: StaffMember;
  /** The link in the newest mail to this person. */
  link(ref: string): Promise<string>;
  /** Sends a form through the person's own link, without a browser. */
  send(ref: string, wave: string, answers: Readonly<Record<string, unknown>>): Promise<void>;
  /** Lets mentoring move on as it will on a later day. */
  daysLater(days: number): Promise<void>;
  /** Asks this person to offer to mentor because their coaching has ended. */
  inviteAfterCoaching(ref: string): Promise<void>;
}

/** Everybody has the grade order Officer, Manager, Director; the forms are open, and their mails wait in the outbox. */
export async function startMentoringProduct(): Promise<MentoringProduct> {
  const product = await startProduct({ demo: false });
  const { context } = product;
  const root: StaffMember = { personId: "", name: "Test", roles: ["coordinator"] };
  await importPeople(context, root, { csv: PEOPLE_CSV, apply: true });
  const people = await context.people.read(everyPerson);
  const idOf = (ref: string) => people.find((person) => person.ref === ref)?.id ?? "";
  await context.people.write((tx) => addRole(tx, idOf("K1"), "coordinator"));
  const coordinator: StaffMember = {
    personId: idOf("K1"),
    name: "Kim Coordinator",
    roles: ["coordinator"],
  };
  const { id: programme } = await createProgramme(context, coordinator, { name: "Mentoring for all" });
  const round = await createRound(context, coordinator, { programme, title: "Spring round" });
  const lists = [
    [round.requestWave, MENTEES],
    [round.offerWave, MENTORS],
  ] as const;
  for (const [wave, refs] of lists) {
    const csv = `person\n${refs.join("\n")}\n`;
    await importLineUp(context, coordinator, { wave, list: "participants", csv, apply: true });
    await openWave(context, coordinator, { wave });
  }
  const link = async (ref: string) => linkIn(await newestMailTo(context, `${ref.toLowerCase()}@example.org`));
  return {
    ...product,
    round,
    coordinator,
    link,
    send: async (ref, wave, answers) => {
      const secret = readLinkFragment(new URL(await link(ref)).hash.slice(1))?.secret ?? "";
      await submitAnswers(context, { wave, secret, subject: "", answers });
    },
    daysLater: async (days) => {
      const then = new Date(context.clock().getTime() + days * DAY);
      await moveMentoringOn({ ...context, clock: () => then });
    },
    inviteAfterCoaching: async (ref) => {
      await invitePeople(context, coordinator, {
        round: round.id,
        side: "mentor",
        people: [idOf(ref)],
        because: "coaching-ended",
      });
    },
  };
}
