/** A person of the board: the name, and where they work in small. */
import type { PersonCard } from "./board-api.ts";

function placeText({ unit, site, grade }: PersonCard): string {
  return [grade, unit, site].filter((part) => part !== "").join(", ");
}

export function PersonWords({ person }: { readonly person: PersonCard }) {
  return (
    <>
      <span className="person-name" dir="auto">
        {person.name}
      </span>
      <span className="hint person-place" dir="auto">
        {placeText(person)}
      </span>
    </>
  );
}
