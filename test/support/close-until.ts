/** A process of its own that closes a wave and dies, without any goodbye, after the step it is told. */
import { closeWave } from "../../api/datasets/close-wave.ts";
import { releaseWave } from "../../api/datasets/release-wave.ts";
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";

const [dataFolder = "", key = "", wave = "", lastStep = ""] = process.argv.slice(2);
const context = {
  answers: await openAnswerStore({ dataFolder }),
  keys: keyRingOf(new Uint8Array(Buffer.from(key, "base64"))),
};
const after = (step: string): void => {
  if (step === lastStep) process.kill(process.pid, "SIGKILL");
};
await closeWave(context, wave, { after });
await releaseWave(context, wave, { after });
