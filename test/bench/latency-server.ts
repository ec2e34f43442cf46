/** The server of the benchmark of latency, in a process of its own: the whole product, with people, drafts and answers. */
import { openWave } from "../../api/waves/open-wave.ts";
import { serveApp } from "../support/served-app.ts";
import { storedInstrument } from "../support/stored-instrument.ts";
import { inventStaffAnswers } from "../support/survey-answers.ts";
import { addStaff, answeredSurvey, draftSurvey, programmeNamed } from "../support/survey-world.ts";
import { openWholeApp } from "../support/whole-app.ts";

const INSTRUMENT = "staff-confidence";
const [staff = 0, invited = 0, answered = 0] = process.argv.slice(2).map(Number);

const whole = await openWholeApp();
const { world } = whole;
const { context, coordinator } = world;
await addStaff(world, staff);
const programme = await programmeNamed(world, "Bench");
const wanted = { programme, instrument: INSTRUMENT, cuts: [["area"]], answers: [] } as const;
const open = await draftSurvey(world, { ...wanted, title: "Open", invited: 50 });
await openWave(context, coordinator, { wave: open });
const toOpen = await draftSurvey(world, { ...wanted, title: "To open", invited });
const definition = (await storedInstrument(context, INSTRUMENT)).definition;
const toClose = await answeredSurvey(world, {
  ...wanted,
  title: "To close",
  invited: answered,
  answers: inventStaffAnswers(definition, { count: answered, seed: 1 }),
});
const served = await serveApp(whole);
const facts = { origin: served.origin, cookie: await whole.cookieOf("K1"), open, toOpen, toClose };
process.stdout.write(`${JSON.stringify(facts)}\n`);
process.once(
  "SIGTERM",
  () =>
    void served
      .close()
      .then(world.cleanUp)
      .then(() => process.exit(0)),
);
