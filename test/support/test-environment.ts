/** The environment of a server under test: keys are made below the folder for temporary files and nowhere else. */
import { tmpdir } from "node:os";
import { join } from "node:path";

export const TEST_CONFIG_FOLDER = join(tmpdir(), "soundings-test-config");

export const testEnvironment = { XDG_CONFIG_HOME: TEST_CONFIG_FOLDER };
