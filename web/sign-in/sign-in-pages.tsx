/** Which sign-in page an address asks for; a link's secret is in the fragment, which no server sees. */
import { useSyncExternalStore } from "react";
import { Route, Switch } from "wouter";
import { AskLinkScreen } from "./ask-link-screen.tsx";
import { FirstCoordinatorScreen } from "./first-coordinator-screen.tsx";
import { RedeemScreen } from "./redeem-screen.tsx";
import { SignedOutScreen } from "./signed-out-screen.tsx";

function onFragmentChange(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

function useFragment(): string {
  return useSyncExternalStore(onFragmentChange, () => window.location.hash.slice(1));
}

/** What stands before the secret of the first coordinator's link. */
const FIRST = "first.";

function ByLink({ token }: { readonly token: string }) {
  if (token === "") return <AskLinkScreen />;
  if (token.startsWith(FIRST)) return <FirstCoordinatorScreen token={token} />;
  return <RedeemScreen key={token} token={token} />;
}

export function SignInPages() {
  const token = useFragment();
  return (
    <main className="lone">
      <Switch>
        <Route path="/sign-in/signed-out">
          <SignedOutScreen />
        </Route>
        <Route>
          <ByLink token={token} />
        </Route>
      </Switch>
    </main>
  );
}
