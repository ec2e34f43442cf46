/** Says so where too few answers are expected for anything to be shown. */
import { nothingShown } from "./load-forecast.ts";

export function NothingShown(props: Parameters<typeof nothingShown>[0]) {
  const sentence = nothingShown(props);
  if (sentence === undefined) return null;
  return (
    <p className="notice notice-caution">
      <strong>{sentence}</strong>
    </p>
  );
}
