/** HTTP of reports for coaches: own coachees, and one report. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Report360 } from "../../analysis/report360/report-model.ts";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { requireRole } from "../permissions.ts";
import { readReport } from "./read-report.ts";
import { coacheesOf } from "./store.ts";

/** The report was made by analysis/report360 and passed disclosure there; its shape is Report360's. */
const reportSchema = z.custom<Report360>((value) => typeof value === "object" && value !== null);

const coacheesRoute = createRoute({
  method: "get",
  path: "/api/coach/subjects",
  responses: {
    200: jsonAnswer(
      z.object({
        coachees: z.array(
          z.object({
            wave: z.string(),
            waveTitle: z.string(),
            waveState: z.enum(["draft", "open", "closing", "closed", "releasing", "released"]),
            closesAt: z.string().nullable(),
            releasedAt: z.string().nullable(),
            subject: z.string(),
            name: z.string(),
          }),
        ),
      }),
      "Own coachees, by name",
    ),
  },
});

const reportRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/reports/{subject}",
  request: { params: z.object({ wave: idSchema, subject: idSchema }) },
  responses: {
    200: jsonAnswer(
      z.object({
        subjectName: z.string(),
        coachName: z.string(),
        waveTitle: z.string(),
        closedAt: z.string().nullable(),
        releasedAt: z.string().nullable(),
        fingerprint: z.string(),
        datasetHash: z.string(),
        invalidBoxes: z.number(),
        reissues: z.array(z.object({ group: z.string(), reissues: z.number() })),
        /** In whose hands links were, in sentences. */
        linksTold: z.array(z.string()),
        report: reportSchema,
      }),
      "The released report of an own coachee",
    ),
  },
});

export function releaseRoutes(context: StaffContext) {
  return createRouter()
    .openapi(coacheesRoute, async (c) => {
      requireRole(c.var.staff, "coach");
      const rows = await context.people.read((db) => coacheesOf(db, c.var.staff.personId));
      const coachees = rows.map((row) => ({
        ...row,
        closesAt: row.closesAt?.toISOString() ?? null,
        releasedAt: row.releasedAt?.toISOString() ?? null,
      }));
      return c.json({ coachees }, 200);
    })
    .openapi(reportRoute, async (c) =>
      c.json(await readReport(context, c.var.staff, c.req.valid("param")), 200),
    );
}
