/** The server of the benchmark of answers, in a process of its own: the product's routes, and a bare peer beside them. */
import { join } from "node:path";
import Database from "better-sqlite3";
import { definitionIdOf } from "../../api/definitions/publish-definition.ts";
import { identifiedAnswerRoutes } from "../../api/identified-answers/routes.ts";
import { secretHash } from "../../api/invitations/invitation-secret.ts";
import { toBase64url } from "../../surveys/base64url.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import { newSecret, openProtocolWave, policy, smallForm, WAVE } from "../support/protocol-wave.ts";
import type { TestStores } from "../support/stores.ts";

const raters = Number(process.argv[2]);
const named = "named-wave";
const items = Array.from({ length: 40 }, (_, place) => `item-${place}`);
const form = smallForm(items);
const secrets = Array.from({ length: raters }, newSecret);

/** The same people again, asked with their names. */
async function addNamedWave({ people }: TestStores): Promise<void> {
  await people.write(async (tx) => {
    const { waves, assignments, invitations } = tx.tables;
    await tx.insert(waves).values({
      id: named,
      programmeId: "p1",
      definitionId: definitionIdOf(readDefinition(form)),
      title: "Named",
      kind: "360",
      identity: "identified",
      state: "open",
      policy: policy(),
    });
    for (const [place, secret] of secrets.entries()) {
      const ids = { id: `n${place}`, waveId: named };
      await tx
        .insert(assignments)
        .values({ ...ids, raterPersonId: `r${place}`, subjectCode: "subject-a", group: "peer" });
      await tx.insert(invitations).values({ ...ids, personId: `r${place}`, secretHash: secretHash(secret) });
    }
  });
}

const wave = await openProtocolWave({
  form,
  groups: [{ subject: "subject-a", group: "peer", invited: raters }],
  addRoutes: async (app, stores) => {
    await addNamedWave(stores);
    app.route("/", identifiedAnswerRoutes({ ...stores, clock: () => new Date() }));
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
  named,
  secrets,
  items,
};
process.stdout.write(`${JSON.stringify(facts)}\n`);
process.once("SIGTERM", () => void wave.close().then(() => process.exit(0)));
