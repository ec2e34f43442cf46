/** `npm run orders [RUNS [ARRIVALS]]`: how far any single copy of the data folder tells who came after whom. */
import { agreements, arrive } from "../support/arrivals.ts";

const runs = Number(process.argv[2] ?? 50);
const arrivals = Number(process.argv[3] ?? 200);
if (!(Number.isInteger(runs) && runs > 0 && Number.isInteger(arrivals) && arrivals > 1)) {
  console.error("npm run orders -- [RUNS [ARRIVALS]], whole numbers");
  process.exit(2);
}

/** Chance alone has a mean of 0 and, at 200 arrivals, a deviation of 0.048. */
const FARTHEST_MEAN = 0.03;
const FAR = 0.13;
const MOST_FAR_IN_FIFTY = 3;

const found = new Map<string, number[]>();
for (let run = 0; run < runs; run += 1) {
  const arrived = await arrive(arrivals);
  for (const moment of ["running", "restarted", "stopped"] as const) {
    for (const [what, tau] of Object.entries(agreements(arrived[moment], arrived))) {
      const name = `${moment}: ${what}`;
      found.set(name, [...(found.get(name) ?? []), tau]);
    }
  }
  arrived.cleanUp();
}

let fine = true;
for (const [name, taus] of found) {
  const mean = taus.reduce((sum, tau) => sum + tau, 0) / taus.length;
  const far = taus.filter((tau) => Math.abs(tau) > FAR).length;
  const good = Math.abs(mean) <= FARTHEST_MEAN && far <= Math.ceil((MOST_FAR_IN_FIFTY * runs) / 50);
  fine &&= good;
  const most = Math.max(...taus.map(Math.abs));
  console.log(
    `  ${name.padEnd(34)} mean ${mean.toFixed(3).padStart(6)}   largest ${most.toFixed(3)}   beyond ${FAR}: ${far} of ${runs}${good ? "" : "   NOT AS IT SHOULD"}`,
  );
}
process.exitCode = fine ? 0 : 1;
