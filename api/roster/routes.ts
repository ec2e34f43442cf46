/** HTTP of the list of people: search, import, roles. */
import { createRoute, z } from "@hono/zod-openapi";
import type { StaffContext } from "../context.ts";
import { limitsSchema } from "../http/limits-schema.ts";
import {
  idSchema,
  jsonAnswer,
  jsonBody,
  LIST_BYTES,
  pageQuery,
  problemsSchema,
} from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { holdsEverywhere, ROLES, requireRole } from "../permissions.ts";
import { changeRole } from "./change-role.ts";
import { importPeople } from "./import-people.ts";
import { personPage } from "./store.ts";

const roleSchema = z.enum(ROLES);

const heldSchema = z.object({
  roles: z.array(roleSchema).readonly(),
  /** Programmes of the roles that are not held in all. */
  limits: limitsSchema,
});

const personSchema = z
  .object({
    id: z.string(),
    ref: z.string(),
    name: z.string(),
    mail: z.string().nullable(),
    unit: z.string(),
    site: z.string(),
    grade: z.string(),
    lineManagerRef: z.string().nullable(),
  })
  .extend(heldSchema.shape);

const listPeopleRoute = createRoute({
  method: "get",
  path: "/api/people",
  request: { query: pageQuery.extend({ search: z.string().max(100).default("") }).strict() },
  responses: {
    200: jsonAnswer(
      z.object({ people: z.array(personSchema), total: z.number(), givesRoles: z.boolean() }),
      "People, by name",
    ),
  },
});

const importPeopleRoute = createRoute({
  method: "post",
  path: "/api/people/import",
  request: {
    body: jsonBody(z.object({ csv: z.string().max(4_000_000), apply: z.boolean() }).strict(), LIST_BYTES),
  },
  responses: {
    200: jsonAnswer(
      z.object({
        applied: z.boolean(),
        unchanged: z.number(),
        newLinks: z.number(),
        changes: z
          .array(
            z.object({
              ref: z.string(),
              name: z.string(),
              change: z.enum(["new", "changed"]),
              fields: z
                .array(z.enum(["name", "mail", "unit", "site", "grade", "lineManagerRef", "languages"]))
                .readonly(),
            }),
          )
          .readonly(),
        problems: problemsSchema,
      }),
      "What changes, or would change",
    ),
  },
});

const changeRoleRoute = createRoute({
  method: "post",
  path: "/api/people/{person}/roles",
  request: {
    params: z.object({ person: idSchema }),
    body: jsonBody(
      z
        .object({ role: roleSchema, has: z.boolean(), programmes: z.array(idSchema).max(500).optional() })
        .strict(),
    ),
  },
  responses: { 200: jsonAnswer(heldSchema, "The roles now") },
});

export function rosterRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listPeopleRoute, async (c) => {
      requireRole(c.var.staff, "coordinator");
      const givesRoles = holdsEverywhere(c.var.staff, "coordinator");
      const query = { ...c.req.valid("query"), programmes: c.var.staff.limits?.coordinator };
      const { people, total } = await context.people.read((db) => personPage(db, query));
      return c.json({ people: people.map((person) => personSchema.parse(person)), total, givesRoles }, 200);
    })
    .openapi(importPeopleRoute, async (c) =>
      c.json(await importPeople(context, c.var.staff, c.req.valid("json")), 200),
    )
    .openapi(changeRoleRoute, async (c) => {
      const { person: personId } = c.req.valid("param");
      return c.json(await changeRole(context, c.var.staff, { personId, ...c.req.valid("json") }), 200);
    });
}
