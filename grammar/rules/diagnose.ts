// A value that is not as it should be → the one fault that names the form to write.
import { exampleFor, fault, place, sizeWord } from "../faults.ts";
import { Colon, Digits, NumberWord, Other, Quoted, type Token, Word } from "../tokens.ts";
import type { Fault, Head, Reference, Span, Value } from "../tree.ts";
import { isCurrency } from "../values.ts";
import type { FieldEntry } from "../vocabulary.ts";
import { isProseMark } from "./base.ts";
import { isDateLike, takes } from "./dates.ts";
import { groupsCode, isInRange, notInRange, takesNumbers } from "./terms.ts";

/** What is wrong with the head of a value that is otherwise complete. */
export function diagnoseHead(head: Head, field: FieldEntry | undefined): Fault | undefined {
  if (head.type === "reference" && head.measure !== undefined) {
    const [code] = head.path;
    const isMoney = code !== undefined && isCurrency(code.text) && head.path.length === 1;
    const takesTeams = field?.types.some((type) => type.is === "reference");
    if (!isMoney || takesTeams || head.measure.unit !== undefined) return undefined;
    const form = `${head.measure.number.text} ${code.text}`;
    return fault(head, `The currency stands behind the amount. Write ${form}.`, form);
  }
  if (head.type !== "measure") return undefined;
  const unit = head.unit?.text ?? "";
  const glued = /^(on|by|for|per)(\d.*)$/.exec(unit);
  if (glued !== null && head.unit !== undefined) {
    const form = `${glued[1]} ${glued[2]}`;
    return fault(head.unit, `Write '${form}', with a blank.`, form);
  }
  const size = sizeWord(unit);
  if (size === undefined || !takesNumbers(field)) return undefined;
  const form = `${head.number.text}${size}`;
  const isMoney = field?.types.some(({ is }) => is === "money" || is === "rate");
  return fault(head, `Write ${form}, without a blank before '${size}'.`, {
    title: `Change to ${form}`,
    edits: [{ start: head.start, end: head.end, text: form }],
    unsure: !isMoney || undefined,
  });
}

/** What is wrong where something stands behind a value that belongs neither to it nor to anything else. */
export function diagnoseRest(
  value: Value,
  rest: readonly Token[],
  field: FieldEntry | undefined,
  source: string,
): Fault {
  const [first] = rest;
  const last = rest.at(-1) ?? first;
  const head = value.head;
  const whole = { start: value.start, end: last?.end ?? value.end };
  if (first === undefined || last === undefined || head === undefined) return surplus(whole, field);
  return (
    text(value, rest, source.slice(whole.start, whole.end)) ??
    size(head, first, whole, field) ??
    (takes(field, "date") && !takes(field, "period") ? undefined : period(value, first, rest[1])) ??
    name(value, rest, whole, field) ??
    (first.tokenType === Quoted && head.type === "text" ? comma(value, first, field) : undefined) ??
    (first.tokenType === Colon ? twoColons(value, first) : undefined) ??
    surplus({ start: first.startOffset, end: last.end }, field)
  );
}

/** `"Everybody" wants it`: a text only part of which stands in quotation marks. */
function text(value: Value, rest: readonly Token[], written: string): Fault | undefined {
  const [first] = rest;
  const isText = value.head?.type === "text" && value.head.closed && !value.head.long;
  if (!isText || first === undefined || first.tokenType === Quoted) return undefined;
  if (first.tokenType === Colon || isProseMark(first)) return undefined;
  const whole = { start: value.start, end: rest.at(-1)?.end ?? value.end };
  const form = JSON.stringify(written);
  return fault(whole, "Put all of the text between one pair of quotation marks.", {
    title: "Put it in quotation marks",
    edits: [{ ...whole, text: form }],
  });
}

/** `1.2 M EUR` */
function size(
  head: Head,
  first: Token,
  whole: Span,
  field: FieldEntry | undefined,
): Fault | undefined {
  if (head.type !== "measure" || head.unit === undefined) return undefined;
  const letter = sizeWord(head.unit.text);
  if (letter === undefined || first.tokenType !== Word) return undefined;
  if (!isCurrency(first.image) && !takesNumbers(field)) return undefined;
  const form = `${head.number.text}${letter}`;
  const edits = [{ start: head.number.start, end: head.unit.end, text: form }];
  const message = `Write ${form} ${first.image}, without a blank before '${letter}'.`;
  return fault(whole, message, { title: `Change to ${form} ${first.image}`, edits });
}

/** `2026-Q1 - 2026-Q3`, `2026-Q1 to 2026-Q3` */
function period(value: Value, first: Token, second: Token | undefined): Fault | undefined {
  const { head, until } = value;
  const isYear =
    head?.type === "measure" && head.unit === undefined && head.number.text.length === 4;
  const isJoint =
    first.tokenType === Other
      ? /^(?:[-\u2010-\u2015~\u2192]|->)$/.test(first.image)
      : /^(?:to|until|till|through|bis)$/.test(first.image);
  if (!(head?.type === "date" || isYear) || until !== undefined || !isJoint || !isDateLike(second))
    return undefined;
  return fault(place(first), "Write '..' between the start and the end of a period.", "..");
}

/** Words behind a name, all of which are meant as one. */
function wordsOf(value: Value, rest: readonly Token[]): readonly string[] | undefined {
  const head = value.head;
  const isPlain =
    head?.type === "reference" && head.path.length === 1 && head.measure === undefined;
  const isWords = rest.every(
    ({ tokenType }) => tokenType === Word || tokenType === Digits || tokenType === NumberWord,
  );
  if (!isPlain || !isWords || value.at || value.length || value.per || value.until)
    return undefined;
  return [head.path[0]?.text ?? "", ...rest.map((token) => token.image)];
}

/**
 * Several words where one of several choices belongs, as one word: `in progress`. Undefined where
 * hyphens make a choice of them.
 */
export function phraseOf(
  value: Value,
  rest: readonly Token[],
  field: FieldEntry | undefined,
): Reference | undefined {
  if (rest.length === 0) return undefined;
  const words = wordsOf(value, rest);
  const choices = field?.types.flatMap((type) => (type.is === "choice" ? type.of : [])) ?? [];
  const [first, last] = [value.head, rest.at(-1)];
  if (words === undefined || choices.length === 0 || !first || !last) return undefined;
  if (choices.some(({ name }) => name === words.join("-").toLowerCase())) return undefined;
  const span = { start: first.start, end: last.end };
  return { type: "reference", ...span, path: [{ ...span, text: words.join(" ") }] };
}

/** `head of platform`; `cio and cto` are two names. */
function name(
  value: Value,
  rest: readonly Token[],
  whole: Span,
  field: FieldEntry | undefined,
): Fault | undefined {
  const words = wordsOf(value, rest);
  if (words === undefined) return undefined;
  const joined = words.join("-");
  if (takes(field, "choice")) {
    const form = joined.toLowerCase();
    return fault(whole, `Write ${form}, with a hyphen.`, form);
  }
  if (field !== undefined && !takes(field, "reference", "word")) {
    const message = `This is no value for '${field.name}'. Write one${exampleFor(field)}.`;
    const code = takes(field, "date", "period") ? "invalid-date" : "wrong-type";
    return fault(whole, message, undefined, code);
  }
  const isJoined = words.some((word) => /^(?:and|or|und|oder|et|ou)$/.test(word));
  if (isJoined) return severalNames(words, whole, field);
  const message = `A name is one word. Write ${joined}, or put commas between several names.`;
  const isName = rest.every(({ tokenType }) => tokenType === Word) || !takesShares(field);
  // The words may also be several names without their commas.
  const edits = [{ ...whole, text: joined }];
  const fix = { title: `Change to ${joined}`, edits, unsure: true } as const;
  return fault(whole, message, isName ? fix : undefined);
}

/** `cio and cto` */
function severalNames(words: readonly string[], whole: Span, field: FieldEntry | undefined): Fault {
  if (!field?.list) {
    const what = field === undefined ? "This" : `'${field.name}'`;
    return fault(whole, `${what} takes one name. Keep the one that counts.`);
  }
  const names = words.join(" ").split(/ (?:and|or|und|oder|et|ou) /);
  const form = names.map((one) => one.replaceAll(" ", "-")).join(", ");
  const isAll = !words.some((word) => /^(?:or|oder|ou)$/.test(word));
  return fault(whole, `Commas stand between several names. Write ${form}.`, {
    title: `Change to ${form}`,
    edits: [{ ...whole, text: form }],
    unsure: !isAll || undefined,
  });
}

function takesShares(field: FieldEntry | undefined): boolean {
  return field?.types.some((type) => type.is === "reference" && type.allocation) ?? false;
}

function comma(value: Value, first: Token, field: FieldEntry | undefined): Fault {
  const at = value.end;
  if (field?.list) {
    const edits = [{ start: at, end: at, text: "," }];
    return fault(place(first), "A comma is missing before this text.", {
      title: "Write a comma",
      edits,
    });
  }
  return fault(
    place(first),
    "One text is enough here. Put all of it between one pair of quotation marks.",
  );
}

function twoColons(value: Value, colon: Token): Fault {
  const word = value.head?.type === "reference" ? value.head.path.at(-1)?.text : undefined;
  const message = `There is a second colon. Give '${word ?? "this"}' a line of its own if it is a field, or remove the colon.`;
  return fault(place(colon), message);
}

function surplus(span: Span, field: FieldEntry | undefined): Fault {
  const what = field === undefined ? "the value" : `the value of '${field.name}'`;
  return fault(
    span,
    `This does not belong to ${what}. Remove it, or write it as ${field?.name ?? "a field"} expects${exampleFor(field)}.`,
  );
}

const group = /^\d{3}(?:\.\d+)?$/;

/** `1, 200, 000` where one number belongs: a list of digit groups is one fault. */
export function joinGroups(
  values: readonly Value[],
  field: FieldEntry | undefined,
): { readonly value: Value; readonly fault: Fault } | undefined {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined || first === last || !takesNumbers(field))
    return undefined;
  const isGroups = values.every((value, index) => {
    const { head } = value;
    if (head?.type !== "measure" || value.faulty) return false;
    if (index === 0) return /^[+-]?\d{1,3}$/.test(head.number.text) && isBare(value);
    return group.test(head.number.text) && (value === last || isBare(value));
  });
  if (!isGroups || last.head?.type !== "measure") return undefined;
  const { number } = last.head;
  const form = values
    .map(({ head }) => (head?.type === "measure" ? head.number.text : ""))
    .join("_");
  const span = { start: first.start, end: last.end };
  const edits = [{ start: first.start, end: number.end, text: form }];
  const isInside = isInRange(form, field);
  const fix = isInside ? { title: `Change to ${form}`, edits } : undefined;
  const message = isInside ? `Digits are grouped with '_'. Write ${form}.` : notInRange(field);
  return {
    value: { type: "value", ...span, faulty: true },
    fault: fault(span, message, fix, groupsCode(field)),
  };
}

/** Whether a value is a number alone. */
function isBare({ head, until, length, at, per }: Value): boolean {
  const isNumber = head?.type === "measure" && head.unit === undefined;
  return isNumber && !(until ?? length ?? at ?? per);
}
