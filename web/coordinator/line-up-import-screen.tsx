/** Importing who is rated, who is asked about whom, or who takes part. */
import { useCallback } from "react";
import { useLocation } from "wouter";
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { CsvImport } from "./csv-import.tsx";
import { loadWave, type Wave } from "./load-wave.ts";

const TEXTS = LIST_TEXTS.import;

export type LineUpList = "subjects" | "raters" | "participants";

function ImportForm({ wave, list }: { readonly wave: Wave; readonly list: LineUpList }) {
  const [, go] = useLocation();
  const address = `/staff/waves/${wave.id}`;
  const send = useCallback(
    (csv: string, apply: boolean) =>
      answerOf(wavesApi[":wave"]["line-up"].$post({ param: { wave: wave.id }, json: { list, csv, apply } })),
    [wave.id, list],
  );
  const onApplied = useCallback(() => go(address), [go, address]);
  const words = LIST_TEXTS.lists[list];
  const groups = wave.groups.map(({ code }) => code).filter((code) => code !== "self");
  const ofGroups = list === "raters" ? ` ${LIST_TEXTS.lists.raters.groups(groups.join(", "))}` : "";
  return (
    <>
      <p>{words.intro}</p>
      <CsvImport
        columns={words.columns + ofGroups}
        example={words.example}
        send={send}
        show={({ added, removed, kept }) => <p>{TEXTS.counts(added, removed, kept)}</p>}
        changesAnything={({ added, removed }) => added + removed > 0}
        onApplied={onApplied}
      />
    </>
  );
}

interface LineUpImportScreenProps {
  readonly wave: string;
  readonly list: LineUpList;
}

export function LineUpImportScreen({ wave: id, list }: LineUpImportScreenProps) {
  const loading = useLoaded(() => loadWave(id), id);
  const label =
    loading.loaded.state === "loaded" ? loading.loaded.value.title : COORDINATOR_TEXTS.programme.waves;
  return (
    <Screen title={LIST_TEXTS.lists[list].title} up={{ href: `/staff/waves/${id}`, label }}>
      <WhenLoaded loading={loading}>
        {(wave) =>
          wave.state === "draft" ? (
            <ImportForm wave={wave} list={list} />
          ) : (
            <p>{COORDINATOR_TEXTS.steps.wrongState}</p>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
