/** What a rater's desk is made of: one invitation, and what the server and the link said of it. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { Manifest } from "../../surveys/manifest.ts";
import type { Invitation } from "./open-invitation.ts";
import type { Server } from "./protocol/server.ts";

export interface DeskParts {
  readonly server: Server;
  readonly invitation: Invitation;
  readonly manifest: Manifest;
  readonly definition: SurveyDefinition;
  readonly fingerprint: readonly string[];
  /** True: the rater said that others use this computer, so that nothing is written to it. */
  readonly shared: boolean;
}
