/** The resume code: a copy of the drafts, encrypted, and the words that open it on another device. */
import { type ReactElement, useState } from "react";
import { CodeWords } from "./code-words.tsx";
import { goTo } from "./rater-navigation.ts";
import { ScreenHeading } from "./screen-heading.tsx";
import { speak } from "./speak.ts";
import { APP_TEXTS } from "./texts/app-en.ts";
import { useDesk, useDeskState } from "./use-desk.ts";

const TEXTS = APP_TEXTS.resume;

type Stage =
  | { readonly name: "ask" | "making" }
  | { readonly name: "wrong"; readonly sentence: string }
  | { readonly name: "code"; readonly words: readonly string[] };

export function ResumeCodeScreen(): ReactElement {
  const desk = useDesk();
  const { people } = useDeskState();
  const [stage, setStage] = useState<Stage>({ name: "ask" });
  const make = async (): Promise<void> => {
    setStage({ name: "making" });
    speak(TEXTS.making);
    const failed = await desk.copyElsewhere();
    if (failed === undefined) setStage({ name: "code", words: await desk.resumeCode() });
    else {
      const sentence = failed === "offline" ? TEXTS.offline : failed === "too-long" ? TEXTS.tooLong : failed;
      setStage({ name: "wrong", sentence });
    }
  };
  const drafts = people.some(({ progress }) => progress === "draft");
  return (
    <div className="screen">
      <ScreenHeading>{TEXTS.title}</ScreenHeading>
      {desk.parts.shared ? <p>{TEXTS.whatShared}</p> : null}
      <p>{TEXTS.what}</p>
      {drafts ? null : <p className="notice">{TEXTS.nothing}</p>}
      {stage.name === "wrong" ? (
        <p className="notice notice-wrong" role="alert">
          {stage.sentence}
        </p>
      ) : null}
      {stage.name === "code" ? (
        <Code words={stage.words} />
      ) : (
        <button
          type="button"
          className="button button-primary"
          aria-disabled={stage.name === "making"}
          onClick={() => {
            if (stage.name !== "making") void make();
          }}
        >
          {stage.name === "making" ? TEXTS.making : TEXTS.make}
        </button>
      )}
      <button type="button" className="button" onClick={() => goTo({ name: "people" })}>
        {TEXTS.back}
      </button>
    </div>
  );
}

function Code({ words }: { readonly words: readonly string[] }): ReactElement {
  return (
    <section className="resume-code" aria-labelledby="resume-code-title">
      <h2 id="resume-code-title">{TEXTS.code}</h2>
      <CodeWords words={words} />
      <p>{TEXTS.how}</p>
    </section>
  );
}
