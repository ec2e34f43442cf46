/** How long a rater's page takes while the server does something large for somebody else. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { BenchResult } from "./bench-result.ts";

const PEOPLE = 20_000;
const INVITED = 15_000;
const ANSWERED = 5_000;
const QUESTIONS = 5_000;
/** A rater comes each so many milliseconds, whether or not those before have their page. */
const EVERY = 10;
const SERVER = fileURLToPath(new URL("latency-server.ts", import.meta.url));

interface Facts {
  readonly origin: string;
  readonly cookie: string;
  readonly open: string;
  readonly toOpen: string;
  readonly toClose: string;
}

/** Waiting times of raters, in milliseconds, while `work` goes on. */
async function whileWorking(url: string, work: () => Promise<unknown>): Promise<number[]> {
  const waited: number[] = [];
  const asked: Promise<void>[] = [];
  const ask = async (since: number): Promise<void> => {
    const response = await fetch(url);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`the rater's page was not served: ${response.status}`);
    waited.push(performance.now() - since);
  };
  let due = performance.now();
  const timer = setInterval(() => {
    for (; due <= performance.now(); due += EVERY) asked.push(ask(due));
  }, 1);
  try {
    await work();
  } finally {
    clearInterval(timer);
    await Promise.all(asked);
  }
  return waited.sort((a, b) => a - b);
}

function peopleCsv(): string {
  const rows = Array.from(
    { length: PEOPLE },
    (_, n) => `N${n},Newcomer ${n},newcomer${n}@example.org,Area ${n % 40},Head office,Officer,`,
  );
  return `staff_number,name,mail,unit,site,grade,line_manager\n${rows.join("\n")}\n`;
}

/** As long as a definition may be, with every question wrong. */
function refusedDefinition(): string {
  const elements = Array.from({ length: QUESTIONS }, (_, n) => ({
    type: "html",
    name: `q${n}`,
    title: `Question ${n}`,
  }));
  return JSON.stringify({
    soundings: {
      format: 1,
      id: "too-much",
      version: "1.0.0",
      kind: "staff-survey",
      identity: "anonymous",
      languages: ["en"],
      minutes: 60,
      groups: [],
      scales: {},
      dimensions: [],
      items: {},
      pipes: [],
    },
    title: "Too much",
    pages: [{ name: "p", elements }],
  });
}

async function result(name: string, facts: Facts, work: () => Promise<unknown>): Promise<BenchResult[]> {
  const start = performance.now();
  const waited = await whileWorking(`${facts.origin}/r/${facts.open}`, work);
  const seconds = (performance.now() - start) / 1000;
  const at = (share: number): number =>
    waited[Math.min(waited.length - 1, Math.floor(share * waited.length))] ?? 0;
  const note = `median ${at(0.5).toFixed(0)}, longest ${at(1).toFixed(0)} ms; ${waited.length} pages, work took ${seconds.toFixed(1)} s`;
  return [{ name: `rater's page, 99th percentile, while ${name}`, median: at(0.99), unit: "ms", note }];
}

export async function benchLatency(): Promise<BenchResult[]> {
  const parameters = ["--import", "tsx", SERVER, ...[INVITED, INVITED, ANSWERED].map(String)];
  const child = spawn(process.execPath, parameters, { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const facts: Facts = JSON.parse(String(line));
  const post = async (path: string, body: unknown, expected: number): Promise<void> => {
    const headers = {
      "content-type": "application/json",
      "sec-fetch-site": "same-origin",
      cookie: facts.cookie,
    };
    const response = await fetch(facts.origin + path, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (response.status !== expected)
      throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
  };
  const csv = peopleCsv();
  /** What goes on after the answer counts as well. */
  const wave = async (id: string, verb: string, state: string): Promise<void> => {
    await post(`/api/waves/${id}/${verb}`, {}, 200);
    for (let now = ""; now !== state; ) {
      await new Promise((done) => setTimeout(done, 200));
      const response = await fetch(`${facts.origin}/api/waves/${id}`, { headers: { cookie: facts.cookie } });
      now = JSON.parse(await response.text()).state;
    }
  };
  const nothing = () => new Promise((done) => setTimeout(done, 3000));
  try {
    // The first pages of a process are slower, whatever else it does.
    await whileWorking(`${facts.origin}/r/${facts.open}`, nothing);
    return [
      await result("nothing else happens", facts, nothing),
      await result("20,000 people are looked at", facts, () =>
        post("/api/people/import", { csv, apply: false }, 200),
      ),
      await result("20,000 people are imported", facts, () =>
        post("/api/people/import", { csv, apply: true }, 200),
      ),
      await result("15,000 are invited", facts, () => wave(facts.toOpen, "open", "open")),
      await result("a definition of 5,000 questions is refused", facts, () =>
        post("/api/definitions", { text: refusedDefinition() }, 400),
      ),
      await result("a wave of 5,000 closes", facts, () => wave(facts.toClose, "close", "closed")),
      await result("its release is audited", facts, () => wave(facts.toClose, "release", "released")),
    ].flat();
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}
