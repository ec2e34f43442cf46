/** The server of the benchmark of answers, in a process of its own: the product's routes, and a bare peer beside them. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { toBase64url } from "../../surveys/base64url.ts";
import { openProtocolWave, smallForm, WAVE } from "../support/protocol-wave.ts";

const raters = Number(process.argv[2]);
const items = Array.from({ length: 40 }, (_, place) => `item-${place}`);

const wave = await openProtocolWave({
  form: smallForm(items),
  groups: [{ subject: "subject-a", group: "peer", invited: raters }],
  addRoutes: async (app, stores) => {
    const db = new Database(join(stores.dataFolder, "bare.sqlite"));
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.exec("CREATE TABLE answers (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT");
    const insert = db.prepare("INSERT INTO answers (body) VALUES (?)");
    app.post("/bare", async (c) => {
      insert.run(JSON.stringify(await c.req.json()));
      return c.json({ recorded: true }, 201);
    });
  },
});
const [seal] = await wave.stores.answers.read((db) => db.select().from(db.tables.waveSeals));
const ticketSecret = wave.keys.unwrap(seal?.ticketKeyWrapped ?? new Uint8Array(0), `ticket:${WAVE}`);
const facts = {
  origin: wave.origin,
  manifest: wave.manifest,
  ticketSecret: toBase64url(ticketSecret),
  items,
};
process.stdout.write(`${JSON.stringify(facts)}\n`);
process.once("SIGTERM", () => void wave.close().then(() => process.exit(0)));
