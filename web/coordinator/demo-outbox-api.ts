/** The demo's outbox as the API offers it, in the demo only and to everybody. */
import { hc } from "hono/client";
import type { demoOutboxRoutes } from "../../api/outbox/routes.ts";

export const demoOutboxApi = hc<ReturnType<typeof demoOutboxRoutes>>("/").demo["outbox.json"];
