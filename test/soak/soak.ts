/** `npm run soak -- [MINUTES] [NAME…]`: faults and load for so many minutes in all, with figures. Never part of the tests. */
import type { SoakResult } from "./soak-result.ts";

type Soak = (minutes: number) => Promise<SoakResult>;

/** Loaded one by one, so that one's memory is not another's. */
const SOAKS: Readonly<Record<string, Soak>> = {
  "killed-answers": async (minutes) => (await import("./killed-answers.ts")).soakKilledAnswers(minutes),
  "killed-close": async (minutes) => (await import("./killed-close.ts")).soakKilledClose(minutes),
  "full-disk": async (minutes) => (await import("./full-disk.ts")).soakFullDisk(minutes),
  memory: async (minutes) => (await import("./killed-answers.ts")).soakMemory(minutes),
  requests: async (minutes) => (await import("./mutated-requests.ts")).soakMutatedRequests(minutes),
  callers: async () => (await import("./mutated-requests.ts")).soakCallers(),
};

const [first = "6", ...named] = process.argv.slice(2);
const minutes = Number(first);
const names = named.length === 0 ? Object.keys(SOAKS) : named;
const chosen = names.flatMap((name) => {
  const soak = SOAKS[name];
  return soak === undefined ? [] : [{ name, soak }];
});
if (!(minutes > 0 && minutes <= 24 * 60) || chosen.length < names.length) {
  console.error(
    `npm run soak -- [MINUTES [NAME…]]: minutes in all, more than 0, and of these: ${Object.keys(SOAKS).join(", ")}.`,
  );
  process.exit(2);
}

let fine = true;
for (const { name, soak } of chosen) {
  const result = await soak(minutes / chosen.length);
  fine &&= result.fine;
  console.log(`${result.fine ? "ok    " : "FAILED"} ${name}: ${result.name}`);
  for (const [figure, value] of Object.entries(result.figures)) console.log(`         ${figure}: ${value}`);
}
// Connections that fetch keeps must not hold the process.
process.exit(fine ? 0 : 1);
