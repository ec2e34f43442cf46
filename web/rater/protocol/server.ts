/** The rater's side of the wire: JSON without cookies, referrer or cache, and "offline" as an answer like others. */

/** What came back; status 0 when nothing did. */
export interface ServerAnswer {
  readonly status: number;
  readonly text: string;
}

/** Something that answers requests: the network in the page, a server on a port in tests. */
export interface Server {
  get(path: string): Promise<ServerAnswer>;
  send(method: "POST" | "PUT", path: string, body: string): Promise<ServerAnswer>;
}

/** A refusal as the server words it. */
export interface Refusal {
  readonly code: string;
  /** A sentence for the rater: what happened, what to do. */
  readonly detail: string;
  readonly problems: readonly { readonly path: string; readonly sentence: string }[];
}

/** Browsers let so many bytes leave after their page has gone, all requests together. */
const MOST_KEPT_ALIVE = 60_000;

const OFFLINE: ServerAnswer = { status: 0, text: "" };

/** Talks to the origin the page came from ("" in the page). */
export function networkServer(origin: string): Server {
  const ask = async (path: string, init: RequestInit): Promise<ServerAnswer> => {
    try {
      const response = await fetch(origin + path, {
        ...init,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        redirect: "error",
        signal: AbortSignal.timeout(30_000),
      });
      return { status: response.status, text: await response.text() };
    } catch {
      return OFFLINE;
    }
  };
  return {
    get: (path) => ask(path, {}),
    send: (method, path, body) =>
      ask(path, {
        method,
        body,
        cache: "no-store",
        keepalive: body.length < MOST_KEPT_ALIVE,
        headers: { "content-type": "application/json" },
      }),
  };
}

/** True when the same request may well succeed later: nothing arrived, too many at once, or a fault of the server. */
export function isWorthRetrying(answer: ServerAnswer): boolean {
  return answer.status === 0 || answer.status === 429 || answer.status >= 500;
}

/** Guarantee: any object may be read by string keys, and what is found is unknown. */
function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The fields of a JSON answer; none if it is not a JSON object. */
export function fieldsOf(answer: ServerAnswer): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(answer.text));
  } catch {
    return {};
  }
}

/** Reads a problem+json answer. */
export function refusalOf(answer: ServerAnswer): Refusal {
  const { code, detail, problems } = fieldsOf(answer);
  const list = Array.isArray(problems) ? problems.map(record) : [];
  return {
    code: typeof code === "string" ? code : "unexpected",
    detail: typeof detail === "string" ? detail : "The server gave an answer this page does not understand.",
    problems: list.map(({ path, sentence }) => ({ path: String(path), sentence: String(sentence) })),
  };
}
