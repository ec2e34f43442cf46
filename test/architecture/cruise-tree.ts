/** Runs dependency-cruiser over a tree and says what it saw. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { DIRECTION_RULES } from "./direction-rules.ts";

export interface TreeFindings {
  readonly modules: number;
  /** "rule: from -> to" */
  readonly violations: readonly string[];
}

/** dependency-cruiser types the output as text or object; with no reporter asked for it is the object. */
function asResult(output: string | ICruiseResult): ICruiseResult {
  if (typeof output === "string") throw new TypeError("dependency-cruiser gave text instead of a result");
  return output;
}

/** @param base folder that holds api, web, surveys, analysis and test. */
export async function cruiseTree(base: string): Promise<TreeFindings> {
  const folders = readdirSync(base, { withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && ["api", "web", "surveys", "analysis", "test"].includes(entry.name),
    )
    .map((entry) => entry.name);
  const { output } = await cruise(
    folders,
    {
      baseDir: base,
      validate: true,
      ruleSet: { forbidden: [...DIRECTION_RULES] },
      doNotFollow: { path: "node_modules" },
      exclude: { path: "^(dist|test/fixtures)/" },
      tsPreCompilationDeps: true,
      combinedDependencies: true,
      enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json", ".css"] },
    },
    {},
    { tsConfig: extractTSConfig(join(import.meta.dirname, "../../tsconfig.json")) },
  );
  const result = asResult(output);
  return {
    modules: result.modules.filter((module) => !module.source.includes("node_modules")).length,
    violations: result.summary.violations.map(
      (violation) => `${violation.rule.name}: ${violation.from} -> ${violation.to}`,
    ),
  };
}
