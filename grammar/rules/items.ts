// The lines of dashes below a field, as YAML and Markdown have lists → the one fault that says how a list is written.
import { exampleFor, fault, place } from "../faults.ts";
import { follows, type Look, type Owner } from "../here.ts";
import { startAt } from "../starts.ts";
import { Close, Comma, Open, Other, Quoted, Skipped, type Token } from "../tokens.ts";
import type { Edit, Fault, Span, Word } from "../tree.ts";
import type { FieldEntry } from "../vocabulary.ts";

interface Around {
  readonly name: Word;
  readonly colon: Span;
  readonly field: FieldEntry | undefined;
  readonly owner: Owner;
}

interface Item {
  readonly dash: Token;
  readonly first: Token;
  readonly last: Token;
}

/** Whether a token stands before an item of a list, as in YAML or Markdown. */
export function isDash(token: Token | undefined): boolean {
  return token?.tokenType === Other && /^[-*+\u2022\u2013]$/u.test(token.image);
}

/** The items on the lines behind a colon, how many tokens they take, and what to write instead. */
export function listItems(
  look: Look,
  text: string,
  around: Around,
): { readonly count: number; readonly fault: Fault } | undefined {
  const items: Item[] = [];
  let count = 0;
  for (;;) {
    const [dash, first] = [look(count + 1), look(count + 2)];
    if (dash === undefined || !isDash(dash) || !follows(dash, first)) break;
    if (items.length > 0 && follows(look(count), dash)) break;
    const start = startAt((ahead) => look(count + 1 + ahead), around.owner);
    if (start === "field" || start === "declaration") break;
    let length = 2;
    while (
      isItemToken(look(count + length + 1)) &&
      follows(look(count + length), look(count + length + 1))
    )
      length++;
    count += length;
    const last = look(count);
    if (last === undefined || !isItemToken(first)) return undefined;
    items.push({ dash, first, last });
  }
  return items.length === 0 ? undefined : { count, fault: dashFault(items, text, around) };
}

function isItemToken(token: Token | undefined): boolean {
  return token !== undefined && ![Open, Close, Skipped].includes(token.tokenType);
}

function dashFault(items: readonly Item[], text: string, { name, colon, field }: Around): Fault {
  const isText = field?.types.some((type) => type.is === "text") && !field.list;
  const edits = isText ? textEdits(items, colon) : itemEdits(items, text, { colon, field });
  const message = isText
    ? `A text over several lines stands between """ and """. Write them around the lines behind '${name.text}:'.`
    : field?.list
      ? `The items of a list stand behind '${name.text}:', with commas between them and no dashes.`
      : `The value of '${name.text}' stands behind the colon, without a dash${exampleFor(field)}.`;
  const title = isText ? 'Write """ around it' : "Write it behind the colon";
  return fault(name, message, edits && { title, edits });
}

/** Only blanks may go: comments and more stay where they are. */
function itemEdits(
  items: readonly Item[],
  text: string,
  { colon, field }: Pick<Around, "colon" | "field">,
): readonly Edit[] | undefined {
  if (items.length > 1 && field !== undefined && !field.list) return undefined;
  const edits: Edit[] = [];
  let end = colon.end;
  for (const { dash, first, last } of items) {
    const gap = text.slice(end, dash.startOffset).replace(/^\s*,/u, "");
    if (!/^\s*$/u.test(gap)) return undefined;
    edits.push({ start: end, end: first.startOffset, text: edits.length === 0 ? " " : ", " });
    ({ end } = last.tokenType === Comma ? { end: last.startOffset } : last);
    const item = text.slice(first.startOffset, end);
    if (first.tokenType !== Quoted && !/^[\p{L}_][\p{L}\p{N}_.-]*(?:\s+[\d.]+\s+FTE)?$/u.test(item))
      return undefined;
  }
  const comma = items.at(-1)?.last;
  if (comma?.tokenType === Comma) edits.push({ ...place(comma), text: "" });
  return edits;
}

function textEdits(items: readonly Item[], colon: Span): readonly Edit[] {
  const end = items.at(-1)?.last.end ?? colon.end;
  return [
    { start: colon.end, end: colon.end, text: ' """' },
    { start: end, end, text: '"""' },
  ];
}
