// What was measured → tables of medians, and of the goals with whether they hold; in Markdown, which reads well in a terminal too.
import { type Column, type Goal, type Measured, median, quartiles } from "./turns.ts";

/** A row a measurement, a column a program or a size: the median, and where the middle half lies. */
export function figures(measured: readonly Measured[]): string {
  return [...Map.groupBy(measured, ({ by }) => by ?? "program").values()].map(columns).join("\n\n");
}

function columns(measured: readonly Measured[]): string {
  const names = [...new Set(measured.flatMap(({ columns }) => [...columns.keys()]))];
  return table(
    ["", ...names],
    measured.map(({ what, unit, columns }) => [
      what,
      ...names.map((name) => cell(columns.get(name), unit)),
    ]),
  );
}

/** A row a goal. */
export function goals(measured: readonly Measured[]): string {
  const rows = measured.flatMap(({ what, unit, by, columns, goals: own }) =>
    own.map((goal) => [
      by ? `${what}, ${goal.of}` : what,
      asked(goal, unit),
      seen(goal, columns, unit),
      verdict(goal, columns),
    ]),
  );
  return rows.length === 0 ? "" : table(["", "goal", "seen", "holds"], rows);
}

/** Whether a goal holds; undefined where nothing was measured. */
function holds(goal: Goal, columns: ReadonlyMap<string, Column>): boolean | undefined {
  const ratio = ratioOf(goal, columns);
  return ratio === undefined ? undefined : ratio <= goal.most;
}

/** The median, in terms of that of another where the goal names one. */
function ratioOf({ of, than }: Goal, columns: ReadonlyMap<string, Column>): number | undefined {
  const own = middle(columns, of);
  if (than === undefined || own === undefined) return own;
  const other = middle(columns, than);
  return other === undefined ? undefined : own / other;
}

function middle(columns: ReadonlyMap<string, Column>, name: string): number | undefined {
  const column = columns.get(name);
  return column && median(column);
}

function asked({ than, most }: Goal, unit: string): string {
  if (than === undefined) return `≤ ${most} ${unit}`;
  return most < 1 ? `≥ ${round(1 / most)} × better than ${than}` : `≤ ${most} × ${than}`;
}

function seen(goal: Goal, columns: ReadonlyMap<string, Column>, unit: string): string {
  const ratio = ratioOf(goal, columns);
  if (ratio === undefined) return "–";
  if (goal.than === undefined) return `${round(ratio)} ${unit}`;
  return goal.most < 1 ? `${round(1 / ratio)} × better` : `${round(ratio)} ×`;
}

function verdict(goal: Goal, columns: ReadonlyMap<string, Column>): string {
  const does = holds(goal, columns);
  if (does === undefined) return "not measured";
  return does ? "yes" : "**no**";
}

function cell(column: Column | undefined, unit: string): string {
  if (column === undefined) return "";
  if (column.failure !== undefined) return `failed: ${column.failure}`;
  const value = median(column);
  if (value === undefined) return "";
  if (column.samples.length === 1) return `${round(value)} ${unit}`;
  const [low, high] = quartiles(column);
  return `${round(value)} ${unit} (${round(low)} to ${round(high)})`;
}

/** Three digits say all that is known. */
export function round(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en-US");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, index) => Math.max(3, ...all.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, index) => (row[index] ?? "").padEnd(width)).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}
