/** A link whose tickets are all given out: what this device still has to send is sent, and the rater is told. */
import { type ReactElement, useEffect, useState } from "react";
import type { LinkFragment } from "../../surveys/link-fragment.ts";
import { isSharedComputer, openDevice } from "./device-storage.ts";
import { forgetSeed } from "./protocol/forget.ts";
import { deviceKeys, openRater, type Rater } from "./protocol/rater.ts";
import { resumeSends, type SendResult } from "./protocol/send.ts";
import { networkServer } from "./protocol/server.ts";
import { loadManifest } from "./protocol/wave.ts";
import { ScreenHeading } from "./screen-heading.tsx";
import { speak } from "./speak.ts";
import { APP_TEXTS } from "./texts/app-en.ts";

const TEXTS = APP_TEXTS.usedUp;

export interface UsedUp {
  readonly rater: Rater;
  /** True if answers wait here for their sending. */
  readonly waiting: boolean;
}

/** What this device knows of the link; undefined if it never sent anything with it. */
export async function knownUsedUp(
  wave: string,
  { secret, manifestMark }: LinkFragment,
): Promise<UsedUp | undefined> {
  const { device } = await openDevice(isSharedComputer(), secret);
  if (!(await device.keys()).some((key) => key.startsWith(`seed:${wave}:`))) return undefined;
  const server = networkServer("");
  const loaded = await loadManifest(server, wave, manifestMark);
  if (!loaded.ok) return undefined;
  const rater = await openRater({ server, device, manifest: loaded.manifest, secret });
  const waiting = (await deviceKeys(rater, "send")).length > 0;
  const sent = (await deviceKeys(rater, "sent")).length > 0;
  return waiting || sent ? { rater, waiting } : undefined;
}

type Outcome =
  | { readonly name: "sending" | "sent" | "waiting" }
  | { readonly name: "refused"; readonly detail: string };

async function sendWaiting(rater: Rater): Promise<Outcome> {
  const sends = await resumeSends(rater);
  const results = sends.map(({ result }) => result);
  const isSent = ({ outcome }: SendResult): boolean =>
    outcome === "recorded" || outcome === "recorded-before";
  if (results.every(isSent)) {
    await forgetSeed(
      rater,
      sends.map(({ scope }) => scope),
    );
  }
  const refused = results.find((result) => result.outcome === "refused");
  if (refused?.outcome === "refused") return { name: "refused", detail: refused.refusal.detail };
  return { name: results.some(({ outcome }) => outcome === "waiting") ? "waiting" : "sent" };
}

export function UsedUpScreen({ rater, waiting }: UsedUp): ReactElement {
  const [outcome, setOutcome] = useState<Outcome>({ name: waiting ? "sending" : "sent" });
  useEffect(() => {
    if (outcome.name !== "sending") return undefined;
    let gone = false;
    speak(TEXTS.sending);
    void sendWaiting(rater).then((after) => {
      if (!gone) setOutcome(after);
    });
    return () => {
      gone = true;
    };
  }, [rater, outcome.name]);
  useEffect(() => {
    const again = (): void =>
      setOutcome((before) => (before.name === "waiting" ? { name: "sending" } : before));
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, []);
  if (outcome.name === "sending") return <p className="notice">{TEXTS.sending}</p>;
  if (outcome.name === "refused") {
    return (
      <div className="screen">
        <ScreenHeading>{TEXTS.refused}</ScreenHeading>
        <p className="notice notice-wrong">{outcome.detail}</p>
      </div>
    );
  }
  const sent = outcome.name === "sent";
  return (
    <div className="screen">
      <ScreenHeading>{sent ? TEXTS.title : APP_TEXTS.sent.waitingTitle}</ScreenHeading>
      <p className={sent ? "notice notice-good" : "notice notice-caution"}>
        {sent ? TEXTS.text : APP_TEXTS.sent.waiting}
      </p>
      {sent ? null : (
        <button type="button" className="button" onClick={() => setOutcome({ name: "sending" })}>
          {APP_TEXTS.people.resend}
        </button>
      )}
    </div>
  );
}
