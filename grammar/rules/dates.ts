// The productions of dates: in the language's form, and as people write them, which is reported.
import { place, wrongDate, wrongMoment, wrongPeriod } from "../faults.ts";
import { follows } from "../here.ts";
import { type Role, type Spelt, speltDate, speltMoment, speltPeriod } from "../spelt.ts";
import { DateWord, DotDot, NumberWord, Quoted, type Token } from "../tokens.ts";
import type { DateNode, Span } from "../tree.ts";
import { readDate } from "../values.ts";
import type { FieldEntry, ValueType } from "../vocabulary.ts";
import { Base } from "./base.ts";

/** Whether a field takes values of a type. */
export function takes(field: FieldEntry | undefined, ...types: ValueType["is"][]): boolean {
  return field?.types.some((type) => types.includes(type.is)) ?? false;
}

/** Four digits are a year where a date belongs. */
export function isDateLike(token: Token | undefined): boolean {
  if (token?.tokenType === DateWord) return true;
  return token?.tokenType === NumberWord && /^\d{4}$/.test(token.image);
}

interface Written extends Span {
  readonly spelt: Spelt;
  /** How many tokens it takes. */
  readonly count: number;
}

/** What is read as a date. */
export abstract class DateRules extends Base {
  /** The row of the field whose value is read, where it is known. */
  protected field: FieldEntry | undefined;

  private readonly dateWords = [
    { ALT: () => this.CONSUME(DateWord) },
    { ALT: () => this.CONSUME(NumberWord) },
  ];

  // date = a date word, or four digits
  protected readonly date = this.RULE("date", (): DateNode => {
    const token = this.own(this.OR(this.dateWords));
    const { startOffset: start, end, image: text } = token;
    if (token.tokenType === DateWord && readDate(text) === undefined)
      this.faults.push(wrongDate(place(token), text));
    return { type: "date", start, end, text };
  });

  /** Takes a date or a period as people write it, such as `Q1 2026`, where the head of a value is one. */
  protected speltHead(): DateNode | undefined {
    if (!takes(this.field, "date", "period")) return undefined;
    const period = this.periodAhead();
    return period ? this.spelt(period, wrongPeriod) : this.spelt(this.dateAhead(this.role));
  }

  private spelt(
    written: Written | undefined,
    wrong: typeof wrongPeriod = wrongDate,
  ): DateNode | undefined {
    if (written === undefined) return undefined;
    const { start, end, spelt, count } = written;
    this.take(count);
    const text = this.source.slice(start, end);
    this.faults.push(wrong(written, text, spelt));
    return { type: "date", start, end, text };
  }

  /** A date is a deadline, a period begins with a start. */
  private get role(): Role {
    return takes(this.field, "period") ? "start" : "end";
  }

  // the date behind `..`, `on` or `by`
  protected readonly endDate = this.RULE(
    "endDate",
    (): DateNode => this.spelt(this.dateAhead("end")) ?? this.SUBRULE(this.date),
  );

  /** Whether a date stands so many places ahead, in whatever form. */
  protected isDate(ahead = 1): boolean {
    return isDateLike(this.look(ahead)) || this.dateAhead("end", ahead) !== undefined;
  }

  private dateAhead(role: Role, ahead = 1): Written | undefined {
    return this.written((text, at) => speltDate(text, at, role), ahead);
  }

  private periodAhead(): Written | undefined {
    return takes(this.field, "period") ? this.written(speltPeriod) : undefined;
  }

  /** A figure's date without `on` or `by`, such as the `until 2029` of `10 until 2029`. */
  protected momentAhead(): Written | undefined {
    return takes(this.field, "dated") ? this.written(speltMoment) : undefined;
  }

  /** Takes that date, where it stands there. */
  protected takeMoment(): void {
    const written = this.momentAhead();
    if (written === undefined) return;
    this.take(written.count);
    const type = this.field?.types.find(({ is }) => is === "dated");
    const word = type?.is === "dated" ? type.word : "by";
    const text = this.source.slice(written.start, written.end);
    this.faults.push(wrongMoment(written, text, word, written.spelt));
  }

  private written(
    read: (text: string, at: number) => Spelt | undefined,
    ahead = 1,
  ): Written | undefined {
    const first = this.look(ahead);
    if (first === undefined || first.tokenType === Quoted) return undefined;
    const next = this.look(ahead + 1);
    const isLast = !follows(first, next) || next.tokenType === DotDot;
    // A date in the language's form that nothing continues is the usual case.
    if (isLast && isDateLike(first) && readDate(first.image) !== undefined) return undefined;
    const spelt = read(this.source, first.startOffset);
    if (spelt === undefined) return undefined;
    const { startOffset: start } = first;
    if (readDate(this.source.slice(start, spelt.end)) !== undefined) return undefined;
    const count = this.tokensTo(spelt.end) - (ahead - 1);
    return count > 0 ? { start, end: spelt.end, spelt, count } : undefined;
  }
}
