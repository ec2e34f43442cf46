/** One process: stores, keys, HTTP, mail, and the work that goes on by itself. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "./app.ts";
import { type ServerLog, startWork } from "./background-work.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { StaffContext } from "./context.ts";
import { publishShippedInstruments } from "./definitions/publish-definition.ts";
import { beginGeneration } from "./generations/begin-generation.ts";
import { listen } from "./http/listen.ts";
import { type BuiltPages, openBuiltPages } from "./http/static-files.ts";
import { openSealedWaves } from "./keys/sealed-waves.ts";
import { type OpenInstallation, openInstallation } from "./open-installation.ts";
import { startDelivery } from "./outbox/deliver-mail.ts";
import { createSmtpSender } from "./outbox/smtp.ts";
import { sealOldRows } from "./responses/seal-old-rows.ts";
import { sealOldMarks } from "./tickets/seal-old-marks.ts";
import { forgetWavesWithoutFigures } from "./wave-ledger/forget-waves.ts";
import { noteOldWaves } from "./wave-ledger/note-wave.ts";

export interface RunningServer {
  readonly url: string;
  readonly context: StaffContext;
  /** Within moments whatever clients do; then the files are rewritten and the stores closed. */
  close(): Promise<void>;
}

/** Beside the bundled server, or in the tree the sources run from. */
function builtPagesFolder(): string {
  const beside = join(import.meta.dirname, "../web");
  return existsSync(join(beside, "rater.html")) && existsSync(join(beside, "assets"))
    ? beside
    : join(import.meta.dirname, "../dist/web");
}

/** @throws errors with one sentence for whoever starts the server: settings, stores, keys, port, pages. */
export async function startServer(config: Config, log: ServerLog): Promise<RunningServer> {
  const pages = openBuiltPages(builtPagesFolder());
  const { close, ...stores } = await openInstallation(config, log);
  try {
    return await serveInstallation({ ...stores, pages }, { config, log, closeStores: close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function serveInstallation(
  { people, answers, keys, pages }: Omit<OpenInstallation, "close"> & { readonly pages: BuiltPages },
  {
    config,
    log,
    closeStores,
  }: { readonly config: Config; readonly log: ServerLog; readonly closeStores: () => Promise<void> },
): Promise<RunningServer> {
  let url = config.baseUrl ?? "";
  const context: StaffContext = { people, answers, keys, config, clock: systemClock, baseUrl: () => url };
  await sealOldMarks(context);
  await sealOldRows(context);
  await noteOldWaves(context);
  await forgetWavesWithoutFigures(context);
  await beginGeneration(context, { accept: config.acceptStores, say: log });
  await publishShippedInstruments(context);
  const app = createApp({ context, waves: openSealedWaves({ answers, keys }), pages, log });
  const listening = await listen(app.fetch, config);
  url = config.baseUrl ?? `http://${config.host === "0.0.0.0" ? "localhost" : config.host}:${listening.port}`;
  const stopWork = startWork({ context, log, elapsed: () => performance.now() });
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
      await Promise.all([listening.close(), stopMail()]);
      await stopWork();
      await closeStores();
    },
  };
}
