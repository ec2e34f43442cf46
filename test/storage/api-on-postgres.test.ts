/** The API's tests once more, on Postgres: verbs, their transactions and their queries. */
import { beforeAll } from "vitest";

// Read when the stores' module loads, therefore set before the tests below are imported.
process.env["SOUNDINGS_TEST_ENGINE"] = "postgres-server";
const { openTestStores } = await import("../support/stores.ts");

// The databases take seconds to start; the tests reuse them, emptied.
beforeAll(async () => {
  const stores = await openTestStores();
  await stores.cleanUp();
}, 180_000);

await import("../api/audit/append-audit.test.ts");
await import("../api/identified-answers/submit-answers.test.ts");
await import("../api/releases/read-report.test.ts");
await import("../api/roster/import-people.test.ts");
await import("../api/sign-in/sign-in.test.ts");
await import("../api/waves/open-wave.test.ts");
