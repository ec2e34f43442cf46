/** What is shown when the survey engine cannot be loaded: a sentence and a way to try again. */
import { Component, type ReactElement, type ReactNode } from "react";
import { APP_TEXTS } from "./texts/app-en.ts";

interface Props {
  readonly children: ReactNode;
}

export class LoadBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <LoadFailed /> : this.props.children;
  }
}

function LoadFailed(): ReactElement {
  return (
    <div className="screen">
      <p className="notice notice-wrong" role="alert">
        {APP_TEXTS.form.loadFailed}
      </p>
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {APP_TEXTS.form.loadAgain}
      </button>
    </div>
  );
}
