/** What goes on by itself: each wave for itself, with a clock that is believed, said where it cannot be done. */
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventsAfter } from "../../../api/audit/store.ts";
import { closeWave } from "../../../api/datasets/close-wave.ts";
import { seededRandom } from "../../../api/demo/invent-answers.ts";
import { watchClock } from "../../../api/time/watch-clock.ts";
import { changeWave } from "../../../api/waves/change-wave.ts";
import { closeOpenWave } from "../../../api/waves/close-and-release.ts";
import { findWave } from "../../../api/waves/find-wave.ts";
import { openWave } from "../../../api/waves/open-wave.ts";
import { readWave } from "../../../api/waves/read-wave.ts";
import { takeWaveTurn, type WaveTurn } from "../../../api/waves/wave-turn.ts";
import { openAndAnswer } from "../../support/open-and-answer.ts";
import { draftWave, FIRST_TIME, openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { believedTurn } from "../../support/wave-turns.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: StaffWorld;
let log: string[];
beforeEach(async () => {
  world = await openStaffWorld();
  log = [];
});
afterEach(() => world.cleanUp());

async function openedWave(title: string): Promise<string> {
  const wave = await draftWave(world, title);
  await openWave(world.context, world.coordinator, { wave });
  return wave;
}

const stateOf = async (wave: string) => (await world.context.people.read((db) => findWave(db, wave))).state;
const troublesOf = async (wave: string) =>
  (await readWave(world.context, world.coordinator, { wave })).troubles;

/** Somebody damages the wave's stored keys. */
async function spoilKeys(wave: string): Promise<() => Promise<void>> {
  const { answers } = world.context;
  const { waveSeals } = await answers.read(async (db) => db.tables);
  const [seal] = (await answers.read((db) => db.select().from(waveSeals))).filter((row) => row.wave === wave);
  const put = (key: Uint8Array | null) =>
    answers.write(async (tx) => {
      const all = await tx.select().from(waveSeals);
      for (const row of all.filter((candidate) => candidate.wave === wave)) {
        await tx.delete(waveSeals).where(eq(waveSeals.wave, wave));
        await tx.insert(waveSeals).values({ ...row, sealKeyWrapped: key });
      }
    });
  await put(new Uint8Array(60).fill(7));
  return () => put(seal?.sealKeyWrapped ?? null);
}

describe("a wave that cannot close", () => {
  test("keeps no other from closing, says so to its coordinator, and is tried again after a pause", async () => {
    const broken = await openedWave("Broken");
    const sound = await openedWave("Sound");
    const mend = await spoilKeys(broken);
    world.setTime(new Date(FIRST_TIME.getTime() + 15 * DAY));
    let elapsed = 0;
    const turn: WaveTurn = { ...believedTurn(log), elapsed: () => elapsed };
    await takeWaveTurn(world.context, turn);
    expect(await stateOf(sound)).toBe("closed");
    expect(await troublesOf(sound)).toEqual([]);
    // Not locked: whoever still answers is not shut out by a fault of the server.
    expect(await stateOf(broken)).toBe("open");
    expect(await troublesOf(broken)).toEqual([
      { step: "closing", sentence: expect.stringMatching(/has not the key .* nothing is lost/) },
    ]);
    expect(log).toEqual([
      expect.stringMatching(
        new RegExp(`^waves: closing ${broken} failed \\(DomainError: The server has not the key`),
      ),
    ]);
    await mend();
    elapsed = 29_000;
    await takeWaveTurn(world.context, turn);
    expect(await stateOf(broken)).toBe("open");
    elapsed = 30_000;
    await takeWaveTurn(world.context, turn);
    expect(await stateOf(broken)).toBe("closed");
    expect(await troublesOf(broken)).toEqual([]);
  });

  test("is refused to the coordinator who closes it by hand, and stays open", async () => {
    const wave = await openedWave("By hand");
    await spoilKeys(wave);
    await expect(closeOpenWave(world.context, world.coordinator, { wave })).rejects.toMatchObject({
      code: "wrong-state",
      message: expect.stringMatching(/nothing was begun and nothing is lost/),
    });
    expect(await stateOf(wave)).toBe("open");
    const events = await world.context.people.read((db) => eventsAfter(db, 0, 1000));
    expect(events.map(({ action }) => action)).not.toContain("wave-closing");
  });

  test("waits longer after every failure", async () => {
    const wave = await openedWave("Waits");
    await spoilKeys(wave);
    world.setTime(new Date(FIRST_TIME.getTime() + 15 * DAY));
    let elapsed = 0;
    const turn: WaveTurn = { ...believedTurn(log), elapsed: () => elapsed };
    for (let time = 0; time < 240; time += 1) {
      await takeWaveTurn(world.context, turn);
      elapsed += 30_000;
    }
    const pauses = log.map((line) => Number(/in (\d+) s$/.exec(line)?.[1]));
    expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800]);
  });
});

describe("a clock that jumps", () => {
  let now: number;
  let elapsed: number;
  const pass = (milliseconds: number, jump = 0) => {
    elapsed += milliseconds;
    now += milliseconds + jump;
    world.setTime(new Date(now));
  };
  function watchedTurn(): () => Promise<void> {
    const watch = watchClock({ ...world.context, elapsed: () => elapsed, log: (line) => log.push(line) });
    return async () => {
      await watch.look();
      await takeWaveTurn(world.context, { watch, elapsed: () => elapsed, log: (line) => log.push(line) });
    };
  }
  /** A server that runs for so long. */
  async function run(turn: () => Promise<void>, hours: number): Promise<void> {
    for (let passed = 0; passed < hours; passed += 1) {
      pass(HOUR);
      await turn();
    }
  }
  beforeEach(() => {
    now = FIRST_TIME.getTime();
    elapsed = 0;
  });

  async function closedWave(): Promise<string> {
    const wave = await draftWave(world, "Kept");
    const { policy } = await world.context.people.read((db) => findWave(db, wave));
    await changeWave(world.context, world.coordinator, {
      wave,
      policy: { ...policy, retention: { rule: "until-date", date: "2026-06-30" } },
    });
    await openAndAnswer(world, wave, seededRandom(5));
    await closeOpenWave(world.context, world.coordinator, { wave });
    return wave;
  }
  const datasets = () => world.context.answers.read((db) => db.$count(db.tables.datasets));

  test("400 days ahead destroys no dataset for a day, and none at all if it is set right", async () => {
    const wave = await closedWave();
    const turn = watchedTurn();
    await turn();
    await run(turn, 30);
    pass(3_000, 400 * DAY);
    await turn();
    expect(await datasets()).toBe(1);
    expect(await troublesOf(wave)).toEqual([
      { step: "destroying", sentence: expect.stringMatching(/clock is watched for a day first/) },
    ]);
    expect(log).toEqual([expect.stringMatching(/^clock: it jumped ahead by about 400 days\./)]);
    await run(turn, 23);
    expect(await datasets()).toBe(1);
    pass(0, -400 * DAY);
    await turn();
    await run(turn, 48);
    expect(await datasets()).toBe(1);
  });

  test("is remembered over a restart: neither a stop nor a new process makes it believed", async () => {
    await closedWave();
    const before = watchedTurn();
    await before();
    await run(before, 30);
    pass(60_000, 400 * DAY);
    for (let restart = 0; restart < 5; restart += 1) {
      await watchedTurn()();
      pass(MINUTE);
    }
    expect(await datasets()).toBe(1);
  });

  test("an even clock destroys on the very day that was told", async () => {
    const wave = await closedWave();
    const turn = watchedTurn();
    await turn();
    pass(0, Date.parse("2026-06-29T00:30:00Z") - now);
    await turn();
    await run(turn, 23);
    expect(await datasets()).toBe(1);
    await run(turn, 2);
    expect(await datasets()).toBe(0);
    expect(await troublesOf(wave)).toEqual([]);
  });

  test("ahead of a deadline closes nothing, says so, and the coordinator may close by hand", async () => {
    const wave = await openedWave("Deadline");
    const turn = watchedTurn();
    await turn();
    await run(turn, 3);
    pass(3_000, 400 * DAY);
    await turn();
    expect(await stateOf(wave)).toBe("open");
    expect(await troublesOf(wave)).toEqual([
      { step: "closing", sentence: expect.stringMatching(/you can close it now yourself/) },
    ]);
    await closeOpenWave(world.context, world.coordinator, { wave });
    expect(await stateOf(wave)).toBe("closed");
    expect(await troublesOf(wave)).toEqual([]);
  });

  test("an even clock closes at the deadline", async () => {
    const wave = await openedWave("On time");
    const turn = watchedTurn();
    await turn();
    await run(turn, 14 * 24 - 1);
    expect(await stateOf(wave)).toBe("open");
    await run(turn, 1);
    expect(await stateOf(wave)).toBe("closed");
    await expect(closeWave(world.context, wave)).resolves.toMatchObject({ invalidBoxes: 0 });
  });
});
