/** A process killed at any moment of closing and releasing: every release has all answers, once. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { closeWave } from "../../api/datasets/close-wave.ts";
import { releaseWave } from "../../api/datasets/release-wave.ts";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { insertResponses } from "../support/native-seal.ts";
import { sealTestWave, WAVE } from "../support/protocol-wave.ts";
import { openTestStores } from "../support/stores.ts";
import { pause, type SoakResult } from "./soak-result.ts";

const KEY = Buffer.alloc(32, 7);
const ANSWERS = 240;
const SCRIPT = fileURLToPath(new URL("../support/close-until.ts", import.meta.url));

/** How long it takes on this machine from the start of the process to its first step is not known beforehand. */
async function killedAfter(dataFolder: string, milliseconds: number): Promise<boolean> {
  const args = ["--import", "tsx", SCRIPT, dataFolder, KEY.toString("base64"), WAVE, "never"];
  const child = spawn(process.execPath, args, { stdio: "ignore" });
  const ended = new Promise<boolean>((resolve) =>
    child.once("exit", (_code, signal) => resolve(signal === "SIGKILL")),
  );
  await Promise.race([pause(milliseconds), ended]);
  child.kill("SIGKILL");
  return ended;
}

async function killedWave(): Promise<{ readonly kills: number; readonly answers: number }> {
  const stores = await openTestStores({ engine: "sqlite" });
  const context = { answers: stores.answers, keys: keyRingOf(KEY) };
  const groups = [{ subject: "subject-a", group: "peer", invited: ANSWERS }];
  const { manifest } = await sealTestWave(stores, context.keys, { groups });
  const responses = Array.from({ length: ANSWERS }, (_, place) => ({
    ...{ subject: "subject-a", group: "peer" },
    answers: { pace: 1 + (place % 5) },
  }));
  await insertResponses(context, manifest, responses);
  await stores.answers.close();
  let kills = 0;
  for (let time = 0; time < 4; time += 1) {
    if (await killedAfter(stores.dataFolder, 900 + Math.random() * 2_500)) kills += 1;
  }
  const answers = await openAnswerStore({ dataFolder: stores.dataFolder });
  await closeWave({ ...context, answers }, WAVE);
  await releaseWave({ ...context, answers }, WAVE);
  const [released] = await answers.read((db) => db.select().from(db.tables.releases));
  const received = released?.report.responses.find(({ group }) => group === "peer")?.received;
  await answers.close();
  await stores.people.close();
  return { kills, answers: received?.shown === true ? received.n : 0 };
}

export async function soakKilledClose(minutes: number): Promise<SoakResult> {
  const end = performance.now() + minutes * 60_000;
  let kills = 0;
  let waves = 0;
  let whole = 0;
  do {
    const killed = await killedWave();
    kills += killed.kills;
    waves += 1;
    if (killed.answers === ANSWERS) whole += 1;
  } while (performance.now() < end);
  return {
    name: "kill -9 while a wave closes and releases",
    fine: whole === waves && kills > 0,
    figures: { kills, waves, [`releases with ${ANSWERS} of ${ANSWERS} answers`]: whole },
  };
}
