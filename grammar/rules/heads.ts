// The words behind a kind → the name and title of a declaration, and what is wrong with them.
import { digitName, fault, place } from "../faults.ts";
import { follows, isKindHere, type Look, type Owner } from "../here.ts";
import {
  Colon,
  Comma,
  DateWord,
  Digits,
  NumberWord,
  Open,
  Quoted,
  Skipped,
  type Token,
  Word,
} from "../tokens.ts";
import type { Fault, Span, Text, Word as WordNode } from "../tree.ts";
import { isStop } from "./base.ts";

/** How many tokens behind a kind, `look(0)`, belong to its name or to what was meant as its title. */
export function headLength(look: Look, owner: Owner): number {
  const quote = quotePlace(look);
  if (quote > 0) return quote;
  let count = 0;
  for (;;) {
    const [before, token, next] = [look(count), look(count + 1), look(count + 2)];
    if (!follows(before, token)) return count;
    if (token.tokenType === Comma ? !isHeadEnd(next) : isStop(token)) return count;
    if (token.tokenType === Quoted && token.image !== '"') return count;
    if (token.tokenType === Word && follows(token, next)) {
      if (next.tokenType === Colon) return count > 0 || !isHeadEnd(look(count + 3)) ? count : 2;
      if (count > 0 && isKindHere(token.image, owner) && next.tokenType === Word) return count;
    }
    if (token.tokenType === Colon && count > 0) return count;
    count++;
  }
}

/** How many tokens there are up to a lone quotation mark on this line; 0 without one. */
export function quotePlace(look: Look): number {
  let count = 0;
  for (;;) {
    const [before, token] = [look(count), look(count + 1)];
    if (!follows(before, token) || token.tokenType === Open) return 0;
    count++;
    if (token.tokenType === Quoted) return token.image === '"' && count > 1 ? count : 0;
  }
}

function isHeadEnd(token: Token | undefined): boolean {
  const type = token?.tokenType;
  return type === Quoted || type === Open || type === Skipped;
}

interface Head {
  readonly name?: WordNode;
  /** A title without its quotation marks. */
  readonly title?: Text;
  readonly fault?: Fault;
  readonly faulty?: true;
}

/** Reads the tokens between a kind and its title or block. */
export function readHead(
  kind: WordNode,
  tokens: readonly Token[],
  title: Token | undefined,
  isBlock: boolean,
): Head {
  const colon = tokens[0]?.tokenType === Colon ? tokens[0] : undefined;
  const [first, ...rest] = colon === undefined ? tokens : tokens.slice(1);
  if (first === undefined || !isNameLike(first)) return nameless(kind, first, tokens.at(-1), title);
  const name = word(first, first);
  const [behind] = rest;
  if (behind?.tokenType === Colon && rest.length === 1)
    return { name, fault: surplusColon(kind, name, behind) };
  if (rest.length > 0) return readRest(name, rest, title, isBlock);
  if (first.tokenType !== Word) return { name, fault: digitName(first), faulty: true };
  if (colon === undefined) return { name };
  return { name, fault: surplusColon(kind, name, colon) };
}

function surplusColon(kind: WordNode, name: WordNode, colon: Token): Fault {
  const edits = [{ ...place(colon), text: "" }];
  const message = `A declaration has no colon. Write '${kind.text} ${name.text}'.`;
  return fault(place(colon), message, { title: "Remove the colon", edits });
}

function isNameLike({ tokenType }: Token): boolean {
  return [Word, Digits, DateWord, NumberWord].includes(tokenType);
}

function word(first: Token, last: Token, joined?: string): WordNode {
  return { start: first.startOffset, end: last.end, text: joined ?? first.image };
}

function nameless(
  kind: WordNode,
  first: Token | undefined,
  last: Token | undefined,
  title: Token | undefined,
): Head {
  const titleText = title?.image.slice(1, -1) ?? "";
  const slug = slugOf(titleText);
  const example = slug === "" ? `${kind.text} my-${kind.text}` : `${kind.text} ${slug}`;
  const message = `This ${kind.text} has no name. Write one behind '${kind.text}', such as '${example}'.`;
  if (first !== undefined && last !== undefined) {
    const span = { start: first.startOffset, end: last.end };
    return {
      fault: fault(span, `Here belongs a name. Write one word, such as '${example}'.`),
      faulty: true,
    };
  }
  if (slug === "") return { fault: fault(kind, message), faulty: true };
  const edits = [{ start: kind.end, end: kind.end, text: ` ${slug}` }];
  return { fault: fault(kind, message, { title: `Name it ${slug}`, edits }), faulty: true };
}

/** A title as a name: `monthly-churn` for `Monthly churn`. */
function slugOf(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const slug = words.slice(0, 4).join("-");
  return /^\p{XID_Start}/u.test(slug) ? slug : "";
}

/** What stands between a name and the title: more of the name, or a title without its quotes. */
function readRest(
  name: WordNode,
  rest: readonly Token[],
  title: Token | undefined,
  isBlock: boolean,
): Head {
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return { name };
  const span = { start: first.startOffset, end: last.end };
  if (last.image === '"') return { name, ...bareTitle(span, rest.slice(0, -1), true) };
  const isWords = rest.every(isNameLike);
  if (title === undefined && !(isWords && startsSmall(first) && (isBlock || rest.length === 1)))
    return { name, ...bareTitle(span, rest, false) };
  if (isWords) {
    const joined = [name.text, ...rest.map((token) => token.image)].join("-");
    const whole = { start: name.start, end: last.end };
    const message = `A name is one word. Write ${joined}.`;
    return { name: { ...whole, text: joined }, fault: fault(whole, message, joined), faulty: true };
  }
  return {
    name,
    fault: fault(span, "This belongs to nothing. Write only a title in quotation marks here."),
    faulty: true,
  };
}

function startsSmall(token: Token): boolean {
  return /^\p{Ll}/u.test(token.image);
}

function bareTitle(span: Span, words: readonly Token[], isHalf: boolean): Head {
  const value = words
    .map((token, index) => (token.startOffset === words[index - 1]?.end ? "" : " ") + token.image)
    .join("")
    .trim();
  const start = { start: span.start, end: span.start, text: '"' };
  const edits = isHalf ? [start] : [start, { start: span.end, end: span.end, text: '"' }];
  const message = isHalf
    ? "The quotation mark before this title is missing."
    : "A title stands in quotation marks. Put them around it.";
  return {
    title: { type: "text", ...span, value, long: false, closed: false },
    fault: fault(span, message, { title: "Put it in quotation marks", edits }),
  };
}
