/** One process: stores, keys, HTTP, mail, and the work that goes on by itself. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "./app.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { StaffContext } from "./context.ts";
import { publishShippedInstruments } from "./definitions/publish-definition.ts";
import { listen } from "./http/listen.ts";
import { openBuiltPages } from "./http/static-files.ts";
import { openKeyRing } from "./keys/key-ring.ts";
import { openSealedWaves } from "./keys/sealed-waves.ts";
import { moveMentoringOn } from "./mentoring/relationships/move-on.ts";
import { startDelivery } from "./outbox/deliver-mail.ts";
import { createSmtpSender } from "./outbox/smtp.ts";
import { openAnswerStore } from "./storage/answer-store.ts";
import { openPeopleStore } from "./storage/people-store.ts";
import { sealOldMarks } from "./tickets/seal-old-marks.ts";
import { resumeWaves } from "./waves/close-and-release.ts";
import { wavesInStates } from "./waves/store.ts";

export interface RunningServer {
  readonly url: string;
  readonly context: StaffContext;
  /** Waits for what is under way, then closes the stores. */
  close(): Promise<void>;
}

export type ServerLog = (line: string) => void;

const WORK_MILLISECONDS = 30_000;
/** Pages of the files keep the order in which rows came until they are rewritten. */
const SCRUB_MILLISECONDS = 3_600_000;

/** Beside the bundled server, or in the tree the sources run from. */
function builtPagesFolder(): string {
  const beside = join(import.meta.dirname, "../web");
  return existsSync(join(beside, "rater.html")) && existsSync(join(beside, "assets"))
    ? beside
    : join(import.meta.dirname, "../dist/web");
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

/** While people answer, neither file may tell who came after whom. */
async function scrubWhileOpen({ people, answers }: StaffContext): Promise<void> {
  const open = await people.read((db) => wavesInStates(db, ["open"]));
  if (open.length === 0) return;
  await answers.scrub();
  await people.scrub();
}

/** Closes waves whose time has come, finishes what a stop interrupted, moves mentoring on; one turn at a time. */
function startWaveWork(context: StaffContext, log: ServerLog): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  const turn = (): void => {
    underWay ??= resumeWaves(context)
      .catch((error: unknown) => {
        log(`waves: work failed (${nameOf(error)}); tried again shortly`);
      })
      .then(() => moveMentoringOn(context))
      .catch((error: unknown) => {
        log(`mentoring: work failed (${nameOf(error)}); tried again shortly`);
      })
      .finally(() => {
        underWay = undefined;
      });
  };
  turn();
  const timer = setInterval(turn, WORK_MILLISECONDS);
  timer.unref();
  const scrubTimer = setInterval(() => {
    scrubWhileOpen(context).catch((error: unknown) => log(`stores: rewriting failed (${nameOf(error)})`));
  }, SCRUB_MILLISECONDS);
  scrubTimer.unref();
  return async () => {
    clearInterval(timer);
    clearInterval(scrubTimer);
    await underWay;
    // Files at rest are what backups copy.
    await scrubWhileOpen(context).catch((error: unknown) =>
      log(`stores: rewriting failed (${nameOf(error)})`),
    );
  };
}

/** @throws errors with one sentence for whoever starts the server: settings, stores, keys, port, pages. */
export async function startServer(config: Config, log: ServerLog): Promise<RunningServer> {
  const pages = openBuiltPages(builtPagesFolder());
  const keys = await openKeyRing(config);
  const people = await openPeopleStore(config);
  const answers = await openAnswerStore(config);
  let url = config.baseUrl ?? "";
  const context: StaffContext = { people, answers, keys, config, clock: systemClock, baseUrl: () => url };
  await sealOldMarks(context);
  await publishShippedInstruments(context);
  const app = createApp({ context, waves: openSealedWaves({ answers, keys }), pages, log });
  const listening = await listen(app.fetch, config);
  url = config.baseUrl ?? `http://${config.host === "0.0.0.0" ? "localhost" : config.host}:${listening.port}`;
  const stopWork = startWaveWork(context, log);
  const stopMail =
    config.smtpUrl === undefined
      ? async () => {}
      : startDelivery(
          context,
          createSmtpSender({ ...config, smtpUrl: config.smtpUrl }, config.mailFrom),
          log,
        );
  return {
    url,
    context,
    close: async () => {
      await listening.close();
      await stopMail();
      await stopWork();
      await people.close();
      await answers.close();
    },
  };
}
