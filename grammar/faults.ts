// What is wrong at a place → the sentence that says so, and the edits that mend it where they are sure.
import { asNumber, sizeOf } from "./numbers.ts";
import type { Token } from "./tokens.ts";
import type { Edit, Fault, FaultCode, Span } from "./tree.ts";
import { suggestDate } from "./values.ts";
import type { FieldEntry } from "./vocabulary.ts";

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

/** A word of digits and letters where a name belongs. */
export function digitName(token: Token): Fault {
  const name = `_${token.image}`;
  const message = `A name cannot begin with a digit. Write '${name}' instead of '${token.image}'.`;
  return fault(place(token), message, name);
}

/** A date that does not exist or is written in another form. */
export function wrongDate(token: Token): Fault {
  const iso = suggestDate(token.image);
  const form = "such as 2026-03-15, 2026-03, 2026-Q1, 2026-H2 or 2026";
  const message =
    iso === undefined
      ? `'${token.image}' is no date. Write one that exists, ${form}.`
      : `Dates are written with the year first. Write ${iso} instead of '${token.image}'.`;
  return fault(place(token), message, iso, "invalid-date");
}

/** What a word of digits and letters most likely stands for, as the field asks. */
export function meantByDigits(word: string, field: FieldEntry | undefined): string {
  const types = new Set(field?.types.map((type) => type.is));
  const named = types.has("reference") || types.has("word");
  const number = asNumber(word);
  if (!named && number !== word) return number;
  const match = /^([+-]?\d+(?:_\d+)*(?:\.\d+)?[kMB]?)(\p{L}[\p{L}\p{M}-]*)$/u.exec(word);
  const counts = ["money", "rate", "quantity", "dated", "period", "number", "percent"] as const;
  const unit = match?.[2] ?? "";
  if (match && (counts.some((type) => types.has(type)) || (unit.length > 1 && !named))) {
    return `${asNumber(match[1] ?? "")} ${unit}`;
  }
  const isName = named || field === undefined || types.has("unit");
  return isName && !/^[+-]|\./.test(word) ? `_${word}` : word;
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
