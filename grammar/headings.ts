// The tokens around a place where a brace stands or may be missing → the head of its block, and the name in it.
import { follows, type Look } from "./here.ts";
import { isDeclaration } from "./starts.ts";
import { Colon, DateWord, Digits, NumberWord, Open, Quoted, type Token, Word } from "./tokens.ts";
import { kindOf } from "./vocabulary.ts";

/** What begins a line like the head of a block, and has no brace behind it. */
interface BareHead {
  /** Its name, or else its kind or field. */
  readonly word: Token;
  readonly isDeclaration: boolean;
  /** How many tokens it takes, and where they end. */
  readonly length: number;
  readonly end: number;
  readonly line: number;
}

/** A head is followed so many tokens far. */
const longest = 12;

/** The head at `look(1)` of what may be a block without its opening brace. */
export function bareHead(look: Look): BareHead | undefined {
  const first = look(1);
  if (first === undefined) return undefined;
  const isHead = isDeclaration(look);
  let length = 1;
  while (length < longest && follows(look(length), look(length + 1)) && isPart(look, length + 1))
    length++;
  if (look(length + 1)?.tokenType === Quoted && isHead) length++;
  const [last, next] = [look(length), look(length + 1)];
  if (last === undefined || next?.tokenType === Open) return undefined;
  const isInline = follows(last, next);
  if (isInline && !(next.tokenType === Word && look(length + 2)?.tokenType === Colon))
    return undefined;
  if (!isHead && length > 1) return undefined;
  const second = look(2);
  const word = length > 1 && second?.tokenType !== Quoted ? (second ?? first) : first;
  const isImport = first.image === "import";
  return { word, isDeclaration: isHead && !isImport, length, end: last.end, line: first.line };
}

/** Whether a token belongs to a head: a name or a title, but no field on the same line. */
function isPart(look: Look, ahead: number): boolean {
  const type = look(ahead)?.tokenType;
  if (type === Word) return look(ahead + 1)?.tokenType !== Colon;
  return type === Quoted || type === Digits;
}

/**
 * How far from the brace at `look(0)` the name stands whose block it opens, as a negative number:
 * behind the kind, else right before the title. 0 where there is none.
 */
export function nameBefore(look: Look): number {
  const isName = (ahead: number) => {
    const type = look(ahead)?.tokenType;
    return type === Word || type === Digits || type === DateWord || type === NumberWord;
  };
  let last = -1;
  while (look(last)?.tokenType === Quoted || look(last)?.tokenType === Colon) last--;
  if (!isName(last)) return 0;
  for (let kind = last - 1; isName(kind); kind--) {
    if (!follows(look(kind), look(kind + 1))) break;
    if (kindOf(look(kind)?.image ?? "") !== undefined) return kind + 1;
  }
  return last;
}
