/** `npm run licences`: lists the packages that are installed or bundled in production, with their licences. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");

/** Development packages that the built pages contain. */
const BUNDLED = ["react", "react-dom", "survey-react-ui", "survey-core", "d3-scale", "wouter"];

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      optional: z.boolean().optional(),
      peer: z.boolean().optional(),
      dependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const manifestSchema = z.object({ license: z.string() });

/** Where the lock file does not say it, the package itself does. */
function licenceOf(path: string, stated: string | undefined): string {
  if (stated !== undefined) return stated;
  return manifestSchema.parse(JSON.parse(readFileSync(join(root, path, "package.json"), "utf8"))).license;
}

/** The text of THIRD-PARTY-LICENCES.md, from the lock file. */
export function thirdPartyLicences(): string {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const wanted = new Set<string>();
  const follow = (name: string): void => {
    if (wanted.has(name)) return;
    const found = lock.packages[`node_modules/${name}`];
    if (found === undefined) return;
    wanted.add(name);
    for (const dependency of Object.keys(found.dependencies ?? {})) follow(dependency);
  };
  for (const [path, { dev, devOptional }] of Object.entries(lock.packages)) {
    const name = path.split("node_modules/").at(-1) ?? "";
    if (path !== "" && dev !== true && devOptional !== true) follow(name);
  }
  for (const name of BUNDLED) follow(name);
  const rows = [...wanted].sort().map((name) => {
    const path = `node_modules/${name}`;
    const { version = "", license } = lock.packages[path] ?? {};
    return `| ${name} | ${version} | ${licenceOf(path, license)} |`;
  });
  return `${[
    "# Third-party licences",
    "",
    "Packages that a production installation holds or that the built pages contain. Each keeps its licence text in its own folder under `node_modules`. Made by `npm run licences`.",
    "",
    "| package | version | licence |",
    "|---|---|---|",
    ...rows,
    "",
    "The ratings in `test/fixtures` that come from R packages are not part of the product; their licences (GPL-2 or later) lie beside them.",
  ].join("\n")}\n`;
}

if (import.meta.filename === process.argv[1]) {
  writeFileSync(join(root, "THIRD-PARTY-LICENCES.md"), thirdPartyLicences());
}
