/** The API as the staff screens call it, by feature; only its type crosses from there. */
import { hc } from "hono/client";
import type { AppType } from "../../api/app.ts";

/** The server takes changes as JSON only; requests without a body say so too. */
const { api } = hc<AppType>("/", { headers: { "content-type": "application/json" } });

export const accountApi = api;
export const signInApi = api["sign-in"];
export const auditApi = api.audit;
export const definitionsApi = api.definitions;
export const outboxApi = api.outbox;
export const peopleApi = api.people;
export const programmesApi = api.programmes;
export const reportsApi = api;
export const wavesApi = api.waves;
