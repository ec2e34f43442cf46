/** The weights of the criteria: changed here or taken from a file, with a preview of what they would change. */
import { useCallback, useEffect, useState } from "react";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { submitting } from "../../ui/submitting.ts";
import { BOARD_TEXTS, WEIGHTS_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { useUnsavedWarning } from "../../ui/use-unsaved-warning.ts";
import { type Criterion, loadWeights, saveWeights } from "./board-api.ts";
import { RoundScreen } from "./round-frame.tsx";
import { readWeightsFile, type Weights, weightsFile } from "./weights-file.ts";
import { WhatIfPanel } from "./what-if-panel.tsx";

const WHOLE = 100;
const SETTLE_MILLISECONDS = 250;

function weightsOf(criteria: readonly Criterion[]): Weights {
  return Object.fromEntries(criteria.map(({ name, weight }) => [name, weight]));
}

function sumOf(weights: Weights): number {
  return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}

/** The same weights once nobody has touched them for a moment. */
function useSettled(weights: Weights): Weights {
  const [settled, setSettled] = useState(weights);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(weights), SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [weights]);
  return settled;
}

function WeightField({
  criterion: { title },
  value,
  onChange,
}: {
  readonly criterion: Criterion;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const changed = (text: string) => onChange(Math.min(WHOLE, Math.max(0, Math.round(Number(text) || 0))));
  return (
    <div className="weight">
      <span className="weight-title" aria-hidden="true">
        {title}
      </span>
      <input
        type="range"
        min={0}
        max={WHOLE}
        step={1}
        value={value}
        aria-label={WEIGHTS_TEXTS.weightOf(title)}
        onChange={(event) => changed(event.target.value)}
      />
      <input
        className="input"
        type="number"
        min={0}
        max={WHOLE}
        value={value}
        aria-label={WEIGHTS_TEXTS.weightOf(title)}
        onChange={(event) => changed(event.target.value)}
      />
    </div>
  );
}

function WeightsFile({
  weights,
  onRead,
}: {
  readonly weights: Weights;
  readonly onRead: (read: Weights) => void;
}) {
  const [wrong, setWrong] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = readWeightsFile(await file.text(), Object.keys(weights));
    setWrong(read === undefined);
    if (read !== undefined) onRead(read);
  };
  const download = () => {
    const url = URL.createObjectURL(new Blob([weightsFile(weights)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "mentoring-weights.json";
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <section aria-labelledby="weights-file">
      <h2 id="weights-file">{WEIGHTS_TEXTS.file}</h2>
      <p className="hint">{WEIGHTS_TEXTS.fileIntro}</p>
      {wrong && (
        <p className="notice notice-wrong" role="alert">
          {WEIGHTS_TEXTS.badFile}
        </p>
      )}
      <div className="screen-actions">
        <button type="button" className="button" onClick={download}>
          {WEIGHTS_TEXTS.download}
        </button>
        <label className="file-label">
          <span className="label">{WEIGHTS_TEXTS.upload}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
      </div>
    </section>
  );
}

function WeightsForm({
  round,
  criteria,
  onSaved,
}: {
  readonly round: string;
  readonly criteria: readonly Criterion[];
  readonly onSaved: () => void;
}) {
  const saved = weightsOf(criteria);
  const [weights, setWeights] = useState(saved);
  const settled = useSettled(weights);
  const isChanged = JSON.stringify(weights) !== JSON.stringify(saved);
  const sum = sumOf(weights);
  useUnsavedWarning(isChanged);
  const save = useAction(
    useCallback(async () => {
      await saveWeights(round, weights);
      onSaved();
    }, [round, weights, onSaved]),
  );
  const canPreview = JSON.stringify(settled) !== JSON.stringify(saved) && sumOf(settled) === WHOLE;
  return (
    <>
      <form className="weights" onSubmit={submitting(() => sum === WHOLE && save.run())}>
        {criteria.map((criterion) => (
          <WeightField
            key={criterion.name}
            criterion={criterion}
            value={weights[criterion.name] ?? 0}
            onChange={(value) => setWeights({ ...weights, [criterion.name]: value })}
          />
        ))}
        <p className={sum === WHOLE ? "hint" : "notice notice-caution"} role="status">
          {sum === WHOLE ? WEIGHTS_TEXTS.sum(sum) : WEIGHTS_TEXTS.sumWrong(sum)}
        </p>
        <RefusalNotice reason={save.refused} />
        <div className="screen-actions">
          <BusyButton
            busy={save.busy || sum !== WHOLE || !isChanged}
            busyText={save.busy ? WEIGHTS_TEXTS.saving : WEIGHTS_TEXTS.save}
          >
            {WEIGHTS_TEXTS.save}
          </BusyButton>
          {isChanged && (
            <button type="button" className="button" onClick={() => setWeights(saved)}>
              {WEIGHTS_TEXTS.reset}
            </button>
          )}
        </div>
      </form>
      {canPreview ? (
        <WhatIfPanel
          round={round}
          id={`weights ${JSON.stringify(settled)}`}
          title={WEIGHTS_TEXTS.preview}
          supposition={{ weights: settled }}
        />
      ) : (
        <p className="hint">{WEIGHTS_TEXTS.previewWait}</p>
      )}
      <WeightsFile weights={weights} onRead={setWeights} />
    </>
  );
}

export function WeightsScreen({ round }: { readonly round: string }) {
  const loading = useLoaded(() => loadWeights(round), round);
  const [said, setSaid] = useState("");
  const { again } = loading;
  const saved = useCallback(() => {
    setSaid(WEIGHTS_TEXTS.saved);
    again();
  }, [again]);
  return (
    <RoundScreen
      round={round}
      part="board"
      title={WEIGHTS_TEXTS.title}
      up={{ href: `/staff/mentoring/${round}/board`, label: BOARD_TEXTS.title }}
    >
      <p>{WEIGHTS_TEXTS.intro}</p>
      <p className="board-said" role="status">
        {said}
      </p>
      <WhenLoaded loading={loading}>
        {(criteria) => (
          <WeightsForm key={JSON.stringify(criteria)} round={round} criteria={criteria} onSaved={saved} />
        )}
      </WhenLoaded>
    </RoundScreen>
  );
}
