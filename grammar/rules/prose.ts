// Words where a text belongs → how far they go, and the one fault that puts them in quotation marks.
import { fault } from "../faults.ts";
import { fieldHere, follows, type Look, type Owner } from "../here.ts";
import { Colon, Comma, Dot, Other, PercentSign, Quoted, Word } from "../tokens.ts";
import type { Edit, Fault, Span } from "../tree.ts";
import type { FieldEntry } from "../vocabulary.ts";
import { isStop } from "./base.ts";
import { quotePlace } from "./heads.ts";

/**
 * How many tokens from `look(1)` on are meant as a text without its quotation marks; 0 where the
 * text has them, or where one word stands that may be something else.
 */
export function proseLength(look: Look, owner: Owner, field: FieldEntry | undefined): number {
  const [first, second] = [look(1), look(2)];
  if (first === undefined || isStop(first) || first.tokenType === Quoted) return 0;
  const isWord = first.tokenType === Word;
  const isField = isWord && fieldHere(first.image, owner) !== undefined;
  if (isField && follows(first, second) && second.tokenType === Colon) return 0;
  const isUnit = field?.types.some((type) => type.is === "unit") ?? false;
  if (isUnit && ![Word, Other, PercentSign].includes(first.tokenType)) return 0;
  const quote = isWord ? quotePlace(look) : 0;
  if (quote > 0) return quote;
  const count = lineOf(look, owner, field?.list === true);
  return isOneWord(look, count) ? 0 : count;
}

/** The tokens on this line before a brace or another field, less the commas at its end. */
function lineOf(look: Look, owner: Owner, isList: boolean): number {
  let count = 0;
  for (;;) {
    const [before, token, behind] = [look(count), look(count + 1), look(count + 2)];
    if (!follows(before, token)) break;
    if (token.tokenType === Comma ? isList : isStop(token)) break;
    const isName = token.tokenType === Word && follows(token, behind) && behind.tokenType === Colon;
    if (count > 0 && isName && fieldHere(token.image, owner) !== undefined) break;
    count++;
  }
  while (count > 0 && look(count)?.tokenType === Comma) count--;
  return count;
}

/** One name, number or address, of which another fault tells. */
function isOneWord(look: Look, count: number): boolean {
  const first = look(1);
  if (count === 1) return first?.tokenType !== Other;
  for (let at = 1; at <= count; at++) {
    const token = look(at);
    if (token?.tokenType !== (at % 2 === 1 ? Word : Dot)) return false;
    if (at > 1 && token.startOffset !== look(at - 1)?.end) return false;
  }
  return count % 2 === 1;
}

/** Whether a field is one of the vocabulary here. */
export function isFieldOf(field: FieldEntry, owner: Owner): boolean {
  return fieldHere(field.name, owner) === field;
}

/** Words where a text belongs. */
export function wrongText(span: Span, written: string, field: FieldEntry): Fault {
  if (/^[|>][+-]?$/.test(written)) {
    const message = 'A text over several lines stands between """ and """. Write them around it.';
    return fault(span, message);
  }
  const isHalf = /[^\\]"$/.test(written) && written.indexOf('"') === written.length - 1;
  const inner = isHalf ? written.slice(0, -1) : written;
  const edits: Edit[] = [{ start: span.start, end: span.start, text: '"' }];
  for (const { index } of inner.matchAll(/["\\]/g)) {
    const at = span.start + index;
    edits.push({ start: at, end: at, text: "\\" });
  }
  if (!isHalf) edits.push({ start: span.end, end: span.end, text: '"' });
  const unit = field.types.some((type) => type.is === "unit") ? "one word, % or a text" : "a text";
  const message = isHalf
    ? "The quotation mark before this text is missing."
    : `'${field.name}' takes ${unit}. Put it in quotation marks.`;
  return fault(span, message, { title: "Put it in quotation marks", edits: joined(edits) });
}

/** Two edits at one place are one. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last?.start === edit.start)
      result[result.length - 1] = { ...last, text: last.text + edit.text };
    else result.push(edit);
  }
  return result;
}
