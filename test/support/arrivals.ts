/** A wave in which tickets are given out and answers arrive one after the other, and what copies tell of the order. */
import { randomBytes, randomInt } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { shuffledPlaces } from "../../analysis/shuffle.ts";
import { type KeyRing, keyRingOf } from "../../api/keys/key-ring.ts";
import { rowsOf } from "../../api/responses/sealed-rows.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";
import { claimAssignment } from "../../api/tickets/store.ts";
import { filledRows, rowKeyOfWave } from "./filled-rows.ts";
import {
  kendallTau,
  orderByPage,
  orderInPages,
  orderOfLog,
  placesIn,
  type RowsSought,
} from "./order-told.ts";
import { issuedIn, sealTestWave, WAVE } from "./protocol-wave.ts";
import { openTestStores, type TestStores } from "./stores.ts";

const SCOPE = { subject: "subject-a", group: "peer" };
const TICKETS: RowsSought = { table: "assignments", key: "id" };
const ANSWERS: RowsSought = { table: "sealedRows", key: "key" };

export interface Arrivals {
  /** A copy of all files, logs included, a second after the last arrival. */
  readonly running: string;
  /** The same, after the server was killed and started again. */
  readonly restarted: string;
  /** The same, after a stop. */
  readonly stopped: string;
  /** Keys of rows in hexadecimal, in the true order of arrival. */
  readonly tickets: readonly string[];
  readonly answers: readonly string[];
  cleanUp(): void;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex").toUpperCase();
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Half of the invited get tickets and send, in random order. */
export async function arrive(count: number): Promise<Arrivals> {
  const folder = mkdtempSync(join(tmpdir(), "soundings-arrivals-"));
  const keys = keyRingOf(new Uint8Array(randomBytes(32)));
  const stores = await openTestStores({ engine: "sqlite" });
  const copy = (name: string) => {
    cpSync(stores.dataFolder, join(folder, name), { recursive: true });
    return join(folder, name);
  };
  const { manifest } = await sealTestWave(stores, keys, { groups: [{ ...SCOPE, invited: count + 20 }] });
  const names = await sendAll({ ...stores, keys }, count, manifest.boxBytes + 48);
  await pause(1_000);
  const stored = await filledRows({ ...stores, keys }, WAVE, "answer");
  const keyOf = new Map(stored.map((row) => [hex(row.name), hex(row.key)]));
  const running = copy("running");
  // Killed: whatever lay there lies there still, and is opened anew.
  const restarted = copy("restarted");
  const again = await reopened(restarted);
  await stores.people.close();
  await stores.answers.close();
  const stopped = copy("stopped");
  await stores.cleanUp().catch(() => undefined);
  return {
    running,
    restarted: again,
    stopped,
    tickets: names.map(({ ticket }) => Buffer.from(ticket).toString("hex").toUpperCase()),
    answers: names.map(({ name }) => keyOf.get(hex(name)) ?? ""),
    cleanUp: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A copy of a folder whose server was started once more. */
export async function reopened(dataFolder: string): Promise<string> {
  const people = await openPeopleStore({ dataFolder });
  const answers = await openAnswerStore({ dataFolder });
  await pause(700);
  const to = `${dataFolder}-copied`;
  cpSync(dataFolder, to, { recursive: true });
  await people.close();
  await answers.close();
  return to;
}

export interface Arrival {
  /** The assignment whose ticket was issued. */
  readonly ticket: string;
  /** What the answer's row is found by. */
  readonly name: Uint8Array;
}

/**
 * @param count of the first wave's invited, which are twenty more
 * @param stored is told of each arrival that the stores have confirmed
 */
export async function sendAll(
  store: Pick<TestStores, "people" | "answers"> & { readonly keys: KeyRing },
  count: number,
  boxBytes: number,
  stored: (arrival: Arrival) => Promise<void> = async () => {},
): Promise<Arrival[]> {
  const { marks } = await issuedIn({ stores: store, keys: store.keys });
  const rowKey = await rowKeyOfWave(store, WAVE);
  if (rowKey === undefined) throw new RangeError("the wave is open");
  const random32 = () => new Uint8Array(randomBytes(32));
  const order = [...shuffledPlaces(count + 20, randomInt)].slice(0, count).map((place) => `r${place}`);
  const sent: Arrival[] = [];
  for (const ticket of order) {
    await store.people.write((tx) => claimAssignment(tx, marks, { id: ticket, hash: random32() }));
    const content = { name: random32(), companion: random32(), box: new Uint8Array(randomBytes(boxBytes)) };
    await store.answers.write(async (tx) => (await rowsOf(tx, rowKey, "answer")).put(content, SCOPE));
    sent.push({ ticket, name: content.name });
    await stored({ ticket, name: content.name });
  }
  return sent;
}

/** The agreements with the true order that a copy shows, by what shows them; 1 tells all, 0 nothing. */
export function agreements(
  copy: string,
  { tickets, answers }: Pick<Arrivals, "tickets" | "answers">,
): Record<string, number> {
  const people = join(copy, "identity.sqlite");
  const responses = join(copy, "responses.sqlite");
  const marks = {
    tickets: placesIn(people, TICKETS, "ticketMark"),
    answers: placesIn(responses, ANSWERS, "mark"),
  };
  // The end of a box lies on the last page of those that did not fit beside its row.
  const overflow = placesIn(responses, ANSWERS, "box");
  return {
    "tickets by key": kendallTau(tickets, [...tickets].sort()),
    "tickets by page": kendallTau(tickets, orderByPage(marks.tickets)),
    "tickets in pages": kendallTau(tickets, orderInPages(marks.tickets)),
    "tickets by log": kendallTau(tickets, orderOfLog(people, TICKETS)),
    "answers by key": kendallTau(answers, [...answers].sort()),
    "answers by page": kendallTau(answers, orderByPage(marks.answers)),
    "answers in pages": kendallTau(answers, orderInPages(marks.answers)),
    "answers by overflow": kendallTau(answers, orderByPage(overflow)),
    "answers by log": kendallTau(answers, orderOfLog(responses, ANSWERS)),
  };
}
