/** Guidance for one side, the same for everybody. */
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import type { Side } from "./mine-address.ts";
import { loadGuidance } from "./mine-api.ts";
import { MineScreen } from "./mine-screen.tsx";
import { Sentences } from "./sentences.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";

export function GuidanceScreen({ side }: { readonly side: Side }) {
  const { loaded, again } = useLoaded(loadGuidance, "guidance");
  return (
    <MineScreen title={MINE_TEXTS.guidance[side]} up={{ name: "home" }}>
      {loaded.state === "loading" && <p role="status">{MINE_TEXTS.loading}</p>}
      {loaded.state === "failed" && <RefusalNotice reason={loaded.reason} again={again} />}
      {loaded.state === "loaded" &&
        loaded.value[side].sections.map(({ title, points }) => (
          <section key={title}>
            <h2>{title}</h2>
            <Sentences sentences={points} />
          </section>
        ))}
    </MineScreen>
  );
}
