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
  const fiscal = readSeries("date,value\n2026-Q4,1", { month: 4, namedBy: "end" });
  expect(fiscal.rows.map(({ day }) => iso(day))).toEqual(["2026-03-31"]);
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

test("says of each row why it cannot be read, and counts the others", () => {
  check(
    "date,value\n31.01.2026,4\n2026-02-28,5",
    "2026-02-28 5",
    "line 2: '31.01.2026' is no ISO date: write 2026-01-31",
  );
  check("date,value\n2026-02-30,4", "line 2: '2026-02-30' is no ISO date");
  check("date,value\n,4", "line 2: it has no date");
  check('date,value\n2026-01-31,"4,2"', "line 2: '4,2' has a decimal comma: write 4.2");
  check('date,value\n2026-01-31,"1,200"', "line 2: '1,200' may be 1200 or 1.200");
  check('date,value\n2026-01-31,"1,200,000"', "line 2: '1,200,000' groups its digits");
  check("date,value\n2026-01-31,4.2%", "line 2: '4.2%' is no number");
  check("date,value\n2026-01-31,1e400", "line 2: '1e400' is no number");
});

test("does not read 4 where 4,2 stands", () => {
  check("date,value\n2026-01-31,4,2", "line 2: it has 3 values under 2 columns");
});

test("takes the first of two values for a date", () => {
  check(
    "date,value\n2026-01-31,1\n2026-01,2",
    "2026-01-31 1",
    "line 3: its date stands on line 2 already, with 1",
  );
  check("date,value\n2026-01-31,1\n2026-01-31,1.0", "2026-01-31 1");
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
