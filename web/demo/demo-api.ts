/** The demo's own part of the API; it is served nowhere else. */
import { hc } from "hono/client";
import type { demoRoutes } from "../../api/demo/routes.ts";
import { answerOf } from "../ui/ask.ts";

const client = hc<ReturnType<typeof demoRoutes>>("/", { headers: { "content-type": "application/json" } });

/** Who can still answer, and which reports can be read. */
export function loadOverview() {
  return answerOf(client.demo["overview.json"].$get());
}

/** Signs this browser in as the invented person who has the role. */
export async function signInAs(role: "coordinator" | "coach" | "evaluator"): Promise<void> {
  await answerOf(client.api.demo["sign-in"].$post({ json: { role } }));
}
