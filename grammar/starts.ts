// The tokens at a place where something may start → what starts there: an import, a declaration, a field or neither.
import {
  fieldHere,
  follows,
  isFieldHere,
  isFieldSynonym,
  isKindHere,
  isQuotedField,
  kindMeant,
  type Look,
  type Owner,
  spacedField,
} from "./here.ts";
import {
  Address,
  Close,
  Colon,
  Comma,
  DateWord,
  Digits,
  Dot,
  NumberWord,
  Open,
  Other,
  PercentSign,
  Quoted,
  Skipped,
  Stray,
  type Token,
  Word,
} from "./tokens.ts";
import { type KindEntry, kindOf, kinds } from "./vocabulary.ts";

export type Start =
  | "import"
  | "declaration"
  /** A kind and its name that have grown together: `kpichurn "Monthly churn" {`. */
  | "fused"
  | "field"
  /** A field whose colon is missing, or something else than a colon. */
  | "bare-field"
  | "comma"
  | "end"
  | "junk";

const fieldWords: ReadonlySet<string> = new Set(
  kinds.flatMap((kind) => kind.fields.map((field) => field.name)).filter((name) => !kindOf(name)),
);

/** Whether a word is a field of some kind and no kind: outside any block it is a misplaced field. */
function isStrayField(word: string, owner: Owner): boolean {
  return owner === "file" && fieldWords.has(word);
}

/** Whether a word is a field here and no kind that may stand here. */
function isOnlyField(word: string, owner: Owner): boolean {
  return fieldHere(word, owner) !== undefined && !isKindHere(word, owner);
}

/** What starts at `look(1)`. Looks at a handful of tokens, and at the run of words that begins there. */
export function startAt(look: Look, owner: Owner): Start {
  const first = look(1);
  if (first === undefined) return "end";
  const type = first.tokenType;
  if (type === Close) return "end";
  if (type === Comma) return "comma";
  if (type === Quoted && isQuotedField(look)) return "field";
  if (type !== Word) return "junk";
  const second = look(2);
  if (second === undefined) return alone(first, owner);
  if (second.tokenType === Open || second.tokenType === Skipped) return beforeBlock(first, owner);
  if (second.tokenType === Quoted) return beforeText(first, look, owner);
  if (!follows(first, second)) return alone(first, owner);
  switch (second.tokenType) {
    case Colon:
      return isDeclarationWithColon(look, owner) ? "declaration" : "field";
    case Word:
      return beforeWord(first, second, look, owner);
    case NumberWord:
    case DateWord:
    case Digits:
    case PercentSign:
    case Address:
      return beforeNumber(first, look, owner);
    case Comma:
    case Close:
    case Stray:
      return alone(first, owner);
    default:
      if (isAssignment(second)) return "bare-field";
      return isKindHere(first.image, owner) ? "declaration" : "junk";
  }
}

/** `=`, `:=`, `->` and the like, where a colon belongs. */
export function isAssignment(token: Token | undefined): token is Token {
  return token?.tokenType === Other && /^(?:=|=>|->|:=|==|~|\uff1d|-|\u2192)$/u.test(token.image);
}

/** `kpi: churn "Monthly churn" {` */
function isDeclarationWithColon(look: Look, owner: Owner): boolean {
  const [kind, colon, name, behind] = [look(1), look(2), look(3), look(4)];
  if (kind === undefined || !isKindHere(kind.image, owner)) return false;
  if (fieldHere(kind.image, owner) !== undefined || name?.tokenType !== Word) return false;
  if (!follows(colon, name) || behind === undefined) return false;
  return behind.tokenType === Quoted || behind.tokenType === Open;
}

/** A word alone on its line. */
function alone(word: Token, owner: Owner): Start {
  if (isOnlyField(word.image, owner)) return "bare-field";
  return kindOf(word.image) === undefined ? "junk" : "declaration";
}

/** `kpi {` is a declaration without its name, `cost {` a field. */
function beforeBlock(word: Token, owner: Owner): Start {
  if (isKindHere(word.image, owner)) {
    const isBlock = fieldHere(word.image, owner)?.block !== undefined;
    return isBlock ? "field" : "declaration";
  }
  if (fieldHere(word.image, owner) !== undefined) return "field";
  if (isStrayField(word.image, owner)) return "field";
  if (kindMeant(word.image) !== undefined) return "declaration";
  return owner === "file" ? "declaration" : "field";
}

/** `kpi "Title"` is a declaration without its name, `vision "…"` a field without its colon. */
function beforeText(word: Token, look: Look, owner: Owner): Start {
  if (word.image === "import" && !isOnlyField("import", owner)) return "import";
  if (isKindHere(word.image, owner)) return "declaration";
  if (fieldHere(word.image, owner) !== undefined) return "bare-field";
  if (isStrayField(word.image, owner)) return "bare-field";
  if (kindOf(word.image) !== undefined) return "declaration";
  if (fusedKind(word.image, owner) !== undefined) return "fused";
  const behind = look(3)?.tokenType;
  return owner === "file" || behind === Open || behind === Skipped ? "declaration" : "bare-field";
}

/** The kind at the beginning of a word that is otherwise unknown: `kpi` in `kpichurn`. */
export function fusedKind(word: string, owner: Owner): KindEntry | undefined {
  return kinds.find(
    ({ name }) =>
      word.startsWith(name) &&
      /^[\p{XID_Start}_]/u.test(word.slice(name.length)) &&
      isKindHere(name, owner),
  );
}

function beforeWord(first: Token, second: Token, look: Look, owner: Owner): Start {
  const third = look(3);
  if (spacedField(look, owner) > 0) return "field";
  if (first.image === "import" && isImport(second, third, owner)) return "import";
  if (third?.tokenType === Colon && follows(second, third)) {
    const isHead = isKindHere(first.image, owner) && isHeadEnd(look(4)) && isHeadColon(look);
    return isHead ? "declaration" : alone(first, owner);
  }
  const isBlock = third?.tokenType === Open || third?.tokenType === Skipped;
  if (isBlock || third?.tokenType === Quoted) {
    const isField =
      isBlock && isOnlyField(first.image, owner) && fieldHere(second.image, owner)?.block;
    return isField ? "bare-field" : "declaration";
  }
  if (isOnlyField(first.image, owner)) return "bare-field";
  if (kindOf(first.image) !== undefined) return "declaration";
  const behind = afterWords(look, 3);
  if (behind?.tokenType === Quoted || behind?.tokenType === Open) return "declaration";
  if (isStrayField(first.image, owner)) return "bare-field";
  if (owner === "file") return "declaration";
  if (isFieldSynonym(first.image, owner)) return "bare-field";
  if (kindMeant(first.image) !== undefined) return "declaration";
  return "bare-field";
}

function isHeadEnd(token: Token | undefined): boolean {
  const type = token?.tokenType;
  return type === Quoted || type === Open || type === Skipped;
}

/** Whether the colon in `kind name: "Title" {` is a stray one, and no field begins at the name. */
function isHeadColon(look: Look): boolean {
  const behind = look(4)?.tokenType === Quoted ? look(5) : look(4);
  return behind?.tokenType === Open || behind?.tokenType === Skipped;
}

function isImport(second: Token, third: Token | undefined, owner: Owner): boolean {
  if (second.image === "from" && third?.tokenType !== Colon) return true;
  return owner === "file" || third?.tokenType === Quoted || third?.image === "from";
}

/** The first token on this line that is no word, from `ahead` on. */
function afterWords(look: Look, ahead: number): Token | undefined {
  let at = ahead;
  while (look(at)?.tokenType === Word && follows(look(at - 1), look(at))) at++;
  return follows(look(at - 1), look(at)) ? look(at) : undefined;
}

function beforeNumber(first: Token, look: Look, owner: Owner): Start {
  const third = look(3)?.tokenType;
  const isHead = third === Quoted || third === Open || third === Skipped;
  if (isHead && !isOnlyField(first.image, owner)) return "declaration";
  if (isKindHere(first.image, owner) && fieldHere(first.image, owner) === undefined)
    return "declaration";
  return "bare-field";
}

/**
 * Whether something starts at a word that stands behind a value or a comma, where a word could
 * also be a value: a field, two names before `{` or a text, a name before a text.
 */
export function interrupts(look: Look, owner: Owner, isNewLine: boolean): boolean {
  const [first, second] = [look(1), look(2)];
  if (isQuotedField(look)) return true;
  if (first?.tokenType !== Word || second === undefined) return false;
  const same = follows(first, second);
  if (second.tokenType === Colon) return same;
  if (second.tokenType === Word && same && isSpaced(look, owner)) return true;
  if (second.tokenType === Open || second.tokenType === Skipped) return same || isNewLine;
  if (second.tokenType === Quoted) return isNewLine && same;
  // A name with a comma or a dot behind it is one item of the list among others, even where it is a
  // field or a kind too.
  if (!same || second.tokenType === Comma || second.tokenType === Dot) return false;
  if (isNewLine) {
    const start = startAt(look, owner);
    // Words with blanks between them before a colon.
    if (start === "import" || start === "field") return true;
    if (start === "declaration") return kindOf(first.image) !== undefined || beforeHead(look);
    if (start === "bare-field") return isOnlyField(first.image, owner) || isAssignment(second);
  }
  return beforeHead(look);
}

/** Whether a field of this block starts whose hyphens are written as blanks, with its colon. */
function isSpaced(look: Look, owner: Owner): boolean {
  const count = spacedField(look, owner);
  return count > 0 && look(count + 1)?.tokenType === Colon && isFieldHere(look, owner);
}

/** Two names before `{` or a text. */
function beforeHead(look: Look): boolean {
  const [name, behind] = [look(2), look(3)];
  if (name?.tokenType !== Word && name?.tokenType !== Digits) return false;
  return (
    behind?.tokenType === Open || behind?.tokenType === Skipped || behind?.tokenType === Quoted
  );
}

/**
 * Whether a declaration or an import starts at `look(1)`, whatever block it stands in: two names
 * before `{` or a text, or a kind with its name or title.
 */
export function isDeclaration(look: Look): boolean {
  const [first, second, third] = [look(1), look(2), look(3)];
  if (first?.tokenType !== Word || second === undefined) return false;
  const isKind = kindOf(first.image) !== undefined;
  if (second.tokenType === Open || second.tokenType === Quoted) return isKind;
  if (!follows(first, second)) return false;
  if (second.tokenType !== Word && second.tokenType !== Digits) return false;
  if (third?.tokenType === Open || third?.tokenType === Quoted) return true;
  if (third?.tokenType === Colon && follows(second, third)) return false;
  return isKind || (first.image === "import" && third?.image === "from");
}

/** Whether a field starts at `look(1)`: a name before a colon, or before a brace if it is no kind. */
export function isFieldStart(look: Look): boolean {
  const [first, second] = [look(1), look(2)];
  if (isQuotedField(look)) return true;
  if (first?.tokenType !== Word || !follows(first, second)) return false;
  if (second.tokenType === Word) {
    const count = spacedField(look, undefined);
    return count > 0 && look(count + 1)?.tokenType === Colon;
  }
  return second.tokenType === Colon || (second.tokenType === Open && !kindOf(first.image));
}
