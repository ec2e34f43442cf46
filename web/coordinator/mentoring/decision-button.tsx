/** One decision about a pair, as a button in its row. */
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { PersonCard } from "./board-api.ts";
import type { BoardDesk } from "./use-board.ts";

const DECIDED = { lock: "lock", unlock: "clear", forbid: "forbid", clear: "clear" } as const;

interface DecisionButtonProps {
  readonly desk: BoardDesk;
  readonly pair: { readonly mentee: PersonCard; readonly mentor: PersonCard };
  /** What it says; unlocking clears. */
  readonly says: keyof typeof DECIDED;
}

export function DecisionButton({ desk: { decide }, pair: { mentee, mentor }, says }: DecisionButtonProps) {
  return (
    <button
      type="button"
      className="button button-small"
      aria-disabled={decide.busy}
      aria-label={BOARD_TEXTS[`${says}Of`](mentee.name, mentor.name)}
      onClick={() => decide.run(DECIDED[says], mentee, mentor)}
    >
      {BOARD_TEXTS[says]}
    </button>
  );
}
