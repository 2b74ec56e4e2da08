// The production of the values of a field: a comma list, or what other languages write for one.

import { compact } from "../compact.ts";
import { fault, place } from "../faults.ts";
import { quotedName } from "../here.ts";
import { interrupts } from "../starts.ts";
import { Comma, Other, type Token } from "../tokens.ts";
import type { Edit, Value } from "../tree.ts";
import { isSemicolon } from "./base.ts";
import { takes } from "./dates.ts";
import { joinGroups } from "./diagnose.ts";
import { startsValue, ValueRules } from "./values.ts";

const closers: Readonly<Record<string, string>> = { "[": "]", "(": ")" };

/** Several values. */
export abstract class ListRules extends ValueRules {
  /** Edits that turn quotation marks and brackets of another language into this one's form. */
  protected foreign: Edit[] = [];

  // values = value { "," value } [ "," ], perhaps between brackets, which are reported
  protected readonly values = this.RULE("values", (): readonly Value[] => {
    const open = this.isBracket() ? this.own(this.CONSUME1(Other)) : undefined;
    this.closer = open && closers[open.image];
    const values = [this.item(this.SUBRULE1(this.value))];
    while (this.isComma() && (this.continues() || this.closer !== undefined)) {
      if (this.separate()) break;
      if (this.isItem()) values.push(this.item(this.SUBRULE2(this.value)));
      if (this.look(0)?.tokenType === Comma) break;
    }
    if (open === undefined && values.length === 1) return values;
    const isClosed = this.closer !== undefined && this.look(1)?.image === this.closer;
    const close = isClosed ? this.own(this.CONSUME2(Other)) : undefined;
    this.closer = undefined;
    if (close !== undefined && this.isComma() && this.continues()) this.separate();
    if (open !== undefined) this.reportBrackets(open, close, values);
    const joined = joinGroups(values, this.field);
    if (joined === undefined) return compact(values);
    this.faults.push(joined.fault);
    return [joined.value];
  });

  private isComma(): boolean {
    return this.look(1)?.tokenType === Comma;
  }

  /** Takes the mark between two values; true where no value may follow it. */
  private separate(): boolean {
    const mark = this.own(this.CONSUME(Comma));
    if (!isSemicolon(mark)) {
      this.mark(mark);
      return false;
    }
    if (this.field?.list && this.continues() && this.isItem()) {
      this.mark(mark);
      return false;
    }
    this.reportSemicolon(mark);
    return true;
  }

  /** Whether a value may start at the next token. */
  protected startsItem(): boolean {
    return startsValue(this.look(1)) || this.isSigil() || this.isBracket() || this.isProseAhead();
  }

  private isItem(): boolean {
    const isValue = startsValue(this.look(1)) || this.isSigil() || this.isProseAhead();
    return isValue && !interrupts(this.look, this.owner, !this.continues());
  }

  private isBracket(): boolean {
    const open = this.look(1);
    if (open?.tokenType !== Other || closers[open.image] === undefined) return false;
    if (this.field !== undefined && !takes(this.field, "reference", "word", "text")) return false;
    if (open.image === "(" && takes(this.field, "text")) return false;
    return startsValue(this.look(2));
  }

  /** A name in quotation marks in a list between brackets, or behind a name in quotation marks. */
  private item(value: Value): Value {
    if (value.head?.type !== "text" || value.faulty) return value;
    const isForeign = this.closer !== undefined || this.isQuotedName;
    if (!isForeign || takes(this.field, "text", "unit")) return value;
    const token = this.look(0);
    const name = quotedName(token);
    if (token === undefined || name === undefined) return value;
    this.foreign.push({ ...place(token), text: name });
    return { ...value, faulty: true };
  }

  private reportBrackets(open: Token, close: Token | undefined, values: readonly Value[]): void {
    const [first, last] = [values[0], values.at(-1)];
    // The blanks, and the line ends, inside the brackets go with them.
    const start = this.bareEnd(open.end, first?.start ?? open.end);
    const edits: Edit[] = [{ start: open.startOffset, end: start, text: "" }, ...this.foreign];
    if (close !== undefined) {
      const end = last?.end ?? close.startOffset;
      const behind =
        this.bareEnd(end, close.startOffset) === close.startOffset ? end : close.startOffset;
      edits.push({ start: behind, end: close.end, text: "" });
    }
    this.foreign = edits;
    if (this.isQuotedName) return;
    const span = { start: open.startOffset, end: this.last.end };
    const what = this.field?.list ? "The items of a list stand" : "A value stands";
    const marks = `${open.image}${closers[open.image]}`;
    const message = `${what} without '${marks}'${this.field?.list ? ", with commas between them" : ""}.`;
    this.faults.push(fault(span, message, { title: `Remove ${marks}`, edits }));
  }

  /** The second of two offsets, if only blanks and a comma stand between them; else the first. */
  private bareEnd(from: number, to: number): number {
    return /^\s*,?\s*$/u.test(this.source.slice(from, to)) ? to : from;
  }
}
