/** Every route of the product over in-memory requests, with real stores and small pages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createApp } from "../../api/app.ts";
import { openBuiltPages } from "../../api/http/static-files.ts";
import { openSealedWaves } from "../../api/keys/sealed-waves.ts";
import type { Role } from "../../api/permissions.ts";
import { beginSession } from "../../api/sign-in/session.ts";
import { openStaffWorld, type StaffWorld } from "./staff-world.ts";

export interface WholeApp {
  readonly world: StaffWorld;
  readonly app: ReturnType<typeof createApp>;
  /** What was logged of faults nobody foresaw. */
  readonly log: string[];
  /** A request as our own page makes it, unless told otherwise. */
  request(path: string, options?: AppRequest): Promise<Response>;
  /** The cookie of a session of this person. */
  cookieOf(ref: string): Promise<string>;
}

interface AppRequest {
  readonly method?: string;
  readonly body?: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PAGE = "<!doctype html><html><head><title>page</title></head><body></body></html>";

export async function openWholeApp(given?: StaffWorld): Promise<WholeApp> {
  const world = given ?? (await openStaffWorld());
  const { context } = world;
  const folder = join(context.config.dataFolder, "pages");
  mkdirSync(join(folder, "assets"), { recursive: true });
  for (const name of ["rater.html", "staff.html"]) writeFileSync(join(folder, name), PAGE);
  const log: string[] = [];
  const app = createApp({
    context,
    waves: openSealedWaves(context),
    pages: openBuiltPages(folder),
    log: (line) => log.push(line),
  });
  return {
    world,
    app,
    log,
    request: async (path, { method = "GET", body, cookie, headers = {} } = {}) =>
      app.request(path, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: {
          ...(method === "GET"
            ? {}
            : { "content-type": "application/json", "sec-fetch-site": "same-origin" }),
          ...(cookie === undefined ? {} : { cookie }),
          ...headers,
        },
      }),
    cookieOf: async (ref) => {
      const { personId } = await world.staff(ref);
      const token = await context.people.write((tx) =>
        beginSession(tx, { personId, previousToken: undefined }, context.clock()),
      );
      return `soundings=${token}`;
    },
  };
}

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly hasBody: boolean;
}

/** Every route that declares its shape, with its parameters filled in by values that exist nowhere. */
export function declaredRoutes(app: WholeApp["app"]): DeclaredRoute[] {
  return app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route"
      ? [
          {
            method: definition.route.method.toUpperCase(),
            path: definition.route.path.replaceAll(/\{\w+\}/g, "unknown-id"),
            hasBody: definition.route.request?.body !== undefined,
          },
        ]
      : [],
  );
}

/** Roles for a test's loops. */
export const STAFF_ROLES: readonly Role[] = ["coordinator", "coach", "evaluator"];
