/** The coordinator's start: programmes, and a new one. */
import { useCallback, useState } from "react";
import { Link, useLocation } from "wouter";
import { programmesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { UI_TEXTS } from "../ui/texts/ui.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";

const TEXTS = COORDINATOR_TEXTS.programmes;

function NewProgramme({ first }: { readonly first: boolean }) {
  const [name, setName] = useState("");
  const [, go] = useLocation();
  const create = useAction(
    useCallback(async () => {
      const { id } = await answerOf(programmesApi.$post({ json: { name: name.trim() } }));
      go(`/staff/programmes/${id}`);
    }, [name, go]),
  );
  return (
    <form className="form" onSubmit={submitting(create.run)}>
      <RefusalNotice reason={create.refused} />
      <TextField label={TEXTS.name} value={name} onChange={setName} maxLength={120} required />
      <div className="screen-actions">
        <BusyButton busy={create.busy} busyText={TEXTS.creating} primary={first}>
          {TEXTS.create}
        </BusyButton>
      </div>
    </form>
  );
}

export function ProgrammesScreen() {
  const loading = useLoaded(async () => answerOf(programmesApi.$get()), "programmes");
  return (
    <Screen title={TEXTS.title}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {({ programmes, mayCreate }) =>
          programmes.length === 0 ? (
            <div className="empty">
              <h2>{mayCreate ? TEXTS.empty : UI_TEXTS.noProgramme.title}</h2>
              <p>{mayCreate ? TEXTS.emptyDetail : UI_TEXTS.noProgramme.detail}</p>
              {mayCreate && <NewProgramme first />}
            </div>
          ) : (
            <>
              <ul className="cards">
                {programmes.map((programme) => (
                  <li className="card" key={programme.id}>
                    <h2 dir="auto">
                      <Link href={`/staff/programmes/${programme.id}`}>{programme.name}</Link>
                    </h2>
                  </li>
                ))}
              </ul>
              {mayCreate && (
                <section>
                  <h2>{TEXTS.another}</h2>
                  <NewProgramme first={false} />
                </section>
              )}
            </>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
