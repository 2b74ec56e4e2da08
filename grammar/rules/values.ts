// The productions of a value: its head, what continues it, and what stands behind it without belonging there.
import { place } from "../faults.ts";
import { follows, type Look } from "../here.ts";
import { interrupts } from "../starts.ts";
import {
  Address,
  Comma,
  DateWord,
  Digits,
  Dot,
  DotDot,
  NumberWord,
  Other,
  PercentSign,
  Quoted,
  type Token,
  Word,
} from "../tokens.ts";
import type { Head, Value } from "../tree.ts";
import { type Draft, isProseMark, isStop } from "./base.ts";
import { isDateLike, takes } from "./dates.ts";
import { diagnoseHead, diagnoseRest, phraseOf } from "./diagnose.ts";
import { isFieldOf, proseLength, wrongText } from "./prose.ts";
import { isContinuer, TermRules } from "./terms.ts";

/** Whether a value may start with a token. */
export function startsValue(token: Token | undefined): boolean {
  switch (token?.tokenType) {
    case Word:
    case NumberWord:
    case DateWord:
    case Quoted:
    case PercentSign:
    case Digits:
    case Address:
      return true;
    default:
      return false;
  }
}

/** A value with all that continues it. */
export abstract class ValueRules extends TermRules {
  private readonly heads = [
    { ALT: () => this.SUBRULE(this.misread) },
    { ALT: () => this.SUBRULE(this.reference) },
    { ALT: () => this.SUBRULE(this.measure) },
    { ALT: () => this.SUBRULE(this.date) },
    { ALT: () => this.SUBRULE(this.quoted) },
    { ALT: () => this.SUBRULE(this.percent) },
  ];

  protected isProseAhead(): boolean {
    return this.proseLength() > 0;
  }

  /** How many tokens are meant as a text without quotation marks. */
  private proseLength(): number {
    if (!takes(this.field, "text", "unit") || !this.continues()) return 0;
    return proseLength(this.look, this.owner, this.field);
  }

  /** Takes the words of a text without its quotation marks. */
  private prose(length: number): Value {
    const tokens = this.take(length);
    const [first, last] = [tokens[0] ?? this.last, tokens.at(-1) ?? this.last];
    const span = { start: first.startOffset, end: last.end };
    const written = this.source.slice(span.start, span.end);
    if (this.field !== undefined && isFieldOf(this.field, this.owner))
      this.faults.push(wrongText(span, written, this.field));
    // The lines of a text behind `|` or `>` stand below it.
    if (/^[|>][+-]?$/.test(written)) this.isProse = true;
    const value = { type: "value", ...span, faulty: true } as const;
    if (first.tokenType !== Word) return value;
    const path = [this.word(first)];
    const { start } = span;
    return { ...value, head: { type: "reference", start, end: first.end, path } };
  }

  /** Whether a mark stands before a name that is none of it: `@cio`, `#cloud`. */
  protected isSigil(): boolean {
    const [mark, name] = [this.look(1), this.look(2)];
    if (mark?.tokenType !== Other || !/^[#@]$/.test(mark.image)) return false;
    return name?.tokenType === Word && name.startOffset === mark.end && !takes(this.field, "text");
  }

  // value = head [ ".." [ date ] ] [ "for" measure ] [ ( "on" | "by" ) date ] [ "per" name ]
  protected readonly value = this.RULE("value", (): Value => {
    const length = this.proseLength();
    return length > 0 ? this.prose(length) : this.readValue();
  });

  private readValue(): Value {
    if (this.isSigil()) this.takeSigil();
    const first = this.look(1);
    const doubts = this.doubts;
    const head = this.head();
    const start = first?.startOffset ?? 0;
    const node: Draft<Value> = { type: "value", start, end: this.last.end, head };
    if (this.continues()) this.continueValue(node, head, first);
    const known = this.doubts > doubts;
    node.end = this.last.end;
    const rest = this.take(this.restLength());
    const last = rest.at(-1);
    const phrase = known ? undefined : phraseOf(node, rest, this.field);
    if (phrase !== undefined) node.head = phrase;
    else if (!known) {
      const found =
        last === undefined
          ? diagnoseHead(head, this.field)
          : diagnoseRest(node, rest, this.field, this.source);
      if (found !== undefined) this.faults.push(found);
    }
    if (last !== undefined) node.end = last.end;
    if (this.doubts > doubts || node.end === this.cutAt) node.faulty = true;
    return node;
  }

  private takeSigil(): void {
    const mark = this.own(this.CONSUME(Other));
    const edits = [{ ...place(mark), text: "" }];
    const message = `A name has no '${mark.image}' before it. Remove it.`;
    this.remark(place(mark), message, { title: `Remove ${mark.image}`, edits });
  }

  // head = text | "%" | after | reference | measure | date
  private head(): Head {
    if (this.isAfter()) return this.SUBRULE(this.after);
    return this.speltHead() ?? this.OR(this.heads);
  }

  // what continues a value on its line
  private continueValue(node: Draft<Value>, head: Head, first: Token | undefined): void {
    const isName = head.type === "reference" && head.measure === undefined;
    const isDate = head.type === "date" || isDateLike(first);
    const dots = this.look(1)?.tokenType;
    if (dots === DotDot || (dots === Dot && isDate && this.isDate(2)))
      node.until = this.SUBRULE(this.until);
    if (this.isNext("for") && !(isName && this.look(2)?.tokenType !== NumberWord))
      node.length = this.SUBRULE(this.length);
    if ((this.isNext("on") || this.isNext("by")) && !(isName && !this.isDate(2)))
      node.at = this.SUBRULE(this.at);
    if (head.type === "measure" && this.continues()) this.takeMoment();
    if (this.isNext("per") && !isName) node.per = this.SUBRULE(this.per);
  }

  private isNext(text: string): boolean {
    return this.continues() && this.look(1)?.image === text && isContinuer(this.look, 1);
  }

  private readonly dots = [{ ALT: () => this.CONSUME(DotDot) }, { ALT: () => this.CONSUME(Dot) }];

  // ".." [ date ]; one dot between two dates is meant as two
  private readonly until = this.RULE("until", (): NonNullable<Value["until"]> => {
    const dots = this.own(this.OR(this.dots));
    if (dots.tokenType === DotDot) this.mark(dots);
    else {
      const { startOffset: start, end } = dots;
      this.report({ start, end }, "Write '..' between the start and the end of a period.", "..");
    }
    const date = this.continues() && this.isDate() ? this.SUBRULE(this.endDate) : undefined;
    const span = { start: dots.startOffset, end: this.last.end };
    return date === undefined ? span : { ...span, date };
  });

  // "for" measure
  private readonly length = this.RULE("length", (): NonNullable<Value["length"]> => {
    const word = this.own(this.CONSUME(Word));
    const isNumber = this.continues() && this.look(1)?.tokenType === NumberWord;
    const measure = isNumber ? this.SUBRULE(this.measure) : undefined;
    const span = { start: word.startOffset, end: this.last.end };
    if (measure !== undefined) return { ...span, measure };
    this.expect(word, "how long it takes, such as 6 weeks");
    return span;
  });

  // ( "on" | "by" ) date
  private readonly at = this.RULE("at", (): NonNullable<Value["at"]> => {
    const word = this.own(this.CONSUME(Word));
    const date = this.continues() && this.isDate() ? this.SUBRULE(this.endDate) : undefined;
    const node = { start: word.startOffset, end: this.last.end, word: this.word(word) };
    if (date !== undefined) return { ...node, date };
    this.expect(word, "a date, such as 2026-06");
    return node;
  });

  // "per" name
  private readonly per = this.RULE("per", (): NonNullable<Value["per"]> => {
    const word = this.own(this.CONSUME1(Word));
    const isWord = this.look(1)?.tokenType === Word && this.continues();
    const isUnit = isWord && !interrupts(this.look, this.owner, false);
    const unit = isUnit ? this.word(this.own(this.CONSUME2(Word))) : undefined;
    const span = { start: word.startOffset, end: this.last.end };
    if (unit !== undefined) return { ...span, unit };
    this.expect(word, "month, quarter or year");
    return span;
  });

  private expect(word: Token, what: string): void {
    const { startOffset: start, end, image } = word;
    this.report({ start, end }, `Something is missing behind '${image}'. Write ${what}.`);
  }

  /** How many tokens stand on this line before a brace, another entry or, if it counts, a comma. */
  protected lineRest(takesCommas = false): number {
    let count = 0;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !interrupts(look, this.owner, false)) {
      if (this.closer !== undefined && look(1)?.image === this.closer) break;
      if (isStop(look(1)) && !(takesCommas && look(1)?.tokenType === Comma)) break;
      count++;
    }
    // A comma at the end belongs to the list.
    while (count > 0 && this.look(count)?.tokenType === Comma) count--;
    return count;
  }

  /** How many tokens behind a value belong neither to it nor to anything else. */
  private restLength(): number {
    if (!this.continues()) return 0;
    if (isProseMark(this.look(1))) return this.lineLength();
    return this.lineRest();
  }
}
