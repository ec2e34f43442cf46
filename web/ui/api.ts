/** The API as the staff screens call it, by feature; only its type crosses from there. */
import { hc } from "hono/client";
import type { AppType } from "../../api/app.ts";

/** The server takes changes as JSON only: one that needs no input sends an empty object. */
function fetchJson(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const isChange = init.method !== undefined && init.method !== "GET";
  return fetch(input, isChange && init.body === undefined ? { ...init, body: "{}" } : init);
}

const { api } = hc<AppType>("/", { headers: { "content-type": "application/json" }, fetch: fetchJson });

export const accountApi = api;
export const signInApi = api["sign-in"];
export const auditApi = api.audit;
export const comparisonsApi = api.comparisons;
export const definitionsApi = api.definitions;
export const evaluatorApi = api.evaluator;
export const eventsApi = api.waves[":wave"].events;
export const explanationApi = api.waves[":wave"].explanation;
export const forecastApi = api.waves[":wave"].forecast;
export const headcountsApi = api.waves[":wave"].headcounts;
export const lettersApi = api.waves[":wave"].letters;
export const mentoringApi = api.mentoring;
export const outboxApi = api.outbox;
export const peopleApi = api.people;
export const programmesApi = api.programmes;
export const reportsApi = api;
export const wavesApi = api.waves;
