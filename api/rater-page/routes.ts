/** GET /r/:wave, the page a rater's link leads to, and what stands where no page is. They change nothing, set no cookie and are not logged. */
import type { Context } from "hono";
import type { StaffContext } from "../context.ts";
import { createRouter } from "../http/router.ts";
import { fillTemplate, type TemplateValues } from "./fill-template.ts";
import { documentTitle, endScreen, promiseScreen } from "./promise-screen.ts";
import { readRaterPage } from "./read-rater-page.ts";
import { RATER_PAGE_TEXTS as TEXTS } from "./texts-en.ts";

export interface RaterPageContext extends Pick<StaffContext, "people" | "answers" | "config"> {
  /** The built rater.html; read again by every call where pages are rebuilt while the server runs. */
  readonly raterTemplate: () => Promise<string>;
}

const NOWHERE = { language: "en-GB", wave: "", closes: "" } as const;

async function send(c: Context, template: string, values: TemplateValues, status: 200 | 404 | 410) {
  c.header("cache-control", "no-store");
  return c.html(fillTemplate(template, values), status);
}

export function raterPageRoutes(context: RaterPageContext) {
  return createRouter().get("/r/:wave", async (c) => {
    const page = await readRaterPage(context, c.req.param("wave").slice(0, 40));
    const template = await context.raterTemplate();
    if (page.state === "unknown") {
      const screen = String(await endScreen(TEXTS.unknownTitle, TEXTS.unknown));
      return send(c, template, { ...NOWHERE, title: TEXTS.unknownTitle, screen }, 404);
    }
    if (page.state === "closed") {
      const screen = String(await endScreen(TEXTS.closedTitle, TEXTS.closed));
      return send(c, template, { ...NOWHERE, title: TEXTS.closedTitle, screen }, 410);
    }
    const values = {
      language: page.language === "en" ? "en-GB" : page.language,
      title: documentTitle(page),
      wave: page.wave,
      closes: page.closesAt?.toISOString() ?? "",
      screen: String(await promiseScreen(page)),
    };
    return send(c, template, values, 200);
  });
}

/** Comes after every other route: people who went astray read words, programs get the usual problem. */
export function lostPageRoutes({ raterTemplate }: Pick<RaterPageContext, "raterTemplate">) {
  return createRouter().get("*", async (c, next) => {
    const ofPrograms = c.req.path.startsWith("/api/") || c.req.path.startsWith("/assets/");
    if (ofPrograms || !(c.req.header("accept") ?? "").includes("text/html")) return next();
    const screen = String(await endScreen(TEXTS.lostTitle, TEXTS.lost));
    return send(c, await raterTemplate(), { ...NOWHERE, title: TEXTS.lostTitle, screen }, 404);
  });
}
