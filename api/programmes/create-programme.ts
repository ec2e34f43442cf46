/** Begins a programme: the frame that waves belong to. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { requireEverywhere, type StaffMember } from "../permissions.ts";
import { newId } from "../short-id.ts";
import { everyProgramme, insertProgramme, type Programme } from "./store.ts";

/** @throws DomainError "not-allowed"; "changed-meanwhile" if a programme of this name exists. */
export async function createProgramme(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { name }: { readonly name: string },
): Promise<Programme> {
  requireEverywhere(staff, "coordinator");
  return context.people.write(async (tx) => {
    const trimmed = name.trim();
    if (
      (await everyProgramme(tx)).some((programme) => programme.name.toLowerCase() === trimmed.toLowerCase())
    ) {
      throw new DomainError(
        "changed-meanwhile",
        "There is a programme of this name already. Choose another name.",
      );
    }
    const programme = { id: newId(), name: trimmed };
    await insertProgramme(tx, programme, context.clock());
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "programme-created",
      details: { programme: programme.id },
    });
    return programme;
  });
}
