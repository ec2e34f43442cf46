/** A process of its own that writes without pause and says what is stored, until it is killed. */
import { newId } from "../../api/short-id.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";

const [, , dataFolder = ""] = process.argv;
const store = await openPeopleStore({ dataFolder });

async function writeOne(): Promise<void> {
  const id = newId();
  await store.write((tx) =>
    tx.insert(tx.tables.programmes).values({ id, name: "x".repeat(500), createdAt: new Date() }),
  );
  process.stdout.write(`${id}\n`);
}

for (;;) await Promise.all(Array.from({ length: 10 }, writeOne));
