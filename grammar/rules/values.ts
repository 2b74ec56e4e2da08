// The productions of a value: its head, what continues it, and what stands behind it without belonging there.
import { follows, interrupts, type Look } from "../starts.ts";
import {
  Address,
  Any,
  Comma,
  DateWord,
  Digits,
  Dot,
  DotDot,
  NumberWord,
  PercentSign,
  Quoted,
  type Token,
  Word,
} from "../tokens.ts";
import type { Head, Value } from "../tree.ts";
import { type Draft, isProseMark, isStop } from "./base.ts";
import { diagnoseHead, diagnoseRest } from "./diagnose.ts";
import { quotePlace } from "./heads.ts";
import { isContinuer, isDateLike, TermRules } from "./terms.ts";

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
    { GATE: () => this.isAfter(), ALT: () => this.SUBRULE(this.after) },
    { ALT: () => this.SUBRULE(this.misread) },
    { ALT: () => this.SUBRULE(this.reference) },
    { ALT: () => this.SUBRULE(this.measure) },
    { ALT: () => this.SUBRULE(this.date) },
    { ALT: () => this.SUBRULE(this.quoted) },
    { ALT: () => this.SUBRULE(this.percent) },
  ];

  // value = head [ ".." [ date ] ] [ "for" measure ] [ ( "on" | "by" ) date ] [ "per" name ]
  protected readonly value = this.RULE("value", (): Value => {
    const first = this.look(1);
    const doubts = this.doubts;
    const head: Head = this.OR(this.heads);
    const start = first?.startOffset ?? 0;
    const node: Draft<Value> = { type: "value", start, end: this.last.end, head };
    if (this.isRecording || this.continues()) this.continueValue(node, head, first);
    const known = this.doubts > doubts;
    node.end = this.last.end;
    const length = this.restLength(head, first);
    const rest: Token[] = [];
    if (this.isRecording || length > 0) this.SUBRULE(this.rest, { ARGS: [length, rest] });
    const last = rest.at(-1);
    if (!known) {
      const found =
        last === undefined ? diagnoseHead(head, this.field) : diagnoseRest(node, rest, this.field);
      if (found !== undefined) this.faults.push(found);
    }
    if (last !== undefined) node.end = last.end;
    if (this.doubts > doubts || node.end === this.cutAt) node.faulty = true;
    return node;
  });

  // what continues a value on its line
  private continueValue(node: Draft<Value>, head: Head, first: Token | undefined): void {
    const isName = head.type === "reference" && head.measure === undefined;
    const isDate = head.type === "date" || isDateLike(first);
    this.OPTION1({
      GATE: () =>
        this.continues() &&
        (this.look(1)?.tokenType === DotDot || (isDate && isDateLike(this.look(2)))),
      DEF: () => {
        node.until = this.SUBRULE(this.until);
      },
    });
    this.OPTION2({
      GATE: () => this.isNext("for") && !(isName && this.look(2)?.tokenType !== NumberWord),
      DEF: () => {
        node.length = this.SUBRULE(this.length);
      },
    });
    this.OPTION3({
      GATE: () =>
        (this.isNext("on") || this.isNext("by")) && !(isName && !isDateLike(this.look(2))),
      DEF: () => {
        node.at = this.SUBRULE(this.at);
      },
    });
    this.OPTION4({
      GATE: () => this.isNext("per") && !isName,
      DEF: () => {
        node.per = this.SUBRULE(this.per);
      },
    });
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
    const date = this.OPTION({
      GATE: () => this.continues() && isDateLike(this.look(1)),
      DEF: () => this.SUBRULE(this.date),
    });
    const span = { start: dots.startOffset, end: this.last.end };
    return date === undefined ? span : { ...span, date };
  });

  // "for" measure
  private readonly length = this.RULE("length", (): NonNullable<Value["length"]> => {
    const word = this.own(this.CONSUME(Word));
    const measure = this.OPTION({
      GATE: () => this.continues(),
      DEF: () => this.SUBRULE(this.measure),
    });
    const span = { start: word.startOffset, end: this.last.end };
    if (measure !== undefined) return { ...span, measure };
    this.expect(word, "how long it takes, such as 6 weeks");
    return span;
  });

  // ( "on" | "by" ) date
  private readonly at = this.RULE("at", (): NonNullable<Value["at"]> => {
    const word = this.own(this.CONSUME(Word));
    const date = this.OPTION({
      GATE: () => this.continues() && isDateLike(this.look(1)),
      DEF: () => this.SUBRULE(this.date),
    });
    const node = { start: word.startOffset, end: this.last.end, word: this.word(word) };
    if (date !== undefined) return { ...node, date };
    this.expect(word, "a date, such as 2026-06");
    return node;
  });

  // "per" name
  private readonly per = this.RULE("per", (): NonNullable<Value["per"]> => {
    const word = this.own(this.CONSUME1(Word));
    const unit = this.OPTION({
      GATE: () => this.continues() && !interrupts(this.look, this.owner, false),
      DEF: () => this.word(this.own(this.CONSUME2(Word))),
    });
    const span = { start: word.startOffset, end: this.last.end };
    if (unit !== undefined) return { ...span, unit };
    this.expect(word, "month, quarter or year");
    return span;
  });

  private expect(word: Token, what: string): void {
    const { startOffset: start, end, image } = word;
    this.report({ start, end }, `Something is missing behind '${image}'. Write ${what}.`);
  }

  // whatever stands on the line and belongs nowhere
  protected readonly rest = this.RULE("rest", (length = 0, tokens: Token[] = []): void => {
    this.MANY({
      GATE: () => tokens.length < length,
      DEF: () => {
        tokens.push(this.own(this.CONSUME(Any)));
      },
    });
  });

  /** How many tokens stand on this line before a brace, another entry or, if it counts, a comma. */
  protected lineRest(takesCommas = false): number {
    let count = 0;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !interrupts(look, this.owner, false)) {
      if (isStop(look(1)) && !(takesCommas && look(1)?.tokenType === Comma)) break;
      count++;
    }
    // A comma at the end belongs to the list.
    while (count > 0 && this.look(count)?.tokenType === Comma) count--;
    return count;
  }

  /** How many tokens behind a value belong neither to it nor to anything else. */
  private restLength(head: Head, first: Token | undefined): number {
    if (!this.continues()) return 0;
    const takesText = this.field?.types.some((type) => type.is === "text") ?? false;
    const isProse = takesText && first?.tokenType === Word && head.type === "reference";
    const quote = isProse ? quotePlace(this.look) : 0;
    if (quote > 0) return quote;
    if (isProseMark(this.look(1))) return this.lineLength();
    return this.lineRest(isProse && !this.field?.list);
  }
}
