/** A staff survey of a hundred thousand: closed, released and compared; and a thousand staff who answer at once. */

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { toBase64url } from "../../surveys/base64url.ts";
import { readLinkFragment } from "../../surveys/link-fragment.ts";
import { readManifest } from "../../surveys/read-manifest.ts";
import { newSeed } from "../../web/rater/protocol/seed.ts";
import { blindTicket, unblindTicket } from "../../web/rater/protocol/ticket.ts";
import { sealNatively } from "../support/native-seal.ts";
import { openRaterWorld } from "../support/rater-world.ts";
import { inventStaffAnswers } from "../support/survey-answers.ts";
import { shipped } from "../support/survey-tables.ts";
import type { BenchResult } from "./bench-result.ts";
import { measureFirstChart } from "./comparison-page.ts";

const ANSWERS = 100_000;
const STAFF = 1_000;
const AT_ONCE = 32;
const SCRIPT = fileURLToPath(new URL("staff-wave-run.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

async function step(name: string, ...parameters: readonly string[]): Promise<string> {
  const command = ["--import", "tsx", SCRIPT, name, ...parameters];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: PROJECT });
  return stdout;
}

/** Filling and closing are processes of their own, so that the peak of memory is that of the close. */
async function large(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
  try {
    await step("fill", folder, String(ANSWERS));
    const printed: unknown = JSON.parse(await step("close", folder));
    const number = (key: string) => Number(Object(printed)[key]);
    if (number("rows") !== ANSWERS || number("published") !== 1) throw new Error("the wave was not released");
    const chart = await measureFirstChart(folder);
    const whole = number("closeSeconds") + number("releaseSeconds") + number("firstMilliseconds") / 1000;
    const parts = `close ${number("closeSeconds").toFixed(1)} s, tables and audit ${number("releaseSeconds").toFixed(1)} s; processor ${number("processorSeconds").toFixed(1)} s`;
    return [
      { name: `close, tables, comparison: ${ANSWERS} answers`, median: whole, unit: "s", note: parts },
      {
        name: "comparison page, 40 items and 30 units, once read",
        median: number("againMilliseconds"),
        unit: "ms",
        note: `the first after a start ${number("firstMilliseconds").toFixed(0)} ms`,
      },
      {
        name: "its first chart in the browser",
        median: chart.again,
        unit: "s",
        note: `nothing cached; ${chart.first.toFixed(2)} s right after the server's start`,
      },
      {
        name: "peak memory of it",
        median: number("peakMegabytes"),
        unit: "MB",
        note: "with the audit's thread",
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function post(
  agent: Agent,
  url: string,
  body: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done, failed) => {
    const headers = { "content-type": "application/json" };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", failed).end(body);
  });
}

/** Sends all bodies, some at once, over connections of their own; every answer must be of this status. */
async function sendAll(url: string, bodies: readonly object[], status: number): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const texts: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let place = next++; place < bodies.length; place = next++) {
      const answer = await post(agent, url, JSON.stringify(bodies[place]));
      if (answer.status !== status) throw new Error(`an answer was not accepted: ${answer.status}`);
      texts[place] = answer.text;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  agent.destroy();
  return texts;
}

/** Browsers' own work, blinding and sealing, is done beforehand and in between, and is not measured. */
async function answering(): Promise<BenchResult[]> {
  const world = await openRaterWorld();
  try {
    const asked = Array.from({ length: STAFF }, (_, place) => ({
      rater: `Staff ${place}`,
      subject: "",
      group: "",
    }));
    const { wave, links } = await world.openWave({ title: "Survey", instrument: "staff-confidence", asked });
    const { url } = world.server;
    const manifest = readManifest(await (await fetch(`${url}/api/waves/${wave}/manifest`)).text());
    if (manifest === undefined) throw new Error("an open wave has a manifest");
    const scope = { wave, subject: "", group: "" };
    const forms = inventStaffAnswers(shipped("staff-confidence"), { count: STAFF, seed: 1 });
    const raters = await Promise.all(
      [...links.values()].map(async (link) => ({
        secret: readLinkFragment(link.split("#")[1] ?? "")?.secret ?? "",
        blinded: await blindTicket(newSeed(), manifest, scope),
      })),
    );
    const requests = raters.map(({ secret, blinded }) => ({
      wave,
      subject: "",
      secret,
      blinded: toBase64url(blinded.blinded),
    }));
    const start = performance.now();
    const issued = await sendAll(`${url}/api/tickets`, requests, 200);
    const tickets = performance.now() - start;
    const bodies = issued.map((text, place) => {
      const blinded = raters[place]?.blinded;
      const { evaluated, proof } = JSON.parse(text);
      const ticket = blinded === undefined ? undefined : unblindTicket(blinded, evaluated, proof);
      if (ticket === undefined) throw new Error("the ticket's proof does not hold");
      const box = toBase64url(sealNatively(manifest, { ...scope, answers: forms[place] ?? {} }));
      return { ...scope, ...ticket, box };
    });
    const sending = performance.now();
    await sendAll(`${url}/api/responses`, bodies, 201);
    const sent = performance.now() - sending;
    return [
      {
        name: `${STAFF} staff answer, ${AT_ONCE} at once`,
        median: (tickets + sent) / 1000,
        unit: "s",
        note: `tickets ${(tickets / 1000).toFixed(1)} s, answers ${(sent / 1000).toFixed(1)} s; none refused`,
      },
    ];
  } finally {
    await world.close();
  }
}

export async function benchStaffWave(): Promise<BenchResult[]> {
  return [...(await answering()), ...(await large())];
}
