/** A short list that is stored as a whole: saved, taken back once, and never written over what somebody else saved. */
import { useCallback, useState } from "react";
import { Refusal, type RefusalReason } from "../ui/ask.ts";
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";
import { useAction } from "../ui/use-action.ts";

interface ListOnServer<Row> {
  readonly read: () => Promise<readonly Row[]>;
  /** The list replaces what is stored. */
  readonly write: (rows: readonly Row[]) => Promise<unknown>;
}

interface SavedList<Row> {
  /** As they are stored. */
  readonly rows: readonly Row[];
  readonly busy: boolean;
  readonly refused: RefusalReason | undefined;
  /** What was saved last, in words. */
  readonly last: { readonly said: string } | undefined;
  readonly save: (rows: readonly Row[], said: string) => void;
  /** Stores what was there before the last saving; undefined if there is nothing to take back. */
  readonly undo: (() => void) | undefined;
}

interface Last<Row> {
  readonly said: string;
  readonly before?: readonly Row[];
}

/**
 * @param loaded the rows as they were read
 * @param server both functions stay the same from one rendering to the next
 */
export function useSavedList<Row>(
  loaded: readonly Row[],
  { read, write }: ListOnServer<Row>,
): SavedList<Row> {
  const [rows, setRows] = useState(loaded);
  const [last, setLast] = useState<Last<Row>>();
  const { busy, refused, run } = useAction(
    useCallback(
      async (wanted: readonly Row[], next: Last<Row>) => {
        if (JSON.stringify(await read()) !== JSON.stringify(rows)) {
          throw new Refusal({
            code: "changed-meanwhile",
            ...STATED_TEXTS.savedList.changedMeanwhile,
            problems: [],
          });
        }
        await write(wanted);
        setRows(await read());
        setLast(next);
      },
      [rows, read, write],
    ),
  );
  const before = last?.before;
  return {
    rows,
    busy,
    refused,
    last,
    save: (wanted, said) => run(wanted, { said, before: rows }),
    undo: before === undefined ? undefined : () => run(before, { said: STATED_TEXTS.savedList.undone }),
  };
}
