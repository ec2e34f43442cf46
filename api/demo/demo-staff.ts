/** Invented staff of the demo's surveys: some hundreds of people beside those of the 360 feedback. */

const FIRST = [
  "Abena",
  "Bilal",
  "Catrin",
  "Dario",
  "Elin",
  "Femi",
  "Gwen",
  "Hugo",
  "Ines",
  "Jonas",
  "Kamila",
  "Lewis",
  "Maya",
  "Nikhil",
  "Orla",
  "Petra",
  "Rhys",
  "Salma",
  "Theo",
  "Yasmin",
];
const LAST = [
  "Abbott",
  "Barnes",
  "Chowdhury",
  "Davies",
  "Ellis",
  "Fofanah",
  "Gordon",
  "Hassan",
  "Ivanov",
  "Jarvis",
  "Kaur",
  "Lindqvist",
  "Moore",
  "Nakamura",
  "Owusu",
];

const DEMO_STAFF_COUNT = FIRST.length * LAST.length;
export const DEMO_EVALUATOR = { ref: "E001" };

const AREAS = ["a", "a", "a", "b", "b", "b", "b", "c", "c"];

/** The letter of the area somebody works in, the same in the list of people and in their answers. */
export function demoArea(ref: string): string {
  return AREAS[(Number(ref.slice(1)) - 1) % AREAS.length] ?? "";
}

function refOf(place: number): string {
  return `E${String(place + 1).padStart(3, "0")}`;
}

/** The list of people; who has no mail address gets a printed letter. */
export function demoStaffCsv(): string {
  const rows = Array.from({ length: DEMO_STAFF_COUNT }, (_, place) => {
    const first = FIRST[place % FIRST.length] ?? "";
    const last = LAST[Math.floor(place / FIRST.length)] ?? "";
    const mail = place % 12 === 11 ? "" : `${first}.${last}@example.org`.toLowerCase();
    const unit = `Area ${demoArea(refOf(place)).toUpperCase()}`;
    return [refOf(place), `${first} ${last}`, mail, unit, "Riverside", "", ""].join(",");
  });
  return `${["staff_number,name,mail,unit,site,grade,line_manager", ...rows].join("\n")}\n`;
}

/** Everybody of them is asked. */
export function demoParticipantsCsv(): string {
  const refs = Array.from({ length: DEMO_STAFF_COUNT }, (_, place) => refOf(place));
  return `${["person", ...refs].join("\n")}\n`;
}
