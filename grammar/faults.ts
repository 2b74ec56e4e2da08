// What is wrong at a place → the sentence that says so, and the edits that mend it where they are sure.
import { asNumber, sizeOf } from "./numbers.ts";
import type { Spelt } from "./spelt.ts";
import type { Token } from "./tokens.ts";
import type { Edit, Fault, FaultCode, Span } from "./tree.ts";
import { isCurrency, suggestDate } from "./values.ts";
import type { FieldEntry, ValueType } from "./vocabulary.ts";

/** A fix: without a title it says what it writes. `unsure`: something else may be meant. */
interface Proposal {
  readonly title?: string;
  readonly edits: readonly Edit[];
  readonly unsure?: true | undefined;
}

/** A fault of syntax. A fix that writes one text in the place of the span itself may be given as that text. */
export function fault(
  span: Span,
  message: string,
  fix?: Proposal | string,
  code: FaultCode = "syntax",
): Fault {
  const { start, end } = span;
  if (fix === undefined) return { start, end, code, message };
  const edits = typeof fix === "string" ? [{ start, end, text: fix }] : fix.edits;
  const first = edits[0];
  const title =
    typeof fix === "string" ? `Change to ${fix}` : (fix.title ?? `Write ${first?.text.trim()}`);
  const unsure = typeof fix !== "string" && fix.unsure === true;
  return { start, end, code, message, fix: { title, edits, ...(unsure && { unsure }) } };
}

/** Where a token stands. */
export function place(token: Token): Span {
  return { start: token.startOffset, end: token.end };
}

/** Where the colon of a field stands. */
export function colonAt(start: number): Span {
  return { start, end: start + 1 };
}

/** A comment as other languages have it. */
export function wrongComment(comment: Span, mark = "#"): Fault {
  const end = comment.start + mark.length;
  return fault(comment, `A comment begins with //. Write // instead of ${mark}.`, {
    title: "Write //",
    edits: [{ start: comment.start, end, text: "//" }],
  });
}

/** A word of digits and letters where a name belongs. */
export function digitName(token: Token): Fault {
  const name = `_${token.image}`;
  const message = `A name cannot begin with a digit. Write '${name}' instead of '${token.image}'.`;
  return fault(place(token), message, name);
}

/** A date that does not exist or is written in another form. */
export function wrongDate(span: Span, written: string, spelt?: Spelt): Fault {
  const iso = spelt?.iso ?? suggestDate(written);
  const advice =
    spelt?.advice ?? "Write one that exists, such as 2026-03-15, 2026-03, 2026-Q1, 2026-H2 or 2026";
  const lead = /^(?:FY|GJ)/i.test(written)
    ? "A fiscal year bears its number. "
    : /^(?:\d{4}|by|until|till|in|on|bis|the|at|end)/i.test(written)
      ? ""
      : "Dates are written with the year first. ";
  const message =
    iso === undefined
      ? `'${written}' is no date. ${advice}.`
      : `${lead}Write ${iso} instead of '${written}'.`;
  return fault(span, message, iso, "invalid-date");
}

/** A period that is not written as a start, two dots and an end. */
export function wrongPeriod(span: Span, written: string, { iso }: Spelt): Fault {
  const message =
    iso === undefined
      ? `A period has a start and an end, such as 2026-Q1 .. 2026-Q3. Write '${written}' so.`
      : `Write ${iso} instead of '${written}'.`;
  return fault(span, message, iso, "invalid-date");
}

/** A figure's date behind another word than `on` or `by`, or none. */
export function wrongMoment(span: Span, written: string, word: string, { iso }: Spelt): Fault {
  const form = `${word} ${iso ?? "2026-06"}`;
  const message =
    iso === undefined
      ? `The date of a figure is written as in '${form}'. Write '${written}' so.`
      : `Write '${form}' instead of '${written}'.`;
  return fault(span, message, iso && form, "invalid-date");
}

/**
 * What a word of digits and letters stands for, as the field asks: `1.2M`, `4 FTE`, `_5g`; undefined
 * where it can be nothing that the field takes.
 */
export function meantByDigits(word: string, field: FieldEntry | undefined): string | undefined {
  const types = field?.types ?? [];
  const takes = (...names: ValueType["is"][]) => types.some((type) => names.includes(type.is));
  const isNamed = takes("reference", "word");
  const number = asNumber(word);
  if (!isNamed && number !== word && (types.length === 0 || takes(...numeric))) return number;
  const match = /^([+-]?\d+(?:_\d+)*(?:\.\d+)?[kMB]?)(\p{L}[\p{L}\p{M}-]*)$/u.exec(word);
  const unit = match?.[2] ?? "";
  if (match !== null && !isNamed && fitsUnit(unit, types))
    return `${asNumber(match[1] ?? "")} ${unit}`;
  if (takes("unit")) return `"${word}"`;
  if (!isNamed && types.length > 0) return undefined;
  return /^\d[^.]*$/.test(word) ? `_${word}` : undefined;
}

const numeric = ["money", "rate", "number", "percent", "quantity", "dated"] as const;

/** Whether a number with a unit is what one of the types takes; without types, whether it may be. */
function fitsUnit(unit: string, types: readonly ValueType[]): boolean {
  if (types.length === 0) return unit.length > 1;
  return types.some((type) => {
    if (type.is === "money" || type.is === "rate") return isCurrency(unit);
    if (type.is === "quantity") return (type.unit ?? unit.toUpperCase()) === unit.toUpperCase();
    return type.is === "dated";
  });
}

/** Whether a word behind a number is a size, such as the `M` of `1.2 M EUR`. */
export function sizeWord(word: string): string | undefined {
  return /^(?:[kKmMbB]|mn|mio|bn|mrd|million|billion)$/i.test(word) ? sizeOf(word) : undefined;
}

/** A few words for the value that a field takes. */
export function exampleFor(field: FieldEntry | undefined): string {
  const type = field?.types[0];
  switch (type?.is) {
    case "text":
      return ', such as "…"';
    case "money":
      return ", such as 250k";
    case "rate":
      return ", such as 120k per year";
    case "percent":
      return ", such as 40%";
    case "date":
      return ", such as 2026-03-15";
    case "period":
      return ", such as 2026-Q1 .. 2026-Q3";
    case "dated":
      return `, such as 4.2 ${type.word} 2026-06`;
    case "quantity":
      return `, such as 4 ${type.unit ?? "days"}`;
    case "currency":
      return ", such as EUR";
    case "unit":
      return ", such as hours";
    case "reference": {
      const [kind = "declaration"] = type.to;
      return `, such as the name of ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
    }
    case "choice": {
      const names = type.of.slice(0, 3).map((choice) => choice.name);
      return names.length > 0 ? `, such as ${names.join(", ")}` : "";
    }
    case "number":
      return `, from ${type.min} to ${type.max}`;
    default:
      return "";
  }
}
