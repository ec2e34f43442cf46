/** The personal page: reads the address, loads what concerns its reader, and shows the screen asked for. */
import { useCallback, useEffect, useRef, useState } from "react";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { AgreementScreen } from "./agreement-screen.tsx";
import { CertificateScreen } from "./certificate-screen.tsx";
import { GuidanceScreen } from "./guidance-screen.tsx";
import { HomeScreen } from "./home-screen.tsx";
import { LeaveScreen } from "./leave-screen.tsx";
import { type MineStep, readMineAddress } from "./mine-address.ts";
import { type Mine, openMine } from "./mine-api.ts";
import { MineDeskContext } from "./mine-desk.ts";
import { type OwnPair, ownPairs } from "./own-pair.ts";
import { PairScreen } from "./pair-screen.tsx";
import { ReviewScreen } from "./review-screen.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const SAID_MILLISECONDS = 1000;

function useAddress() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const changed = () => {
      setHash(location.hash);
      window.scrollTo({ top: 0 });
    };
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  return readMineAddress(hash);
}

function PairStep({ name, pair }: { readonly name: string; readonly pair: OwnPair }) {
  switch (name) {
    case "agreement":
      return <AgreementScreen pair={pair} />;
    case "leave":
      return <LeaveScreen pair={pair} />;
    case "review":
      return <ReviewScreen pair={pair} />;
    case "certificate":
      return <CertificateScreen pair={pair} />;
    default:
      return <PairScreen pair={pair} />;
  }
}

function Step({ step, mine }: { readonly step: MineStep; readonly mine: Mine }) {
  if (step.name === "guidance") return <GuidanceScreen side={step.side} />;
  const pairs = ownPairs(mine);
  const pair = step.name === "home" ? undefined : pairs.find(({ id }) => id === step.pair);
  if (step.name === "home" || pair === undefined) return <HomeScreen mine={mine} pairs={pairs} />;
  return <PairStep key={`${step.name} ${pair.id}`} name={step.name} pair={pair} />;
}

function Incomplete() {
  return (
    <div className="mine-screen">
      <h1>{MINE_TEXTS.incompleteTitle}</h1>
      <p>{MINE_TEXTS.incomplete}</p>
    </div>
  );
}

function Opened({ round, secret, step }: { round: string; secret: string; step: MineStep }) {
  const link = { round, secret };
  const loading = useLoaded(() => openMine(link), `${round} ${secret}`);
  const [said, setSaid] = useState("");
  const { loaded, again } = loading;
  const saidAt = useRef(0);
  const done = useCallback(
    (sentence: string) => {
      saidAt.current = performance.now();
      setSaid(sentence);
      again();
    },
    [again],
  );
  const at = JSON.stringify(step);
  // What was said goes along to the screen that the action leads to, and no further.
  useEffect(() => {
    if (performance.now() - saidAt.current > SAID_MILLISECONDS) setSaid("");
  }, [at]);
  if (loaded.state === "loading") return <p role="status">{MINE_TEXTS.loading}</p>;
  if (loaded.state === "failed") return <RefusalNotice reason={loaded.reason} again={again} />;
  return (
    <MineDeskContext value={{ link, name: loaded.value.name, done }}>
      <p className="mine-said" role="status">
        {said}
      </p>
      <Step step={step} mine={loaded.value} />
    </MineDeskContext>
  );
}

export function MineApp({ round }: { readonly round: string }) {
  const { secret, step } = useAddress();
  if (secret === undefined) return <Incomplete />;
  return <Opened key={secret} round={round} secret={secret} step={step} />;
}
