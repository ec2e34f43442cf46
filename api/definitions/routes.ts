/** HTTP of survey definitions for staff: the list, one, and publishing an own one. */
import { createRoute, z } from "@hono/zod-openapi";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { StaffContext } from "../context.ts";
import { idSchema, jsonAnswer, jsonBody, LIST_BYTES } from "../http/route-parts.ts";
import { createRouter } from "../http/router.ts";
import { requireRole } from "../permissions.ts";
import { cutQuestions } from "../waves/check-cuts.ts";
import { defaultPolicy, policySchema } from "../waves/policy-schema.ts";
import { publishDefinition } from "./publish-definition.ts";
import { definitionOfId, listDefinitions } from "./read-definitions.ts";

const summarySchema = z.object({
  id: z.string(),
  survey: z.string(),
  version: z.string(),
  title: z.string(),
  description: z.string(),
  kind: z.enum(["360", "staff-survey", "observation", "form"]),
  identity: z.enum(["anonymous", "identified"]),
  minutes: z.number(),
  items: z.number(),
  groups: z.array(z.object({ code: z.string(), label: z.string(), attributed: z.boolean() })),
  cutQuestions: z.array(z.object({ code: z.string(), label: z.string(), choices: z.number() })),
  personalCode: z.boolean(),
  defaultPolicy: policySchema,
});

/** In a list of surveys there is nobody yet whose name a pipe could hold. */
function withoutPipes(text: string, pipes: readonly string[]): string {
  return pipes.reduce((words, pipe) => words.replaceAll(`{${pipe}}`, "the person"), text);
}

function summaryOf(id: string, definition: SurveyDefinition, today: Date): z.infer<typeof summarySchema> {
  const { soundings, title, survey, items } = definition;
  const language = soundings.languages[0] ?? "en";
  const description = survey["description"];
  return {
    id,
    survey: soundings.id,
    version: soundings.version,
    title: title[language] ?? soundings.id,
    description: typeof description === "string" ? withoutPipes(description, soundings.pipes) : "",
    kind: soundings.kind,
    identity: soundings.identity,
    minutes: soundings.minutes,
    items: items.length,
    groups: soundings.groups.map((group) => ({
      code: group.code,
      label: group.label[language] ?? group.code,
      attributed: group.attributed,
    })),
    cutQuestions: cutQuestions(definition),
    personalCode: soundings.personalCode !== undefined,
    defaultPolicy: defaultPolicy(soundings.kind, today),
  };
}

const listDefinitionsRoute = createRoute({
  method: "get",
  path: "/api/definitions",
  responses: { 200: jsonAnswer(z.object({ definitions: z.array(summarySchema) }), "360 instruments first") },
});

const readDefinitionRoute = createRoute({
  method: "get",
  path: "/api/definitions/{definition}",
  request: { params: z.object({ definition: idSchema }) },
  responses: {
    200: jsonAnswer(z.object({ summary: summarySchema, canonical: z.string() }), "One definition, whole"),
  },
});

const publishRoute = createRoute({
  method: "post",
  path: "/api/definitions",
  request: { body: jsonBody(z.object({ text: z.string().max(1_000_000) }).strict(), LIST_BYTES) },
  responses: { 201: jsonAnswer(z.object({ id: z.string() }), "Published") },
});

export function definitionRoutes(context: StaffContext) {
  return createRouter()
    .openapi(listDefinitionsRoute, async (c) => {
      requireRole(c.var.staff, "coordinator", "evaluator");
      const definitions = await listDefinitions(context);
      return c.json(
        { definitions: definitions.map(({ id, definition }) => summaryOf(id, definition, context.clock())) },
        200,
      );
    })
    .openapi(readDefinitionRoute, async (c) => {
      requireRole(c.var.staff, "coordinator", "evaluator", "coach");
      const { definition: id } = c.req.valid("param");
      const definition = await definitionOfId(context, id);
      return c.json(
        { summary: summaryOf(id, definition, context.clock()), canonical: definition.canonical },
        200,
      );
    })
    .openapi(publishRoute, async (c) => {
      const { id } = await publishDefinition(context, c.var.staff, c.req.valid("json"));
      return c.json({ id }, 201);
    });
}
