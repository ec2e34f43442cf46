/** Groups of an earlier survey that a later one knows under another name: said once, for all comparisons. */
import { useCallback, useId, useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import type { ComparedCut } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { programmesApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { submitting } from "../../ui/submitting.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadComparison, loadSurveyWaves } from "../evaluator-api.ts";

const TEXTS = COMPARISON_TEXTS.renamed;

interface Renamed {
  readonly item: string;
  readonly earlier: string;
  readonly later: string;
}

async function loadRenamed(waves: readonly string[]) {
  const [sheet, surveys] = await Promise.all([loadComparison(waves, undefined), loadSurveyWaves()]);
  const programme = surveys.find(({ wave }) => waves.includes(wave))?.programme ?? "";
  const asked = programmesApi[":programme"].renamed.$get({ param: { programme } });
  const { renamed } = await answerOf(asked);
  return { programme, renamed, cuts: sheet.comparison.cuts.filter(({ codes }) => codes.length === 1) };
}

type Loaded = Awaited<ReturnType<typeof loadRenamed>>;

/** What is stated already of a group counts as gone as well, so that it can be taken back. */
function earlierGroups({ codes, categories }: ComparedCut, stated: readonly Renamed[]) {
  const [item = ""] = codes;
  const gone = categories
    .filter(({ presence }) => presence === "gone")
    .map(({ values, label }) => ({ value: values[0] ?? "", label }));
  const known = stated
    .filter((row) => row.item === item && gone.every(({ value }) => value !== row.earlier))
    .map(({ earlier }) => ({ value: earlier, label: earlier }));
  return [...gone, ...known];
}

interface CutRenamedProps {
  readonly cut: ComparedCut;
  readonly stated: readonly Renamed[];
  readonly onChange: (row: Renamed) => void;
}

function CutRenamed({ cut, stated, onChange }: CutRenamedProps) {
  const id = useId();
  const [item = ""] = cut.codes;
  const groups = earlierGroups(cut, stated);
  if (groups.length === 0) return null;
  const later = cut.categories
    .filter(({ presence }) => presence !== "gone")
    .map(({ values, label }) => ({ value: values[0] ?? "", label }));
  return (
    <fieldset>
      <legend>{cut.label}</legend>
      {groups.map(({ value: earlier, label }) => (
        <SelectField
          key={earlier}
          id={`${id}-${earlier}`}
          label={TEXTS.continues(label)}
          value={stated.find((row) => row.item === item && row.earlier === earlier)?.later ?? ""}
          options={[{ value: "", label: TEXTS.nobody }, ...later]}
          onChange={(name) => onChange({ item, earlier, later: name })}
        />
      ))}
    </fieldset>
  );
}

function RenamedForm({ loaded, back }: { readonly loaded: Loaded; readonly back: string }) {
  const { programme, cuts } = loaded;
  const [stated, setStated] = useState<readonly Renamed[]>(loaded.renamed);
  const [, go] = useLocation();
  const save = useAction(
    useCallback(async () => {
      const json = { renamed: stated.map((row) => ({ ...row })) };
      await answerOf(programmesApi[":programme"].renamed.$post({ param: { programme }, json }));
      go(back);
    }, [stated, programme, back, go]),
  );
  const state = (row: Renamed) => {
    const others = stated.filter(({ item, earlier }) => item !== row.item || earlier !== row.earlier);
    setStated(row.later === "" ? others : [...others, row]);
  };
  if (cuts.every((cut) => earlierGroups(cut, loaded.renamed).length === 0)) return <p>{TEXTS.none}</p>;
  return (
    <form className="form" onSubmit={submitting(save.run)}>
      {cuts.map((cut) => (
        <CutRenamed key={cut.codes.join("+")} cut={cut} stated={stated} onChange={state} />
      ))}
      <RefusalNotice reason={save.refused} />
      <div className="screen-actions">
        <BusyButton busy={save.busy} busyText={TEXTS.saving}>
          {TEXTS.save}
        </BusyButton>
      </div>
    </form>
  );
}

export function RenamedScreen() {
  const [search] = useSearchParams();
  const waves = (search.get("waves") ?? "").split(",").filter((wave) => wave !== "");
  const back = `/staff/comparisons?waves=${waves.join(",")}`;
  const loading = useLoaded(() => loadRenamed(waves), waves.join(","));
  return (
    <Screen title={TEXTS.title} up={{ href: back, label: TEXTS.up }}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>{(loaded) => <RenamedForm loaded={loaded} back={back} />}</WhenLoaded>
    </Screen>
  );
}
