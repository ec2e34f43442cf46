/** `npm run check`: types twice, format and lint, dead code, type coverage; two at a time, all findings at once. */
import { spawn } from "node:child_process";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const STEPS: readonly Step[] = [
  { name: "types", command: "tsc", args: ["-p", "tsconfig.json"] },
  { name: "types without DOM and Node", command: "tsc", args: ["-p", "tsconfig.pure.json"] },
  { name: "format and lint", command: "biome", args: ["check", "--error-on-warnings", "."] },
  { name: "dead code", command: "knip", args: ["--no-progress"] },
  {
    name: "type coverage",
    command: "type-coverage",
    args: ["-p", "tsconfig.json", "--strict", "--at-least", "99.5", "--ignore-catch"],
  },
];

function run(step: Step): Promise<{ readonly step: Step; readonly code: number; readonly output: string }> {
  return new Promise((done) => {
    const child = spawn(join(root, "node_modules/.bin", step.command), step.args, { cwd: root });
    let output = "";
    child.stdout.on("data", (part: Buffer) => {
      output += part.toString();
    });
    child.stderr.on("data", (part: Buffer) => {
      output += part.toString();
    });
    child.on("error", (error) => done({ step, code: 1, output: error.message }));
    child.on("close", (code) => done({ step, code: code ?? 1, output }));
  });
}

/** @returns how many of the checks failed. */
export async function runChecks(): Promise<{ readonly passed: number; readonly failed: number }> {
  const waiting = [...STEPS];
  let failed = 0;
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const start = performance.now();
      const { code, output } = await run(step);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok    " : "FAILED"} ${step.name} (${seconds} s)`);
      if (code !== 0) {
        failed += 1;
        console.log(output.trimEnd());
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: STEPS.length - failed, failed };
}

if (import.meta.filename === process.argv[1]) {
  const { failed } = await runChecks();
  process.exitCode = failed === 0 ? 0 : 1;
}
