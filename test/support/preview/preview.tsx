/** Shows one shipped instrument page by page with the form the rater sees; the address names it: ?form=…&group=… */
import "../../../web/ui/tokens.css";
import "../../../web/ui/base.css";
import "../../../web/ui/survey/survey.css";
import "./preview.css";
import { StrictMode, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import type { SurveyDefinition } from "../../../surveys/definition.ts";
import { formFor } from "../../../surveys/form.ts";
import { SHIPPED_INSTRUMENTS } from "../../../surveys/library.ts";
import { readDefinition } from "../../../surveys/read-definition.ts";
import { createFormModel } from "../../../web/ui/survey/form-model.ts";
import { FormPage } from "../../../web/ui/survey/form-page.tsx";

function Preview({ definition, group }: { definition: SurveyDefinition; group: string | null }) {
  const model = useMemo(() => {
    const rater = { language: "en", pipes: { subject: "Sam Subject" } };
    return createFormModel(formFor(definition, group === null ? rater : { ...rater, group }), "en");
  }, [definition, group]);
  const [page, setPage] = useState(0);
  return (
    <FormPage
      model={model}
      page={page}
      minutes={definition.soundings.minutes}
      problems={new Map()}
      above={null}
      status={null}
      onBack={() => setPage(Math.max(0, page - 1))}
      onNext={() => setPage(Math.min(model.visiblePages.length - 1, page + 1))}
    />
  );
}

const wanted = new URLSearchParams(location.search);
const definition = SHIPPED_INSTRUMENTS.map((file) => readDefinition(JSON.stringify(file))).find(
  ({ soundings }) => soundings.id === wanted.get("form"),
);
const app = document.querySelector("#app");
if (definition !== undefined && app !== null) {
  createRoot(app).render(
    <StrictMode>
      <Preview definition={definition} group={wanted.get("group")} />
    </StrictMode>,
  );
}
