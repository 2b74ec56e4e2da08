// A value that is not as it should be → the one fault that names the form to write.
import { exampleFor, fault, place, sizeWord } from "../faults.ts";
import { Colon, DateWord, Digits, NumberWord, Other, Quoted, type Token, Word } from "../tokens.ts";
import type { Fault, Head, Span, Value } from "../tree.ts";
import { isCurrency } from "../values.ts";
import type { FieldEntry } from "../vocabulary.ts";
import { groupsCode, takesNumbers } from "./terms.ts";

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
): Fault {
  const [first] = rest;
  const last = rest.at(-1) ?? first;
  const head = value.head;
  const whole = { start: value.start, end: last?.end ?? value.end };
  if (first === undefined || last === undefined || head === undefined) return surplus(whole, field);
  return (
    text(value, rest, field, whole) ??
    size(head, first, whole, field) ??
    period(value, first, rest[1]) ??
    share(value, rest, field, whole) ??
    choice(value, rest, field, whole) ??
    name(value, rest, field, whole) ??
    (first.tokenType === Quoted && head.type === "text" ? comma(value, first, field) : undefined) ??
    (first.tokenType === Colon ? twoColons(value, first) : undefined) ??
    surplus({ start: first.startOffset, end: last.end }, field)
  );
}

/** Words where a text belongs. */
function text(
  value: Value,
  rest: readonly Token[],
  field: FieldEntry | undefined,
  whole: Span,
): Fault | undefined {
  if (value.head?.type !== "reference" || !field?.types.some((type) => type.is === "text"))
    return undefined;
  const isQuoted = rest.at(-1)?.image === '"';
  const start = { start: whole.start, end: whole.start, text: '"' };
  const edits = isQuoted ? [start] : [start, { start: whole.end, end: whole.end, text: '"' }];
  const message = isQuoted
    ? `The quotation mark before this text is missing.`
    : `'${field.name}' takes a text. Put it in quotation marks.`;
  return fault(whole, message, { title: "Put it in quotation marks", edits });
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
  const isDate = value.head?.type === "date" && value.until === undefined;
  if (!isDate || second?.tokenType !== DateWord) return undefined;
  const isDash = first.tokenType === Other && /^[-\u2010-\u2015~\u2192]$/.test(first.image);
  if (!isDash && !/^(?:to|until|till|through|bis)$/.test(first.image)) return undefined;
  return fault(place(first), "Write '..' between the start and the end of a period.", "..");
}

/** `platform 4FTE` */
function share(
  value: Value,
  rest: readonly Token[],
  field: FieldEntry | undefined,
  whole: Span,
): Fault | undefined {
  const [only, more] = rest;
  const { head } = value;
  if (head?.type !== "reference" || head.measure !== undefined || more !== undefined)
    return undefined;
  if (!field?.types.some((type) => type.is === "reference" && type.allocation)) return undefined;
  const parts = only?.tokenType === Digits ? /^([\d._]+)(fte)$/i.exec(only.image) : null;
  if (parts === null) return undefined;
  const form = `${head.path.map((word) => word.text).join(".")} ${parts[1]} FTE`;
  return fault(whole, `Write ${form}, with a blank before the unit.`, form);
}

/** Several words where one of the choices belongs: those that are a choice together, or none. */
function choice(
  value: Value,
  rest: readonly Token[],
  field: FieldEntry | undefined,
  whole: Span,
): Fault | undefined {
  const type = field?.types.find((one) => one.is === "choice");
  const words = joinedWords(value, rest);
  if (field === undefined || type?.is !== "choice" || words === undefined) return undefined;
  const form = words.join("-").toLowerCase();
  const meant = type.of.find((one) => one.name === form || one.synonyms?.includes(form));
  const names = type.of.map((one) => `'${one.name}'`).join(", ");
  const says = `'${field.name}' takes one of ${names}.`;
  if (meant === undefined) return fault(whole, says);
  return fault(whole, `${says} Write ${meant.name} instead of '${words.join(" ")}'.`, meant.name);
}

/** The words of a value that is nothing but words. */
function joinedWords(value: Value, rest: readonly Token[]): readonly string[] | undefined {
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

/** `head of platform`; `cio and cto` are two names. */
function name(
  value: Value,
  rest: readonly Token[],
  field: FieldEntry | undefined,
  whole: Span,
): Fault | undefined {
  const words = joinedWords(value, rest);
  if (words === undefined) return undefined;
  const [one, ...more] = words.join(" ").split(/ (?:and|or|und|oder|et|ou) /);
  if (one === undefined || more.length === 0) {
    // The words may also be several names without their commas.
    const form = words.join("-");
    const edits = [{ ...whole, text: form }];
    const message = `A name is one word. Write ${form}, or put commas between several names.`;
    return fault(whole, message, { title: `Change to ${form}`, edits, unsure: true });
  }
  if (!field?.list) {
    const what = field === undefined ? "This" : `'${field.name}'`;
    return fault(whole, `${what} takes one name. Keep the one that counts.`);
  }
  const form = [one, ...more].map((part) => part.replaceAll(" ", "-")).join(", ");
  const isAll = !words.some((word) => /^(?:or|oder|ou)$/.test(word));
  return fault(whole, `Commas stand between several names. Write ${form}.`, {
    title: `Change to ${form}`,
    edits: [{ ...whole, text: form }],
    unsure: !isAll || undefined,
  });
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
  const message = `Digits are grouped with '_'. Write ${form}.`;
  return {
    value: { type: "value", ...span, faulty: true },
    fault: fault(span, message, { title: `Change to ${form}`, edits }, groupsCode(field)),
  };
}

/** Whether a value is a number alone. */
function isBare({ head, until, length, at, per }: Value): boolean {
  const isNumber = head?.type === "measure" && head.unit === undefined;
  return isNumber && !(until ?? length ?? at ?? per);
}
