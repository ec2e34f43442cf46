/** Redeeming a sign-in link: by a button, because mail scanners open links too. */
import { useCallback } from "react";
import { signInApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen } from "../ui/screen.tsx";
import { SIGN_IN_TEXTS } from "../ui/texts/sign-in.ts";
import { useAction } from "../ui/use-action.ts";
import { enterStaffScreens } from "./enter-staff-screens.ts";

export function RedeemScreen({ token }: { readonly token: string }) {
  const redeem = useAction(
    useCallback(async () => {
      await answerOf(signInApi.redeem.$post({ json: { token } }));
      enterStaffScreens();
    }, [token]),
  );
  return (
    <Screen title={SIGN_IN_TEXTS.redeemTitle}>
      {redeem.refused === undefined ? (
        <>
          <p>{SIGN_IN_TEXTS.redeemDetail}</p>
          <p>
            <BusyButton busy={redeem.busy} busyText={SIGN_IN_TEXTS.redeeming} onPress={redeem.run}>
              {SIGN_IN_TEXTS.redeem}
            </BusyButton>
          </p>
        </>
      ) : (
        <>
          <RefusalNotice reason={redeem.refused} />
          <p>
            <a className="button button-primary" href="/sign-in">
              {SIGN_IN_TEXTS.expired}
            </a>
          </p>
        </>
      )}
    </Screen>
  );
}
