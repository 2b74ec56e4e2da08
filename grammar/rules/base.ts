// What every production needs: the tokens ahead with their lines, the owner of the block, and the faults so far.
import { EmbeddedActionsParser, type IToken } from "chevrotain";
import { fault } from "../faults.ts";
import { follows, type Owner } from "../here.ts";
import type { TextSpan } from "../scan.ts";
import { mendQuotes, readText } from "../texts.ts";
import {
  allTokens,
  Close,
  Comma,
  makeToken,
  Open,
  Other,
  Quoted,
  Skipped,
  type Token,
  Word,
} from "../tokens.ts";
import type { Fault, Span, Text, Word as WordNode } from "../tree.ts";

/** Stands for a token while Chevrotain records the grammar, when no tokens exist. */
const nothing = makeToken(Word, "", 0, 0, 0);

function isToken(token: IToken): token is Token {
  return "quotes" in token;
}

/** How many tokens a text between the wrong quotes is followed over lines. */
const longestProse = 400;

/** How many words are remembered at a time. */
const mostWords = 10_000;

/** A node under construction. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * The part of the parser that is no grammar. Chevrotain records `OR` and `OPTION`, and decides there
 * by the type of the next token: they are called whatever the tokens are. What asks for more than
 * that is an `if`, behind which only `CONSUME` and `SUBRULE` stand, of which it keeps no record.
 */
export abstract class Base extends EmbeddedActionsParser {
  private readonly words = new Map<string, string>();
  /** The text of the chunk. */
  protected source = "";
  protected faults: Fault[] = [];
  /** How many of the faults leave no doubt about the meaning. */
  protected remarks = 0;
  /** Where a file ends inside a block, in the middle of a word. */
  protected cutAt: number | undefined;
  /** What comes next may be the rest of a text or comment, of which one fault has told already. */
  protected isProse = false;
  /** The owner of each block around the place, the innermost last. */
  protected owners: Owner[] = ["file"];

  constructor() {
    super([...allTokens], { maxLookahead: 1, recoveryEnabled: false, skipValidations: true });
  }

  /** The token so many places ahead: 1 is the next one, 0 the last one taken. */
  protected readonly look = (ahead: number): Token | undefined => {
    const token = this.LA(ahead);
    return isToken(token) ? token : undefined;
  };

  protected own(token: IToken): Token {
    return isToken(token) ? token : nothing;
  }

  /** The last token taken. */
  protected get last(): Token {
    return this.look(0) ?? nothing;
  }

  protected get owner(): Owner {
    return this.owners[this.owners.length - 1];
  }

  /** Whether the next token stands on the line on which the last one ends. */
  protected continues(ahead = 1): boolean {
    const token = this.LA(ahead);
    return isToken(token) && token.line === this.LA(ahead - 1).endLine;
  }

  /** How many faults there are that leave a doubt about the meaning. */
  protected get doubts(): number {
    return this.faults.length - this.remarks;
  }

  /** How many tokens ahead reach exactly to an offset; 0 where none does. */
  protected tokensTo(end: number): number {
    for (let count = 1; ; count++) {
      const token = this.look(count);
      if (token === undefined || token.end > end) return 0;
      if (token.end === end) return count;
    }
  }

  /**
   * Takes so many tokens, up to a brace, whatever they are: what they are meant as is known, or that
   * they belong nowhere.
   */
  protected take(count: number): Token[] {
    const tokens: Token[] = [];
    for (let next = this.look(1); tokens.length < count; next = this.look(1)) {
      if (next === undefined || isBrace(next)) break;
      tokens.push(next);
      this.SKIP_TOKEN();
    }
    return tokens;
  }

  protected report(
    span: Span,
    message: string,
    fix?: Parameters<typeof fault>[2],
    code?: Fault["code"],
  ): void {
    this.faults.push(fault(span, message, fix, code));
  }

  /** How many tokens, the first `taken` ones in any case, stand on this line before a brace. */
  protected lineLength(taken = 0): number {
    let count = taken;
    for (;;) {
      const token = this.look(count + 1);
      if (!follows(this.look(count), token) || isBrace(token)) return count;
      count++;
    }
  }

  /** Reports what leaves no doubt about the meaning. */
  protected remark(span: Span, message: string, fix?: Parameters<typeof fault>[2]): void {
    this.report(span, message, fix);
    this.remarks++;
  }

  /** The word of a token. */
  protected readonly word = (token: Token): WordNode => {
    // A full-width percent sign is read as the sign that it looks like.
    const text = token.instead === "%" ? "%" : token.image;
    return { start: token.startOffset, end: token.end, text: this.shared(text) };
  };

  /** The same words stand in many places: each is kept once. */
  private shared(text: string): string {
    const known = this.words.get(text);
    if (known !== undefined) return known;
    if (this.words.size >= mostWords) this.words.clear();
    this.words.set(text, text);
    return text;
  }

  /** The text of a token, and what is wrong with its quotes and escapes. */
  protected text(token: Token): Text {
    const { startOffset: start, end, image, quotes } = token;
    if (quotes === undefined)
      return { type: "text", start, end, value: "", long: false, closed: false };
    if (!quotes.closed || quotes.quotes === "other") this.reportQuotes(token, quotes);
    if (!quotes.closed && quotes.quotes === "long") this.isProse = true;
    const { value, unknown } = readText(image, quotes);
    for (const at of unknown) {
      const span = { start: start + at, end: start + at + 2 };
      const pair = image.slice(at, at + 2);
      this.remark(
        span,
        `'${pair}' means nothing in a text. Write '\\${pair}' for the two characters, or one of \\" \\\\ \\n \\t \\u{…}.`,
        `\\${pair}`,
      );
    }
    return {
      type: "text",
      start,
      end,
      value,
      long: quotes.quotes === "long",
      closed: quotes.closed,
    };
  }

  private reportQuotes(token: Token, quotes: TextSpan): void {
    const span = { start: token.startOffset, end: token.end };
    const edits = mendQuotes(token.image, span.start, quotes);
    if (quotes.quotes === "other") {
      const message = 'Texts stand between plain quotation marks. Write "…" instead.';
      this.report(span, message, { title: "Write plain quotation marks", edits });
    } else if (!quotes.closed && quotes.quotes === "plain" && this.reportLines(token)) {
      this.isProse = true;
    } else if (!quotes.closed) {
      const mark = quotes.quotes === "long" ? '"""' : '"';
      const message = `This text has no end. Write ${mark} where it ends.`;
      this.report(span, message, { title: `Write ${mark} at the end`, edits });
    }
  }

  /** A text over several lines between the quotes of a short one. */
  private reportLines(token: Token): boolean {
    let ahead = 1;
    let last = this.look(ahead);
    while (
      last !== undefined &&
      ahead < longestProse &&
      !isBrace(last) &&
      last.tokenType !== Quoted
    )
      last = this.look(++ahead);
    if (last?.tokenType !== Quoted || last.image !== '"' || last === token) return false;
    const edits = [
      { start: token.startOffset, end: token.startOffset + 1, text: '"""' },
      { start: last.startOffset, end: last.end, text: '"""' },
    ];
    const span = { start: token.startOffset, end: token.end };
    const message = 'A text over several lines stands between """ and """. Write three quotes.';
    this.report(span, message, { title: 'Write """ around it', edits });
    return true;
  }

  /** Reports a semicolon that ends or separates what needs none. */
  protected reportSemicolon(token: Token): void {
    const { startOffset: start, end, image } = token;
    const message = `Lines and fields end without '${image}'. Remove it.`;
    this.remark({ start, end }, message, {
      title: `Remove ${image}`,
      edits: [{ start, end, text: "" }],
    });
  }

  /** Reports a full-width mark, which is read as the mark that it looks like. */
  protected mark(token: Token): void {
    if (token.instead === undefined) return;
    const span = { start: token.startOffset, end: token.end };
    this.remark(span, `Write '${token.instead}' instead of '${token.image}'.`, token.instead);
  }
}

/** Whether a token begins a remark as other languages or Markdown have them: `/`, `-`, `*`. */
export function isProseMark(token: Token | undefined): boolean {
  return token?.tokenType === Other && /^(?:\/|--+|-|\*+\/?|\u2022)$/u.test(token.image);
}

function isBrace({ tokenType: type }: Token): boolean {
  return type === Close || type === Open || type === Skipped;
}

/** Whether a comma is written as a semicolon. */
export function isSemicolon(token: Token | undefined): boolean {
  return token?.image === ";" || token?.image === "\uff1b";
}

/** Whether a token ends whatever stands before it: a brace, a comma, or the end of the text. */
export function isStop(token: Token | undefined): boolean {
  if (token === undefined) return true;
  const type = token.tokenType;
  return type === Close || type === Open || type === Skipped || type === Comma;
}
