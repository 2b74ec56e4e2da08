// What people write instead of the language, in every field where it can stand: one fault, and what
// its fix writes has none.
import { describe, expect, test } from "vitest";
import { type FieldEntry, kinds, type ValueType } from "../../grammar/vocabulary.ts";
import { diagnosed } from "../diagnosed.ts";
import { readMarks, shownFindings, shownMarks } from "../marks.ts";

const amounts = [
  ..."1,200,000|1.200.000|12 000|1 200 000,50 EUR|12'000|1.200,50|1,200.50".split("|"),
  ..."€5|$ 5k|5k€|EUR 800k|5EUR|5MEUR".split("|"),
  ..."1.2m|800K|1,5M|1.5mio|1.2 M|1.2 M EUR|1.5 mio EUR".split("|"),
];
const texts = ["“A text”", "«A»", "'A'", "＂A＂", "“open", "https://example.org/a?b=1"];
const proses = ["words without quotes", 'It\'s "A"', "24 hours", "(A)", 'a half" '];
const dates = "15.03.2026|2026/03/15|2026-3-5|2026q1|Q1 2026|March 2026|15 March 2026|FY28|2026/Q4";

/** What is written for a type of value in another form than the language's. */
function written(type: ValueType): readonly string[] {
  switch (type.is) {
    case "money":
      return amounts;
    case "rate":
      return amounts.map((amount) => `${amount} per year`);
    case "dated":
      return [
        ...amounts.map((amount) => `${amount} ${type.word} 2026-01`),
        ...dates.split("|").map((date) => `4.2 ${type.word} ${date}`),
        ...["4.2 until 2027", "4.2 in Q1 2027", "4.2％ by 2027", "5g by 2027"],
      ];
    case "percent":
      return ["12,5%", "12,5 %", "12％"];
    case "quantity":
      return type.unit === undefined ? ["4,5 days", "4days", "4,5%"] : ["4,5 FTE", "4FTE", "4fte"];
    case "date":
      return dates.split("|");
    case "period":
      return [...dates.split("|"), "2026-2028", "Q1-Q3 2026", "2026 - 2028", "Q2 2026 to Q1 2027"];
    case "text":
      return [...texts, ...proses];
    case "unit":
      return ["“A”", "'A'", "5g", "％", "€", "req/s", "a unit of words"];
    case "reference":
      return ["5g", "“b”", "head of it", "[b]", "(b)", "@b", "-", "n/a"];
    case "word":
      return ["5g", "“b”", "two words", "[b]", "#b"];
    case "choice": {
      const [first] = type.of.map(({ name }) => name);
      const joined = type.of.map(({ name }) => name).find((name) => name.includes("-"));
      return [`“${first}”`, `"${first}"`, ...(joined ? [joined.replaceAll("-", " ")] : [])];
    }
    case "currency":
      return ["€", "eur", "“EUR”"];
    default:
      return [];
  }
}

/** A declaration with one field, where it may stand. */
function declared(kind: (typeof kinds)[number], line: string): string {
  const own = `${kind.name} a "A" {\n${line}\n}\n`;
  return kind.places.includes("file") ? own : `initiative w "W" {\n${own}}\n`;
}

interface Row {
  readonly title: string;
  readonly line: string;
  /** What the field may name, without which no fix that writes a name would be sound. */
  readonly named: string;
}

function rowsOf(field: FieldEntry): readonly Row[] {
  if (field.block !== undefined)
    return field.block.flatMap((inner) =>
      rowsOf(inner).map(({ title, line, named }) => ({
        title: `${field.name}: ${title}`,
        line: `${field.name} { ${line} }`,
        named,
      })),
    );
  return field.types.flatMap((type) => {
    const kind = type.is === "reference" ? type.to[0] : undefined;
    const names = kind === undefined ? [] : ["b", "_5g", "head-of-it"];
    const named = names.map((name) => `${kind} ${name} "B"\n`).join("");
    return written(type).map((value) => {
      const line = `${field.name}: ${value}`;
      return { title: line, line, named };
    });
  });
}

/** Faults of other kinds: these fields name things and files that are not there. */
const others = ["unknown-name", "wrong-kind", "cycle", "unreadable-data", "inverted-period"];

function faultsOf(source: string) {
  const all = diagnosed({ "plan.strategy": source });
  const faults = all.diagnostics.filter((one) => one.isFault && !others.includes(one.code));
  return { faults, after: all.after };
}

function check({ title }: Row, source: string): readonly string[] {
  const { faults, after } = faultsOf(source);
  const [fault] = faults;
  if (fault === undefined || faults.length > 1)
    return [`${title}: ${faults.map((one) => one.message).join(" / ") || "no fault"}`];
  const [fix] = fault.fixes;
  if (fix === undefined) return [`${title}: no fix: ${fault.message}`];
  const left = faultsOf(after(fix)["plan.strategy"] ?? "").faults;
  return left.map((one) => `${title}: after '${fix.title}': ${one.message}`);
}

describe.each(kinds.map((kind) => [kind.name, kind] as const))("%s", (_, kind) => {
  test("each form is one fault, whose fix mends it", () => {
    const rows = kind.fields.flatMap(rowsOf);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.flatMap((row) => check(row, declared(kind, row.line) + row.named))).toEqual([]);
  });

  test("a field with blanks instead of hyphens counts as written", () => {
    const hyphened = kind.fields.filter(({ name }) => name.includes("-"));
    for (const { name } of hyphened) {
      const { faults } = faultsOf(declared(kind, `${name.replaceAll("-", " ")}: 2026`));
      const words = name.replaceAll("-", " ");
      expect(faults[0]?.message).toBe(`Write '${name}' instead of '${words}'.`);
      expect(faultsOf(declared(kind, `${name}: 2026`)).faults).toHaveLength(faults.length - 1);
    }
  });
});

/** All language faults are those that are marked. */
function expectFaults(source: string): void {
  const marks = readMarks(source);
  const { findings, diagnostics } = diagnosed(Object.fromEntries(marks.files));
  const own = findings.filter((_one, at) => diagnostics[at]?.isFault);
  expect(shownFindings(marks, own)).toBe(shownMarks(marks));
}

describe("what is said", () => {
  test("a field of another kind, with blanks", () =>
    expectFaults(`
      initiative a "A" {
        reports to: b
        ^^^^^^^^^^ unknown-field: has no field 'reports to'. It has
        due  date: 2026
        ^^^^^^^^^ unknown-field: 'due date'
      }
    `));

  test("a title in a field of its own", () =>
    expectFaults(`
      objective a "A" {
        title: A goal
        ^^^^^ unknown-field: The title stands in quotation marks behind the name, where 'A' stands
      }
      objective b {
        title: It's a "goal"
        ^^^^^ unknown-field: Write objective b "It's a \\"goal\\"". @Write it behind the name
      }
    `));

  test("several words where a choice belongs", () =>
    expectFaults(`
      initiative a "A" {
        status: in progress
                ^^^^^^^^^^^ unknown-value: 'in progress' is no value of 'status'
        priority: must have
                  ^^^^^^^^^ unknown-value: 'must', 'should', 'could' or 'wont'
        budget: 500k-700k
                ^^^^^^^^^ wrong-type: takes one number. Choose one instead of '500k-700k'
        value: 1,200
               ^^^^^ wrong-type: 'value' takes one number, from 1 to 10.
        owner: -
               ^ syntax: '-' is no value for 'owner'. Write one, such as the name of a role @Leave it out for now
        progress: TBD
                  ^^^ wrong-type: 'TBD' is no value for 'progress'. Write one, such as 40% @Leave it out for now
      }
    `));

  test("a week is no date, but its days are", () =>
    expectFaults(`
      objective a "A" {
        due: 2026-W01
             ^^^^^^^^ invalid-date: Write 2025-12-29 for its Monday, or 2026-01-04 for its Sunday.
      }
    `));
});

test("a title in a field of its own is the title: nothing is said of a missing one", () => {
  const { diagnostics, after } = diagnosed({
    "plan.strategy": 'objective b {\n  owner: cio\n  title: "A goal"\n  level: it\n}\n',
  });
  expect(diagnostics.map((one) => one.code)).not.toContain("missing-title");
  const fix = diagnostics.find((one) => one.code === "unknown-field")?.fixes[0];
  expect(fix && after(fix)["plan.strategy"]).toBe(
    'objective b "A goal" {\n  owner: cio\n  level: it\n}\n',
  );
});
