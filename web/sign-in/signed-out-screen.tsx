/** After signing out. */
import { Screen } from "../ui/screen.tsx";
import { SIGN_IN_TEXTS } from "../ui/texts/sign-in.ts";

export function SignedOutScreen() {
  return (
    <Screen title={SIGN_IN_TEXTS.signedOutTitle}>
      <p>{SIGN_IN_TEXTS.signedOutDetail}</p>
      <p>
        <a className="button button-primary" href="/sign-in">
          {SIGN_IN_TEXTS.signInAgain}
        </a>
      </p>
    </Screen>
  );
}
