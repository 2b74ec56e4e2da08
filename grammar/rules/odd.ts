// What stands behind the colon of a field, as a whole, and is none of the language's values → the fault that says so.

import { currencyOfSign } from "../currencies.ts";
import { exampleFor, fault } from "../faults.ts";
import { follows } from "../here.ts";
import { lineBefore } from "../lines.ts";
import { Dot, NumberWord, Other, PercentSign, Quoted, type Token, Word } from "../tokens.ts";
import type { Edit, Fault, Span } from "../tree.ts";
import { readDate } from "../values.ts";
import type { FieldEntry } from "../vocabulary.ts";
import { takes } from "./dates.ts";
import { takesNumbers } from "./terms.ts";

const nothing = /^(?:[-–—?~_.…]+|n\/a|n\.a\.?|\[\]|\(\)|<[^<>]*>|x{3,})$/iu;
const nothingYet = /^(?:tb[acd]|todo|none|null|nil|unknown|undefined)$/iu;
const units = /^(?:on|by|for|per|[A-Z]{3}|days?|FTE)$/;
const range =
  /^[~≈<>]?[+-]?\d[\d_.]*\p{L}*[ %]*(?:-|–|—|\.\.+|to|bis)[ ]*[+-]?\d[\d_.]*[\p{L}%]*(?:\s|$)/u;

/** Whether a value may be none as a whole, by its first two tokens: most are told apart here. */
export function mayBeOdd(first: Token, second: Token | undefined): boolean {
  const behind = follows(first, second) ? second : undefined;
  if (first.tokenType === Quoted) return false;
  if (first.tokenType === Word)
    return behind?.tokenType === Other || behind?.tokenType === Dot || nothingYet.test(first.image);
  if (first.tokenType !== NumberWord) return true;
  return behind !== undefined && behind.tokenType !== PercentSign && !units.test(behind.image);
}

interface Around {
  readonly text: string;
  /** The field's name. */
  readonly name: Span;
  readonly field: FieldEntry;
}

/** What is wrong with a value as it stands, where no part of it is meant as a value. */
export function checkWhole(value: Span, { text, name, field }: Around): Fault | undefined {
  const written = text.slice(value.start, value.end);
  const takesWords = takes(field, "reference", "word", "unit", "text", "choice");
  if (nothing.test(written) || (nothingYet.test(written) && !takesWords))
    return noValue(value, written, { text, name, field });
  const code = currencyOfSign(written);
  if (code !== undefined && takes(field, "unit", "currency"))
    return fault(value, `Write ${code} instead of '${written}'.`, code);
  if (takesNumbers(field) && !takes(field, "period") && isRange(written))
    return fault(
      value,
      `'${field.name}' takes one number. Choose one instead of '${written}'${exampleFor(field)}.`,
      undefined,
      "wrong-type",
    );
  return undefined;
}

function isRange(written: string): boolean {
  return range.test(written) && readDate(written) === undefined;
}

/** A sign that there is nothing to say yet. */
function noValue(value: Span, written: string, { text, name, field }: Around): Fault {
  const message = `'${written}' is no value for '${field.name}'. Write one${exampleFor(field)}, or leave the line out until you know it.`;
  const code = nothingYet.test(written) ? "wrong-type" : "syntax";
  const edits = withoutField({ start: name.start, end: value.end }, text);
  return fault(value, message, { title: "Leave it out for now", edits }, code);
}

/** Turns a field that has its line to itself into a comment, and removes one that shares it. */
function withoutField({ start, end }: Span, text: string): readonly Edit[] {
  const isFirst = lineBefore(text, start).trim() === "";
  const isLast = /^[^\S\r\n]*,?[^\S\r\n]*(?:\/\/|[\r\n]|$)/u.test(text.slice(end));
  if (isFirst && isLast) return [{ start, end: start, text: "// " }];
  const behind = /^[^\S\r\n]*,?[^\S\r\n]*/u.exec(text.slice(end))?.[0].length ?? 0;
  return [{ start, end: end + behind, text: "" }];
}
