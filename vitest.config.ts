/** Which tests run where: everything on two workers, the browser journeys one after the other. */
import { defineConfig } from "vitest/config";
import { TEST_CONFIG_FOLDER } from "./test/support/test-environment.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "tests",
          include: ["test/**/*.test.ts", "test/**/*.test.tsx"],
          exclude: ["test/journeys/**"],
          globalSetup: "test/support/postgres-for-all.ts",
          environment: "node",
          env: { XDG_CONFIG_HOME: TEST_CONFIG_FOLDER },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.ts"],
          globalSetup: "test/support/postgres-for-all.ts",
          environment: "node",
          env: { XDG_CONFIG_HOME: TEST_CONFIG_FOLDER },
          fileParallelism: false,
          // A busy machine draws late; what is looked for is waited for.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
