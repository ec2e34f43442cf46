/** Signs in as an invented person of the demo and goes where the address asks. */
import { useEffect } from "react";
import { useLocation, useSearchParams } from "wouter";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { signInAs } from "./demo-api.ts";
import { DEMO_TEXTS } from "./texts-en.ts";

/** "wave:subject" as the printed address has it, or the start of the staff screens. */
function placeOf(report: string | null): string {
  const [wave, subject] = report?.split(":") ?? [];
  if (wave === undefined || subject === undefined || wave === "" || subject === "") return "/staff";
  return `/staff/waves/${encodeURIComponent(wave)}/reports/${encodeURIComponent(subject)}`;
}

function GoTo({ place }: { readonly place: string }) {
  const [, navigate] = useLocation();
  useEffect(() => navigate(place, { replace: true }), [navigate, place]);
  return <p>{DEMO_TEXTS.entry.going}</p>;
}

export function DemoEntryScreen({
  person: role,
}: {
  readonly person: "coordinator" | "coach" | "evaluator";
}) {
  const [search] = useSearchParams();
  const loading = useLoaded(async () => {
    await signInAs(role);
    return DEMO_TEXTS.entry[role];
  }, role);
  return (
    <Screen title={DEMO_TEXTS.entry.title}>
      <WhenLoaded loading={loading}>
        {(sentence) => (
          <>
            <p>{sentence}</p>
            <GoTo place={placeOf(search.get("report"))} />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
