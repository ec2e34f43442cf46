/** Who sees what of one side, in plain sentences. */
import type { Side } from "./mine-address.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

/** @param props.both whether the reader has both sides, so that the heading names one */
export function WhoSeesWhat({ side, both }: { readonly side: Side; readonly both: boolean }) {
  return (
    <details className="mine-details">
      <summary>
        {MINE_TEXTS.privacyTitle}
        {both && `: ${MINE_TEXTS.standing.title[side].toLowerCase()}`}
      </summary>
      <ul>
        {MINE_TEXTS.sees[side].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
