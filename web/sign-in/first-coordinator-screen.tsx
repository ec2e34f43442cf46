/** The first start: the first coordinator says who they are. */
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
import { enterStaffScreens } from "./enter-staff-screens.ts";

export function FirstCoordinatorScreen({ token }: { readonly token: string }) {
  const [name, setName] = useState("");
  const [mail, setMail] = useState("");
  const [ref, setRef] = useState("");
  const begin = useAction(
    useCallback(async () => {
      await answerOf(
        signInApi.first.$post({
          json: {
            token,
            name: name.trim(),
            mail: mail.trim(),
            ...(ref.trim() === "" ? {} : { ref: ref.trim() }),
          },
        }),
      );
      enterStaffScreens();
    }, [token, name, mail, ref]),
  );
  return (
    <Screen title={SIGN_IN_TEXTS.firstTitle}>
      <p>{SIGN_IN_TEXTS.firstDetail}</p>
      <RefusalNotice reason={begin.refused} />
      <form className="form" onSubmit={submitting(begin.run)}>
        <TextField
          label={SIGN_IN_TEXTS.firstName}
          value={name}
          onChange={setName}
          autoComplete="name"
          required
        />
        <TextField
          label={SIGN_IN_TEXTS.mail}
          type="email"
          value={mail}
          onChange={setMail}
          autoComplete="email"
          required
        />
        <TextField
          label={SIGN_IN_TEXTS.firstRef}
          value={ref}
          onChange={setRef}
          hint={SIGN_IN_TEXTS.firstRefHint}
        />
        <BusyButton busy={begin.busy} busyText={SIGN_IN_TEXTS.firstBusy}>
          {SIGN_IN_TEXTS.first}
        </BusyButton>
      </form>
    </Screen>
  );
}
