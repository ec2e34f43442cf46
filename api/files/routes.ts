/** HTTP of files: released tables, comparisons and reports to take away. */
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { comparedWaves, comparisonQuery } from "../comparisons/comparison-query.ts";
import type { StaffContext } from "../context.ts";
import { idSchema } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { FILE_FORMATS, type WrittenFile } from "./file-format.ts";
import { writeComparisonFile } from "./write-comparison-file.ts";
import { writeReportFile } from "./write-report-file.ts";
import { writeTablesFile } from "./write-tables-file.ts";

const formatSchema = z.enum(FILE_FORMATS);
const file = { 200: { description: "The file, as an attachment" } } as const;

const tablesRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/files/{format}",
  request: {
    params: z.object({ wave: idSchema, format: formatSchema }),
    query: z.object({ release: z.coerce.number().int().min(1).max(10_000).optional() }),
  },
  responses: file,
});

const comparisonRoute = createRoute({
  method: "get",
  path: "/api/comparisons/files/{format}",
  request: {
    params: z.object({ format: formatSchema }),
    query: comparisonQuery,
  },
  responses: file,
});

const reportRoute = createRoute({
  method: "get",
  path: "/api/waves/{wave}/reports/{subject}/files/{format}",
  request: {
    // One report is no table to count with: the formats of statistics programs are left out.
    params: z.object({ wave: idSchema, subject: idSchema, format: z.enum(["csv", "xlsx"]) }),
  },
  responses: file,
});

/** Never kept by a browser or a proxy: who may read it may change. */
function attachment(c: Context, { name, mediaType, bytes }: WrittenFile): Response {
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  c.header("Content-Type", mediaType);
  c.header("Cache-Control", "no-store");
  return c.body(new Uint8Array(bytes));
}

export function fileRoutes(context: StaffContext) {
  return createRouter()
    .openapi(tablesRoute, async (c) => {
      const request = { ...c.req.valid("param"), ...c.req.valid("query") };
      return attachment(c, await writeTablesFile(context, c.var.staff, request));
    })
    .openapi(comparisonRoute, async (c) => {
      const request = { ...c.req.valid("param"), ...comparedWaves(c.req.valid("query")) };
      return attachment(c, await writeComparisonFile(context, c.var.staff, request));
    })
    .openapi(reportRoute, async (c) =>
      attachment(c, await writeReportFile(context, c.var.staff, c.req.valid("param"))),
    );
}
