/** Above a list: words to look for, and which rows are shown; both take effect at once. */
import { useState } from "react";
import { SelectField } from "../../ui/select-field.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";

interface ListFiltersProps<Show extends string> {
  readonly id: string;
  readonly labels: { readonly find: string; readonly show: string };
  /** What stands in the address now. */
  readonly find: string;
  readonly show: Show;
  readonly shows: readonly Show[];
  readonly words: Readonly<Record<Show, string>>;
  readonly change: (changes: { readonly find?: string; readonly show?: Show }) => void;
}

export function ListFilters<Show extends string>(props: ListFiltersProps<Show>) {
  const { labels, show, shows, words, change } = props;
  const [typed, setTyped] = useState(props.find);
  return (
    <search className="board-filters">
      <form onSubmit={submitting(() => change({ find: typed.trim() }))}>
        <TextField
          label={labels.find}
          type="search"
          value={typed}
          maxLength={100}
          onChange={(find) => {
            setTyped(find);
            change({ find });
          }}
        />
      </form>
      <SelectField
        id={props.id}
        label={labels.show}
        value={show}
        options={shows.map((value) => ({ value, label: words[value] }))}
        onChange={(value) => change({ show: shows.find((one) => one === value) ?? show })}
      />
    </search>
  );
}
