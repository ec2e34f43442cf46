/** Asking for a sign-in link by mail. The answer is the same for every address. */
import { useCallback, useState } from "react";
import { signInApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { SIGN_IN_TEXTS } from "../ui/texts/sign-in.ts";
import { useAction } from "../ui/use-action.ts";

export function AskLinkScreen() {
  const [mail, setMail] = useState("");
  const [asked, setAsked] = useState(false);
  const ask = useAction(
    useCallback(async () => {
      await answerOf(signInApi.request.$post({ json: { mail: mail.trim() } }));
      setAsked(true);
    }, [mail]),
  );
  if (asked) {
    return (
      <Screen key="asked" title={SIGN_IN_TEXTS.asked}>
        <p>{SIGN_IN_TEXTS.askedDetail}</p>
        <p className="hint">{SIGN_IN_TEXTS.askedNothing}</p>
        <p>
          <button type="button" className="button" onClick={() => setAsked(false)}>
            {SIGN_IN_TEXTS.askAgain}
          </button>
        </p>
      </Screen>
    );
  }
  return (
    <Screen key="ask" title={SIGN_IN_TEXTS.title}>
      <p>{SIGN_IN_TEXTS.intro}</p>
      <RefusalNotice reason={ask.refused} />
      <form className="form" onSubmit={submitting(ask.run)}>
        <TextField
          label={SIGN_IN_TEXTS.mail}
          type="email"
          value={mail}
          onChange={setMail}
          autoComplete="email"
          required
        />
        <BusyButton busy={ask.busy} busyText={SIGN_IN_TEXTS.asking}>
          {SIGN_IN_TEXTS.ask}
        </BusyButton>
      </form>
    </Screen>
  );
}
