/** Shows one shipped instrument page by page with the form the rater sees; the address names it: ?form=… */
import "../../../web/ui/tokens.css";
import "../../../web/ui/base.css";
import "../../../web/ui/survey/survey.css";
import { StrictMode, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { createFormModel } from "../../../web/ui/survey/form-model.ts";
import { FormPage } from "../../../web/ui/survey/form-page.tsx";

const files = import.meta.glob<{ soundings: { minutes: number; languages: string[] } }>(
  "../../../surveys/library/*.json",
  { import: "default" },
);

function Preview({ json, minutes }: { json: Record<string, unknown>; minutes: number }) {
  const model = useMemo(() => createFormModel(json, "en"), [json]);
  const [page, setPage] = useState(0);
  return (
    <FormPage
      model={model}
      page={page}
      minutes={minutes}
      problems={new Map()}
      above={null}
      status={null}
      onBack={() => setPage(Math.max(0, page - 1))}
      onNext={() => setPage(Math.min(model.visiblePages.length - 1, page + 1))}
    />
  );
}

const name = new URLSearchParams(location.search).get("form") ?? "leadership-360";
const file = await files[`../../../surveys/library/${name}.json`]?.();
const app = document.querySelector("#app");
if (file !== undefined && app !== null) {
  const { soundings, ...json } = file;
  createRoot(app).render(
    <StrictMode>
      <Preview json={json} minutes={soundings.minutes} />
    </StrictMode>,
  );
}
