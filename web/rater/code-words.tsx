/** The words of a resume code, numbered, as they are to be noted. */
import type { ReactElement } from "react";

export function CodeWords({ words }: { readonly words: readonly string[] }): ReactElement {
  return (
    <ol translate="no">
      {words.map((word, place) => (
        <li key={place}>{word}</li>
      ))}
    </ol>
  );
}
