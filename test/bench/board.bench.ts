/** The coordinator's board with 500 mentees, 200 mentors and 5,000 people: a what-if as the screen asks for it. */
import { readBoard } from "../../api/mentoring/board/read-board.ts";
import { runMatch } from "../../api/mentoring/board/run-match.ts";
import { whatIf } from "../../api/mentoring/board/what-if.ts";
import { createRound, type NewRound } from "../../api/mentoring/rounds/create-round.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { everyPerson, insertPeople } from "../../api/roster/store.ts";
import { newId } from "../../api/short-id.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { type BenchResult, medianSeconds } from "./bench-result.ts";

const PEOPLE = 5_000;
const MENTEES = 500;
const MENTORS = 200;
const AREAS = [
  "leading-a-team",
  "difficult-conversations",
  "confidence",
  "career-next-step",
  "interviews-and-promotion",
  "leading-change",
  "planning-and-priorities",
  "budgets-and-resources",
  "presenting",
  "new-in-role",
];
const RUNS = 7;

type Draw = (below: number) => number;

function person(place: number, random: Draw) {
  const ref = `P${String(place).padStart(5, "0")}`;
  return {
    ref,
    name: `Person ${place} of Many`,
    mail: `${ref.toLowerCase()}@example.org`,
    unit: `Unit ${random(40)}`,
    site: `Site ${random(6)}`,
    grade: ["Officer", "Adviser", "Manager", "Senior"][Math.min(3, random(8))] ?? "",
    lineManagerRef: place === 0 ? null : `P${String(Math.floor((place - 1) / 8)).padStart(5, "0")}`,
  };
}

function areas(count: number, random: Draw): readonly string[] {
  return [...new Set(Array.from({ length: count }, () => AREAS[random(AREAS.length)] ?? ""))];
}

/** Requests and offers as their links would have left them. */
async function sendForms(world: StaffWorld, round: NewRound, random: Draw): Promise<void> {
  const { people } = world.context;
  const staff = (await people.read(everyPerson)).sort((a, b) => (a.ref < b.ref ? -1 : 1));
  const mode = () => ["either", "either", "remote", "in-person"][random(4)] ?? "either";
  const forms = [
    ...staff.slice(-MENTEES).map(({ id }) => ({
      personId: id,
      wave: round.requestWave,
      answers: {
        areas: areas(3, random),
        mode: mode(),
        ...(random(5) === 0 ? { "not-these-people": `Person ${random(800)} of Many` } : {}),
      },
    })),
    ...staff.slice(100, 100 + MENTORS).map(({ id }) => ({
      personId: id,
      wave: round.offerWave,
      answers: { capacity: String(1 + random(3)), areas: areas(5, random), mode: mode() },
    })),
  ];
  await people.write(async (tx) => {
    for (const { personId, wave, answers } of forms) {
      const id = newId();
      await tx
        .insert(tx.tables.assignments)
        .values({ id, waveId: wave, raterPersonId: personId, subjectCode: "", group: "" });
      await tx
        .insert(tx.tables.identifiedAnswers)
        .values({ assignmentId: id, waveId: wave, answers, submittedAt: world.context.clock() });
    }
  });
}

/** @returns what a coordinator waits for: the board, a run, and a what-if with a lock and a ban. */
export async function benchBoard(): Promise<BenchResult[]> {
  const random = seededRandom(7);
  const world = await openStaffWorld();
  const { context, coordinator } = world;
  try {
    await context.people.write((tx) =>
      insertPeople(
        tx,
        Array.from({ length: PEOPLE }, (_, place) => person(place, random)),
        context.clock(),
      ),
    );
    const { id: programme } = await createProgramme(context, coordinator, { name: "Mentoring" });
    const round = await createRound(context, coordinator, { programme, title: "Large round" });
    await sendForms(world, round, random);
    const target = { round: round.id };
    const run = await medianSeconds(3, () => runMatch(context, coordinator, target));
    const { outcome } = await readBoard(context, coordinator, target);
    const board = await medianSeconds(RUNS, () => readBoard(context, coordinator, target));
    const [first, second] = outcome?.pairs ?? [];
    if (first === undefined || second === undefined) throw new RangeError("the board requires pairs");
    const change = {
      ...target,
      locked: [{ mentee: first.mentee.id, mentor: second.mentor.id }],
      forbidden: [{ mentee: second.mentee.id, mentor: second.mentor.id }],
    };
    await whatIf(context, coordinator, change);
    const before = process.cpuUsage();
    const tried = await medianSeconds(RUNS, () => whatIf(context, coordinator, change));
    const { user, system } = process.cpuUsage(before);
    const busy = Math.round((user + system) / 1000 / RUNS);
    const note = `${busy} ms of the processor; ${outcome?.figures.matched} of ${MENTEES} matched, ${PEOPLE} people on the list`;
    return [
      { name: "what-if with 500 mentees, bar 500 ms", median: tried * 1000, unit: "ms", note },
      { name: "reading the board", median: board * 1000, unit: "ms" },
      { name: "a run, stored", median: run * 1000, unit: "ms" },
    ];
  } finally {
    await world.cleanUp();
  }
}
