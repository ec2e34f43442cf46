/** The shape in which roles' programmes leave the server. */
import { z } from "@hono/zod-openapi";

const programmes = z.array(z.string()).readonly().exactOptional();

/** By role; a role that is not named is held in all programmes. */
export const limitsSchema = z.object({ coordinator: programmes, coach: programmes, evaluator: programmes });
