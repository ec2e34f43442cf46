/** The whole of HTTP: every feature's routes, in one tree, behind the same guards. */
import type { Context } from "hono";
import { compress } from "hono/compress";
import { auditRoutes } from "./audit/routes.ts";
import { comparisonRoutes } from "./comparisons/routes.ts";
import type { StaffContext } from "./context.ts";
import { definitionRoutes } from "./definitions/routes.ts";
import { demoRoutes } from "./demo/routes.ts";
import { DomainError } from "./errors.ts";
import { fileRoutes } from "./files/routes.ts";
import { headcountRoutes } from "./headcounts/routes.ts";
import { healthRoutes } from "./health/routes.ts";
import { atProgramme } from "./http/at-programme.ts";
import { authenticate } from "./http/authenticate.ts";
import { clientAddressOf, trustedProxies } from "./http/client-address.ts";
import { errorHandler, problemResponse, type UnexpectedErrorLog } from "./http/error-response.ts";
import { noteRefusedRights } from "./http/note-refused-rights.ts";
import { createRouter } from "./http/router.ts";
import { sameOriginJson } from "./http/same-origin.ts";
import { securityHeaders } from "./http/security-headers.ts";
import type { BuiltPages } from "./http/static-files.ts";
import { identifiedAnswerRoutes } from "./identified-answers/routes.ts";
import { invitationRoutes } from "./invitations/routes.ts";
import type { SealedWaves } from "./keys/sealed-waves.ts";
import { letterRoutes } from "./letters/routes.ts";
import { mentoringBoardRoutes } from "./mentoring/board/routes.ts";
import { mentoringFigureRoutes } from "./mentoring/figures/routes.ts";
import { mentoringPersonalRoutes } from "./mentoring/personal/routes.ts";
import { mentoringPairRoutes } from "./mentoring/relationships/routes.ts";
import { mentoringRoundRoutes } from "./mentoring/rounds/routes.ts";
import { demoOutboxRoutes, outboxRoutes } from "./outbox/routes.ts";
import { programmeRoutes } from "./programmes/routes.ts";
import { lostPageRoutes, raterPageRoutes } from "./rater-page/routes.ts";
import { releaseRoutes } from "./releases/routes.ts";
import { responseRoutes } from "./responses/routes.ts";
import { rosterRoutes } from "./roster/routes.ts";
import { scorecardRoutes } from "./scorecard/routes.ts";
import { signInRoutes } from "./sign-in/routes.ts";
import { staffReleaseRoutes } from "./staff-releases/routes.ts";
import { ticketRoutes } from "./tickets/routes.ts";
import { ledgerRoutes } from "./wave-ledger/routes.ts";
import { waveRoutes } from "./waves/routes.ts";

export interface AppParts {
  readonly context: StaffContext;
  readonly waves: SealedWaves;
  readonly pages: BuiltPages;
  readonly log: UnexpectedErrorLog;
}

/** The same for everybody and free of secrets, so that compressing tells nothing; a manifest can be long. */
const PUBLIC_TEXTS = ["/r/:wave", "/api/waves/:wave/manifest", "/api/waves/:wave/form"] as const;

/** What only somebody signed in reaches. */
const STAFF_PATHS = [
  "/api/people/*",
  "/api/people",
  "/api/programmes/*",
  "/api/programmes",
  "/api/definitions/*",
  "/api/definitions",
  "/api/waves/:wave",
  "/api/waves/:wave/line-up",
  "/api/waves/:wave/ledger",
  "/api/waves/:wave/open",
  "/api/waves/:wave/remind",
  "/api/waves/:wave/reissue",
  "/api/waves/:wave/invited",
  "/api/waves/:wave/new-link",
  "/api/waves/:wave/close",
  "/api/waves/:wave/release",
  "/api/waves/:wave/reports/*",
  "/api/waves/:wave/tables",
  "/api/waves/:wave/files/*",
  "/api/comparisons/*",
  "/api/evaluator/*",
  "/api/waves/:wave/letters",
  "/api/waves/:wave/events",
  "/api/waves/:wave/headcounts",
  "/api/waves/:wave/forecast",
  "/api/waves/:wave/explanation",
  "/api/waves/:wave/headcounts/*",
  "/api/comparisons",
  "/api/coach/*",
  "/api/mentoring/rounds",
  "/api/mentoring/rounds/*",
  "/api/mentoring/relationships/*",
  "/api/outbox",
  "/api/outbox/*",
  "/api/audit",
] as const;

function guarded({ context, log }: AppParts) {
  const clientAddress = clientAddressOf(trustedProxies(context.config.proxies));
  const router = createRouter();
  router.onError(errorHandler(log));
  router.notFound((c) =>
    problemResponse(
      c,
      new DomainError("not-found", "There is nothing at this address. Check it, or go back."),
    ),
  );
  router.use(
    "*",
    securityHeaders(() => context.baseUrl().startsWith("https:")),
  );
  router.use("/api/*", async (c, next) => {
    c.set("client", clientAddress(c));
    await next();
  });
  router.use("/api/*", sameOriginJson(context.baseUrl));
  for (const path of PUBLIC_TEXTS) router.use(path, compress());
  const noteRefused = noteRefusedRights(context);
  const atOwn = atProgramme(context);
  for (const path of STAFF_PATHS) router.use(path, authenticate(context), noteRefused, atOwn);
  return router;
}

/** Every route whose shape the screens know. */
function featureRoutes(parts: AppParts) {
  const { context, waves } = parts;
  const { answers, clock, keys, people } = context;
  const ticketKey = async (wave: string) => {
    const open = await waves.open(wave);
    return open === undefined || open === "closed" ? undefined : open.ticketKey;
  };
  return guarded(parts)
    .route("/", invitationRoutes(context))
    .route("/", ticketRoutes({ people, keys, clock, ticketKey }))
    .route("/", responseRoutes({ answers, waves }))
    .route("/", identifiedAnswerRoutes(context))
    .route("/", signInRoutes(context))
    .route("/", programmeRoutes(context))
    .route("/", rosterRoutes(context))
    .route("/", definitionRoutes(context))
    .route("/", waveRoutes(context))
    .route("/", ledgerRoutes(context))
    .route("/", releaseRoutes(context))
    .route("/", staffReleaseRoutes(context))
    .route("/", comparisonRoutes(context))
    .route("/", fileRoutes(context))
    .route("/", scorecardRoutes(context))
    .route("/", headcountRoutes(context))
    .route("/", letterRoutes(context))
    .route("/", mentoringRoundRoutes(context))
    .route("/", mentoringBoardRoutes(context))
    .route("/", mentoringPairRoutes(context))
    .route("/", mentoringFigureRoutes(context))
    .route("/", mentoringPersonalRoutes(context))
    .route("/", outboxRoutes(context))
    .route("/", auditRoutes(context));
}

/** The screens know the API by this type and by nothing else. */
export type AppType = ReturnType<typeof featureRoutes>;

export function createApp(parts: AppParts) {
  const { context, pages } = parts;
  const app = featureRoutes(parts);
  const staffPage = (c: Context) => pages.respond(c, "/staff.html");
  const raterTemplate = async () => pages.text("/rater.html");
  app.route("/", raterPageRoutes({ ...context, raterTemplate }));
  if (context.config.demo) app.route("/", demoOutboxRoutes(context)).route("/", demoRoutes(context));
  app.get("/assets/*", (c) => pages.respond(c, c.req.path));
  for (const path of ["/", "/sign-in", "/sign-in/*", "/staff", "/staff/*", "/demo/*"])
    app.get(path, staffPage);
  app.get("/m/:round", (c) => pages.respond(c, "/mentoring.html"));
  app.route("/", healthRoutes({ ...context, elapsed: () => performance.now() }));
  app.route("/", lostPageRoutes({ raterTemplate }));
  return app;
}
