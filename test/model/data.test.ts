import { expect, test } from "vitest";
import { calendarYear, iso } from "../../server/model/calendar.ts";
import { readSeries } from "../../server/model/derive/data.ts";

test("reads date and value by name, in any order and among other columns", () => {
  check("date,value\n2026-01-31,4.2\n2026-02-28,4.1", "2026-01-31 4.2", "2026-02-28 4.1");
  check("note,value,date\nfirst,1,2026-01-31", "2026-01-31 1");
  check(" Date , VALUE \n 2026-01-31 , 4 ", "2026-01-31 4");
});

test("reads with and without a byte order mark, and with any line ends", () => {
  check("\uFEFFdate,value\r\n2026-01-31,1\r\n2026-02-28,2\r\n", "2026-01-31 1", "2026-02-28 2");
  check("date,value\r2026-01-31,1\r2026-02-28,2", "2026-01-31 1", "2026-02-28 2");
});

test("sorts by date", () => {
  check("date,value\n2026-02-28,2\n2026-01-31,1", "2026-01-31 1", "2026-02-28 2");
});

test("takes a coarse date as its last day, in the fiscal year", () => {
  check("date,value\n2026-02,1\n2026-Q2,2\n2026,3", "2026-02-28 1", "2026-06-30 2", "2026-12-31 3");
  const text = "date,value\n2025-Q4,1\n2026-H1,1\n2026-Q3,1\n2026,1";
  const fiscal = readSeries(text, { month: 4, namedBy: "end" });
  expect(fiscal.rows.map(({ day }) => iso(day))).toEqual([
    "2025-03-31",
    "2025-09-30",
    "2025-12-31",
    "2026-03-31",
  ]);
});

test("keeps numbers exact", () => {
  check("date,value\n2026-01,0.1\n2026-02,-.5\n2026-03,1e3\n2026-04,12345678901234567890.12", [
    "2026-01-31 0.1",
    "2026-02-28 -0.5",
    "2026-03-31 1000",
    "2026-04-30 12345678901234567890.12",
  ]);
});

test("takes a row without a value as no measurement", () => {
  check("date,value,note\n2026-01-31,,ill\n2026-02-28\n,,\n\n2026-03-31,3,", "2026-03-31 3");
});

test("tells the line of a faulty row, below blank lines and cells of several lines", () => {
  const text =
    'date,value,note\r\n2026-01-31,1,"a\r\nb"\r\n\r\n2026-02-28,2,c\r\n2026-03-31,x,d\r\n';
  check(text, "2026-01-31 1", "2026-02-28 2", "line 6: 'x' is no number");
});

test("counts the rows beside a faulty one", () => {
  check(
    "date,value\n31.01.2026,4\n2026-02-28,5",
    "2026-02-28 5",
    "line 2: for '31.01.2026' write 2026-01-31",
  );
  check("date,value\n,4", "line 2: it has no date: write year-month-day");
});

test("says of a date what to write", () => {
  for (const [date, says] of [
    ["2026-06-31", "2026-06-31: June has 30 days"],
    ["2026-02-29", "2026-02-29: February has 28 days in 2026"],
    ["2028-02-30", "2028-02-30: February has 29 days in 2028"],
    ["31.06.2026", "31.06.2026: June has 30 days"],
    ["2026-13-01", "2026-13-01: there is no month 13"],
    ["2026-00", "2026-00: there is no month 00"],
    ["2026-06-00", "2026-06-00: there is no day 00"],
    ["2026-6-31", "2026-6-31: June has 30 days"],
    ["2026-08-11 00:00:00", "for '2026-08-11 00:00:00' write 2026-08-11"],
    ["2026-08-11T00:00:00Z", "for '2026-08-11T00:00:00Z' write 2026-08-11"],
    ["11.08.2026 09:30", "for '11.08.2026 09:30' write 2026-08-11"],
    ["20260811", "for '20260811' write 2026-08-11"],
    ["08/31/2026", "for '08/31/2026' write 2026-08-31"],
    ["08/10/2026", "for '08/10/2026' write year-month-day, such as 2026-08-31"],
    ["2026-W30", "for '2026-W30' write year-month-day, such as 2026-08-31"],
    ["soon", "for 'soon' write year-month-day, such as 2026-08-31"],
  ] as const) {
    expect(readSeries(`date,value\n${date},4`, calendarYear).faultyRows).toEqual([
      { line: 2, why: says },
    ]);
  }
});

test("says of a value what to write", () => {
  for (const [value, says] of [
    ["4,2", "'4,2' has a decimal comma: write 4.2"],
    ["1,200", "'1,200' may be 1200 or 1.200: write one of them"],
    ["1,200,000", "'1,200,000' groups its digits: write 1200000"],
    ["1.200.000", "'1.200.000' groups its digits: write 1200000"],
    ["1.234,56", "'1.234,56' groups its digits: write 1234.56"],
    ["1,234.56", "'1,234.56' groups its digits: write 1234.56"],
    ["12 000", "'12 000' groups its digits: write 12000"],
    ["3.5%", "for '3.5%' write 3.5"],
    ["3,5 %", "for '3,5 %' write 3.5"],
    ["12 days", "for '12 days' write 12"],
    ["€1.200.000", "for '€1.200.000' write 1200000"],
    ["EUR 800", "for 'EUR 800' write 800"],
    ["1.2M", "for '1.2M' write 1200000"],
    ["\u22125", "for '\u22125' write -5"],
    ["1.2 Mio", "'1.2 Mio' is no number: write one such as 4.2"],
    ["n/a", "'n/a' is no number: write one such as 4.2, or nothing where nothing was measured"],
    ["1e400", "'1e400' is no number"],
    ["9".repeat(70), `'${"9".repeat(20)}…' is no number`],
  ] as const) {
    const { faultyRows } = readSeries(`date,value\n2026-01-31,"${value}"`, calendarYear);
    expect(faultyRows.map(({ why }) => why.slice(0, says.length))).toEqual([says]);
  }
});

test("does not read 4 where 4,2 stands", () => {
  check("date,value\n2026-01-31,4,2", "line 2: '4,2' has a decimal comma: write 4.2");
  check("value,date\n4,2,2026-01-31", "line 2: '4,2' has a decimal comma: write 4.2");
  check("date,value\n2026-01-31,1,200", "line 2: '1,200' may be 1200 or 1.200");
  check("date,value\n2026-01-31,4,a note", "line 2: it has 3 values under 2 columns");
});

test("takes the first of two rows for a day, whatever they say", () => {
  check(
    "date,value\n2026-01-31,1\n2026-01,2",
    "2026-01-31 1",
    "line 3: its date stands on line 2 already, with 1: remove one of the two",
  );
  check("date,value\n2026-01-31,1\n2026-01-31,1.0", "2026-01-31 1", "line 3: its date stands");
});

test("where the fiscal year is faulty, only what depends on it is of unknown day", () => {
  const text = "date,value\n2026-05-31,3\n2026-04,2\n2026-Q3,4\n2026-H1,4\n2026,4\nsoon,1";
  const series = readSeries(text, undefined);
  expect(series.rows.map(({ day }) => iso(day))).toEqual(["2026-04-30", "2026-05-31"]);
  expect(series.faultyRows.map(({ line }) => line)).toEqual([7]);
  expect(series.isAdrift).toBe(true);
  expect(readSeries("date,value\n2026-05-31,3", undefined).isAdrift).toBeUndefined();
});

test("goes on below a stray quotation mark", () => {
  check('date,value\n2026-01-31,"1\n2026-02-28,2', "2026-02-28 2", "line 2: a quotation mark");
  const many = Array.from({ length: 60 }, () => '2026-01-31,"1').join("\n");
  const { rows, faultyRows } = readSeries(`date,value\n${many}\n2026-02-28,2`, calendarYear);
  expect([rows.length, faultyRows.length, faultyRows.at(-1)?.line]).toEqual([1, 60, 61]);
});

test("says what is wrong with a file that it cannot read at all", () => {
  check("", "The file is empty.");
  check("\uFEFF\n \n", "The file is empty.");
  check("date;value\n2026-01-31;4,2", "Its columns are separated by semicolons.");
  check("date\tvalue\n2026-01-31\t4", "Its columns are separated by tabs.");
  check("day,amount\n2026-01-31,4", "Its first line is not the header 'date,value'.");
  check("date,amount\n2026-01-31,4", "Its header has no column 'value'.");
  check("date,value\n2026-01-31,4".split("").join("\0"), "It is not written in UTF-8.");
  check("Gr\uFFFD\uFFFDe,value\n1,2", "It is not written in UTF-8.");
  check("\0\x01\x02", "Its first line is not the header 'date,value'.");
});

/** Each row as `date value`, each faulty row as `line n: why`, a fault of the whole as its beginning. */
function check(text: string, ...wanted: readonly (string | readonly string[])[]): void {
  const { rows, faultyRows, unreadable } = readSeries(text, calendarYear);
  const found = [
    ...rows.map(({ day, value }) => `${iso(day)} ${value.toFixed()}`),
    ...faultyRows.map(({ line, why }) => `line ${line}: ${why}`),
    ...(unreadable === undefined ? [] : [unreadable]),
  ];
  const starts = wanted.flat();
  expect(found.map((one, index) => one.slice(0, starts[index]?.length))).toEqual(starts);
}
