// A row that is a KPI or a risk → its fields.
import { choiceIn } from "./choice-words.ts";
import { periodIn } from "./dates.ts";
import { shortText } from "./literals.ts";
import { type CellNumber, writtenNumber } from "./numbers.ts";
import type { RowWriter } from "./writer.ts";

/** A KPI: where it stood, should stand and stands; what is current is of today where no date says else. */
export function fieldsOfKpi(row: RowWriter): void {
  const period = row.read("timeline", ({ cell, column }) =>
    periodIn(cell, row.writing.manner(column).order),
  );
  const [start, end] = [row.date("start"), row.date("end")];
  const from = row.date("baseline-date") ?? start ?? period?.[0];
  const by = row.date("target-date") ?? end ?? period?.at(-1);
  const on = row.date("actual-date");
  const baseline = row.number("baseline");
  const target = row.number("target");
  const actual = row.number("actual");
  const unit = unitOf(row, [target, baseline, actual]);
  if (unit !== undefined) row.set("unit", unit);
  const today = actual === undefined ? undefined : row.writing.today;
  const dated = (number: CellNumber | undefined, word: string, date: string | undefined) =>
    number &&
    `${writtenNumber(number.value)}${date === undefined ? "" : ` ${word} ${row.saw(date)}`}`;
  const values = [
    ["baseline", dated(baseline, "on", from)],
    ["target", dated(target, "by", by)],
    ["actual", dated(actual, "on", on ?? today)],
  ] as const;
  for (const [field, text] of values) if (text !== undefined) row.set(field, text);
  progressOf(row, from, by);
  for (const field of ["frequency", "direction"]) row.choice(field);
  row.text("formula");
}

/** A result that is only told in percent goes from nothing to all of it. */
function progressOf(row: RowWriter, from: string | undefined, by: string | undefined): void {
  const { fields } = row.item;
  const hasFigures = fields.has("target") || fields.has("actual") || fields.has("baseline");
  // Where there are figures, progress follows from them.
  const progress = hasFigures ? void row.take("progress") : row.percent("progress");
  if (progress === undefined) return;
  row.set("unit", "%");
  row.set("baseline", `0${from === undefined ? "" : ` on ${row.saw(from)}`}`);
  row.set("target", `100${by === undefined ? "" : ` by ${row.saw(by)}`}`);
  row.set("actual", `${progress.slice(0, -1)} on ${row.writing.today}`);
}

function unitOf(row: RowWriter, numbers: readonly (CellNumber | undefined)[]): string | undefined {
  const said = row.read("unit", ({ cell, column }) =>
    // The name of a figure is not what it counts.
    /name/i.test(column.heading) && /\s/.test(cell.trim()) ? undefined : cell.trim(),
  );
  const [known] = numbers.flatMap((number) => {
    if (number === undefined) return [];
    const { percent, currency, unit } = number;
    return percent ? ["%"] : (unit ?? currency ?? []);
  });
  const unit = said ?? known;
  if (unit === undefined) return undefined;
  if (/^(?:%|percent(?:age)?|prozent|pourcent(?:age)?)$/i.test(unit)) return "%";
  return /^[A-Za-z]{3,20}$/.test(unit) && !/^(?:after|by|for|from|on|per)$/i.test(unit)
    ? unit
    : shortText(unit);
}

/** A risk: how likely and how bad it is, before and after what is done about it. */
export function fieldsOfRisk(row: RowWriter): void {
  for (const field of ["category", "impact", "response", "status"]) row.choice(field);
  const probability = chanceOf(row, "probability");
  if (probability !== undefined) row.set("probability", probability);
  const loss = row.money("loss");
  if (loss !== undefined) row.set("loss", loss);
  for (const field of ["mitigation", "trigger"]) row.text(field);
  const left = chanceOf(row, "residual-probability");
  const impact = row.read("residual-impact", ({ cell }) => choiceIn("risk", "impact", cell));
  const residual = [
    ...(left === undefined ? [] : [`probability: ${left}`]),
    ...(impact === undefined ? [] : [`impact: ${impact}`]),
  ];
  if (residual.length > 0) row.set("residual", `{\n${residual.join("\n")}\n}`);
  const review = row.date("next-review");
  if (review !== undefined) row.set("next-review", row.saw(review));
}

/** A word or a number on a scale of five, or a percentage. */
function chanceOf(row: RowWriter, field: string): string | undefined {
  const word = row.row.said.get(field)?.[0];
  const choice = word && choiceIn("risk", "probability", word.cell);
  if (choice === undefined) return row.percent(field);
  row.take(field);
  return choice;
}
