/** HTTP of the server's health, for whoever watches it; open to everybody, so it tells nothing but that. */
import { createRouter } from "../http/router.ts";
import { type HealthParts, healthCheck } from "./check-health.ts";

export function healthRoutes(parts: HealthParts) {
  const check = healthCheck(parts);
  const router = createRouter();
  router.get("/health", async (c) => {
    const health = await check();
    c.header("cache-control", "no-store");
    return c.json(health, health.ok ? 200 : 503);
  });
  return router;
}
