/** A process of its own that receives tickets and answers without end and says what is stored, until it is killed. */
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";
import { sendAll } from "./arrivals.ts";

const [, , dataFolder = "", key = "", count = "", boxBytes = ""] = process.argv;
const people = await openPeopleStore({ dataFolder });
const answers = await openAnswerStore({ dataFolder });
const keys = keyRingOf(new Uint8Array(Buffer.from(key, "hex")));
const PACE_MILLISECONDS = 10;

await sendAll({ people, answers, keys }, Number(count), Number(boxBytes), async ({ ticket, name }) => {
  const line = [Date.now(), ticket, Buffer.from(name).toString("hex")].join(" ");
  process.stdout.write(`${line}\n`);
  await new Promise((resolve) => setTimeout(resolve, PACE_MILLISECONDS));
});
