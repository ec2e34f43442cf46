/** The settings of a round: who may be paired, how long people have to answer, and whether they may choose. */
import { useCallback, useState } from "react";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ROUND_SETTINGS_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadRound, type Round, roundApi } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";

const TEXTS = ROUND_SETTINGS_TEXTS;

const NUMBERS = [
  { name: "fairnessCap", label: TEXTS.cap, hint: TEXTS.capHint, min: 0, max: 100 },
  { name: "answerDays", label: TEXTS.days, hint: TEXTS.daysHint, min: 1, max: 60 },
  { name: "months", label: TEXTS.months, hint: undefined, min: 1, max: 36 },
  { name: "minimumGroupSize", label: TEXTS.group, hint: undefined, min: 5, max: 100 },
] as const;

const SWITCHES = [
  { name: "choice", label: TEXTS.choice },
  { name: "cascade", label: TEXTS.cascade },
  { name: "workshopRequired", label: TEXTS.workshop },
] as const;

type Settings = Round["settings"];

function gradesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((grade) => grade.trim()))].filter((grade) => grade !== "");
}

function SettingsForm({ round, onSaved }: { readonly round: Round; readonly onSaved: () => void }) {
  const [title, setTitle] = useState(round.title);
  const [settings, setSettings] = useState<Settings>(round.settings);
  const [grades, setGrades] = useState(round.settings.grades.join("\n"));
  const save = useAction(
    useCallback(async () => {
      const json = { title: title.trim(), settings: { ...settings, grades: gradesOf(grades) } };
      await answerOf(roundApi.$post({ param: { round: round.id }, json }));
      onSaved();
    }, [round.id, title, settings, grades, onSaved]),
  );
  return (
    <form className="form" onSubmit={submitting(save.run)}>
      <RefusalNotice reason={save.refused} />
      <TextField label={TEXTS.name} value={title} onChange={setTitle} maxLength={120} required />
      {NUMBERS.map(({ name, label, hint, min, max }) => (
        <TextField
          key={name}
          label={label}
          {...(hint === undefined ? {} : { hint })}
          type="number"
          min={min}
          max={max}
          required
          value={String(settings[name])}
          onChange={(value) => setSettings({ ...settings, [name]: Math.round(Number(value) || 0) })}
        />
      ))}
      {SWITCHES.map(({ name, label }) => (
        <label className="choice" key={name}>
          <input
            type="checkbox"
            checked={settings[name]}
            onChange={(event) => setSettings({ ...settings, [name]: event.target.checked })}
          />
          <span>{label}</span>
        </label>
      ))}
      <div className="field">
        <label htmlFor="grades">{TEXTS.grades}</label>
        <textarea
          id="grades"
          className="input area"
          value={grades}
          aria-describedby="grades-hint"
          onChange={(event) => setGrades(event.target.value)}
        />
        <p className="hint" id="grades-hint" dir="auto">
          {TEXTS.gradesHint(round.gradesKnown.join(", "))}
        </p>
      </div>
      <div className="screen-actions">
        <BusyButton busy={save.busy} busyText={TEXTS.saving}>
          {TEXTS.save}
        </BusyButton>
      </div>
    </form>
  );
}

export function RoundSettingsScreen({ round: id }: { readonly round: string }) {
  const loading = useLoaded(() => loadRound(id), id);
  const [said, setSaid] = useState("");
  const { loaded, again } = loading;
  const saved = useCallback(() => {
    setSaid(TEXTS.saved);
    again();
  }, [again]);
  return (
    <RoundScreen
      round={id}
      part="settings"
      title={TEXTS.title(loaded.state === "loaded" ? loaded.value.title : "…")}
    >
      <p>{TEXTS.intro}</p>
      <p className="board-said" role="status">
        {said}
      </p>
      <WhenLoaded loading={loading}>{(round) => <SettingsForm round={round} onSaved={saved} />}</WhenLoaded>
    </RoundScreen>
  );
}
