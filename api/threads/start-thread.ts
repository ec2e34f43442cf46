/** Starts a thread beside the server, from the sources or from a build. */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * @param source the thread's file, as a URL that ends in ".ts"; a build has it under its name beside the server
 * @param options memory limits, and what the thread is given
 */
export function startThread(source: URL, options: WorkerOptions): Worker {
  if (!import.meta.url.endsWith(".ts")) {
    const name = source.pathname.split("/").at(-1)?.replace(/\.ts$/, ".js") ?? "";
    return new Worker(new URL(`./${name}`, import.meta.url), options);
  }
  // From the sources a thread needs what reads TypeScript.
  const reader = createRequire(import.meta.url).resolve("tsx/package.json");
  const start = `import(${JSON.stringify(new URL("dist/esm/api/index.mjs", pathToFileURL(reader)).href)})
    .then(({ register }) => {
      register();
      return import(${JSON.stringify(source.href)});
    });`;
  return new Worker(start, { ...options, eval: true, execArgv: [] });
}
