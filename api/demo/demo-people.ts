/** The invented people of the demo: an organisation of some fifty, as the files a coordinator would import. */

const COORDINATOR = "Priya Raman";
const COACHES = ["Helen Marsh", "Tomasz Zielinski"];
const MANAGERS = [
  "Amara Okafor",
  "Daniel Whitfield",
  "Ffion Pritchard",
  "George Antoniou",
  "Leila Haddad",
  "Rashid Khan",
];
const STAFF = [
  "Adaeze Nwosu",
  "Aidan Byrne",
  "Alice Thornton",
  "Anil Kapoor",
  "Beatriz Santos",
  "Ben Holloway",
  "Carys Morgan",
  "Charlotte Reid",
  "Chidi Eze",
  "Claire Dubois",
  "David Osei",
  "Deepa Nair",
  "Dylan Hughes",
  "Eilidh Fraser",
  "Emeka Obi",
  "Erin Gallagher",
  "Fatima Zahra",
  "Finn Larsen",
  "Grace Mensah",
  "Hana Suzuki",
  "Harriet Cole",
  "Imran Malik",
  "Isla Campbell",
  "Jack Turner",
  "Jasmine Patel",
  "Joana Costa",
  "Karim Benali",
  "Kate Sullivan",
  "Kofi Asante",
  "Laura Jensen",
  "Liam O'Connor",
  "Magda Nowak",
  "Marcus Bell",
  "Mei Chen",
  "Mohammed Ali",
  "Nadia Rahman",
  "Niamh Doyle",
  "Oliver Grant",
  "Olu Adeyemi",
  "Pavel Novak",
  "Rachel Stone",
  "Sam Whitaker",
  "Sofia Rossi",
  "Tariq Aziz",
  "Victoria Lane",
  "Will Harper",
];
const UNITS = ["Operations North", "Operations South", "Planning", "Finance", "People"];

/** Staff numbers as the lists use them. */
function refOf(name: string): string {
  return `D${String([COORDINATOR, ...COACHES, ...MANAGERS, ...STAFF].indexOf(name) + 1).padStart(3, "0")}`;
}

function mailOf(name: string): string {
  return `${name.toLowerCase().replaceAll("'", "").replaceAll(" ", ".")}@example.org`;
}

export const DEMO_COORDINATOR = { name: COORDINATOR, mail: mailOf(COORDINATOR), ref: refOf(COORDINATOR) };
export const DEMO_COACHES = COACHES.map((name) => ({ name, ref: refOf(name) }));

function csv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.join(",")).join("\n")}\n`;
}

/** The list of people. */
export function demoPeopleCsv(): string {
  const senior = (name: string) => [refOf(name), name, mailOf(name), "People", "Head office", "Senior", ""];
  const managers = MANAGERS.map((name, place) => [
    refOf(name),
    name,
    mailOf(name),
    UNITS[place % UNITS.length] ?? "",
    place % 2 === 0 ? "Head office" : "Riverside",
    "Manager",
    refOf(COORDINATOR),
  ]);
  const staff = STAFF.map((name, place) => [
    refOf(name),
    name,
    mailOf(name),
    UNITS[place % UNITS.length] ?? "",
    place % 3 === 0 ? "Riverside" : "Head office",
    place % 4 === 0 ? "Officer" : "Adviser",
    refOf(MANAGERS[place % MANAGERS.length] ?? COORDINATOR),
  ]);
  return csv([
    ["staff_number", "name", "mail", "unit", "site", "grade", "line_manager"],
    senior(COORDINATOR),
    ...COACHES.map(senior),
    ...managers,
    ...staff,
  ]);
}

/** Who is rated, and who coaches them. */
export function demoSubjectsCsv(): string {
  const rows = MANAGERS.map((name, place) => [refOf(name), refOf(COACHES[place < 4 ? 0 : 1] ?? "")]);
  return csv([["subject", "coach"], ...rows]);
}

/** Groups of different sizes, so that the demo shows one that is merged and one that is left to its own. */
export function demoRatersCsv(): string {
  const rows = MANAGERS.flatMap((manager, place) => {
    const reports = STAFF.filter((_name, index) => index % MANAGERS.length === place);
    const peers = MANAGERS.filter((name) => name !== manager);
    const others = STAFF.filter((_name, index) => index % MANAGERS.length === (place + 1) % MANAGERS.length);
    return [
      [refOf(manager), refOf(COORDINATOR), "line-manager"],
      ...peers.map((name) => [refOf(manager), refOf(name), "peer"]),
      ...reports.map((name) => [refOf(manager), refOf(name), "direct-report"]),
      ...others.slice(0, 1 + (place % 4)).map((name) => [refOf(manager), refOf(name), "other"]),
    ];
  });
  return csv([["subject", "rater", "group"], ...rows]);
}
