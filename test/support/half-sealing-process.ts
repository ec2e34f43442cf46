/** A process that moves an older version's answers into sealed rows and is killed before it has finished. */
import { keyRingOf } from "../../api/keys/key-ring.ts";
import { sealOldRows } from "../../api/responses/seal-old-rows.ts";
import { type AnswerStore, openAnswerStore } from "../../api/storage/answer-store.ts";

const [, , dataFolder = "", key = ""] = process.argv;
const store = await openAnswerStore({ dataFolder });
/** All rows are written, and the transaction has not ended. */
const killed: AnswerStore = {
  ...store,
  write: (change) =>
    store.write(async (tx) => {
      const value = await change(tx);
      process.kill(process.pid, "SIGKILL");
      return value;
    }),
};
await sealOldRows({ answers: killed, keys: keyRingOf(new Uint8Array(Buffer.from(key, "hex"))) });
