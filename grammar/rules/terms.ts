// The productions inside a value: names, paths, numbers with their units, dates, texts.
import { digitName, exampleFor, meantByDigits, place, wrongDate } from "../faults.ts";
import { asNumber } from "../numbers.ts";
import { follows, interrupts, type Look } from "../starts.ts";
import {
  Address,
  Colon,
  Comma,
  DateWord,
  Digits,
  Dot,
  NumberWord,
  Open,
  PercentSign,
  Quoted,
  Skipped,
  type Token,
  Word,
} from "../tokens.ts";
import type {
  After,
  DateNode,
  FaultCode,
  Head,
  Measure,
  Percent,
  Reference,
  Text,
} from "../tree.ts";
import { readDate } from "../values.ts";
import { type FieldEntry, kindOf, type ValueType } from "../vocabulary.ts";
import { Base, type Draft } from "./base.ts";

const continuers: ReadonlySet<string> = new Set(["on", "by", "for", "per"]);

/** Whether a word behind a value continues it, and so is neither a unit nor a name. */
export function isContinuer(look: Look, ahead: number): boolean {
  const word = look(ahead);
  if (word?.tokenType !== Word || !continuers.has(word.image)) return false;
  const behind = look(ahead + 1);
  return !(follows(word, behind) && (behind.tokenType === Colon || isBlock(behind)));
}

function isBlock(token: Token | undefined): boolean {
  return token?.tokenType === Open || token?.tokenType === Skipped;
}

/** Four digits are a year where a date belongs. */
export function isDateLike(token: Token | undefined): boolean {
  if (token?.tokenType === DateWord) return true;
  return token?.tokenType === NumberWord && /^\d{4}$/.test(token.image);
}

const numeric: ReadonlySet<ValueType["is"]> = new Set([
  "money",
  "rate",
  "number",
  "percent",
  "quantity",
  "dated",
]);

/** Whether a field takes numbers of some sort. */
export function takesNumbers(field: FieldEntry | undefined): boolean {
  return field?.types.some((type) => numeric.has(type.is)) ?? false;
}

/** The code of a list of groups of digits: one value too many where one amount belongs. */
export function groupsCode(field: FieldEntry | undefined): FaultCode {
  const isAmount = ({ is }: ValueType) =>
    is === "money" || is === "rate" || is === "number" || is === "percent";
  return field?.types.some(isAmount) ? "wrong-type" : "syntax";
}

/** What one value is made of. */
export abstract class TermRules extends Base {
  /** The row of the field whose value is read, where it is known. */
  protected field: FieldEntry | undefined;

  private readonly nameWords = [
    { ALT: () => this.CONSUME(Word) },
    { ALT: () => this.CONSUME(Digits) },
  ];

  // name = a name, or a word that begins with a digit, which is reported
  protected readonly name = this.RULE("name", (): Token => {
    const own = this.own(this.OR(this.nameWords));
    if (own.tokenType === Digits) this.faults.push(digitName(own));
    return own;
  });

  // path = name { "." name }
  protected readonly path = this.RULE("path", (): Reference => {
    const first = this.SUBRULE1(this.name);
    const path = [this.word(first)];
    if (this.isRecording || this.look(1)?.tokenType === Dot) {
      this.MANY({
        GATE: () => this.continues() && this.continues(2) && this.isName(2),
        DEF: () => {
          this.mark(this.own(this.CONSUME(Dot)));
          path.push(this.word(this.SUBRULE2(this.name)));
        },
      });
    }
    return { type: "reference", start: first.startOffset, end: this.last.end, path };
  });

  private isName(ahead: number): boolean {
    const type = this.look(ahead)?.tokenType;
    return type === Word || type === Digits;
  }

  // after = "after" path { "," path }
  protected readonly after = this.RULE("after", (): After => {
    const word = this.own(this.CONSUME(Word));
    const references: Reference[] = [];
    references.push(this.SUBRULE1(this.path));
    this.MANY({
      GATE: () => this.continues() && this.isNameBehindComma(),
      DEF: () => {
        this.mark(this.own(this.CONSUME(Comma)));
        references.push(this.SUBRULE2(this.path));
      },
    });
    const { startOffset: start } = word;
    return { type: "after", start, end: this.last.end, word: this.word(word), references };
  });

  protected isAfter(): boolean {
    return this.look(1)?.image === "after" && this.continues(2) && this.isName(2);
  }

  private isNameBehindComma(): boolean {
    const look: Look = (ahead) => this.look(ahead + 1);
    return this.isName(2) && !interrupts(look, this.owner, !this.continues(2));
  }

  // reference = path [ measure ]
  protected readonly reference = this.RULE("reference", (): Reference => {
    const path = this.SUBRULE(this.path);
    if (!this.isRecording && !(this.look(1)?.tokenType === NumberWord && this.continues()))
      return path;
    const node: Draft<Reference> = { ...path };
    this.OPTION(() => {
      node.measure = this.SUBRULE(this.measure);
      node.end = this.last.end;
    });
    return node;
  });

  private readonly units = [
    { ALT: () => this.CONSUME(PercentSign) },
    { ALT: () => this.CONSUME(Word) },
  ];

  // measure = number [ "%" | unit ]
  protected readonly measure = this.RULE("measure", (): Measure => {
    const number = this.own(this.CONSUME(NumberWord));
    const { startOffset: start, end } = number;
    const node: Draft<Measure> = { type: "measure", start, end, number: this.word(number) };
    if (this.isRecording || (this.continues() && this.isUnit())) {
      this.OPTION(() => {
        const unit = this.own(this.OR(this.units));
        this.mark(unit);
        node.unit = this.word(unit);
        node.end = unit.end;
      });
    }
    if (number.instead !== undefined) this.reportNumber(node, number, number.instead);
    return node;
  });

  private reportNumber(node: Measure, number: Token, instead: string): void {
    const message = `Write ${instead} instead of '${number.image}': '_' between groups of digits, '.' before decimals, a currency behind.`;
    const edits = [{ ...place(number), text: instead }];
    // `4,200` may be four and a fifth, and many currencies share a sign.
    const unsure = /^[+-]?\d{1,3},\d{3}$|[$\u00a5\uffe5]/.test(number.image) || undefined;
    const fix = { title: `Change to ${instead}`, edits, unsure };
    const isList = /^[+-]?\d{1,3}(?:,\d{3})+[kMB]?$/.test(number.image);
    this.report(node, message, fix, isList ? groupsCode(this.field) : "syntax");
  }

  private isUnit(): boolean {
    const unit = this.look(1);
    if (unit?.tokenType === PercentSign) return true;
    if (unit === undefined || isContinuer(this.look, 1)) return false;
    if (!interrupts(this.look, this.owner, false)) return true;
    // `kind name {` starts a declaration where the first word is a kind; else that word is the unit.
    const name = this.look(2);
    const isHead = name?.tokenType === Word && follows(unit, name);
    return isHead && kindOf(unit.image) === undefined;
  }

  private readonly dateWords = [
    { ALT: () => this.CONSUME(DateWord) },
    { ALT: () => this.CONSUME(NumberWord) },
  ];

  // date = a date word, or four digits
  protected readonly date = this.RULE("date", (): DateNode => {
    const token = this.own(this.OR(this.dateWords));
    const { startOffset: start, end, image: text } = token;
    if (token.tokenType === DateWord && readDate(text) === undefined)
      this.faults.push(wrongDate(token));
    return { type: "date", start, end, text };
  });

  protected readonly quoted = this.RULE(
    "quoted",
    (): Text => this.text(this.own(this.CONSUME(Quoted))),
  );

  protected readonly percent = this.RULE("percent", (): Percent => {
    const token = this.own(this.CONSUME(PercentSign));
    this.mark(token);
    return { type: "percent", start: token.startOffset, end: token.end };
  });

  private takesNames(): boolean {
    const types = this.field?.types.map((type) => type.is) ?? ["reference"];
    return types.some((is) => is === "reference" || is === "word" || is === "unit");
  }

  private readonly misreadWords = [
    { ALT: () => this.CONSUME(Digits) },
    { ALT: () => this.CONSUME(Address) },
  ];

  /** A word that is no value as it stands, but tells what was meant: `5g`, `1.2m`, an address. */
  protected readonly misread = this.RULE("misread", (): Head => {
    const token = this.own(this.OR(this.misreadWords));
    const { startOffset: start, end, image } = token;
    if (token.tokenType === Address) {
      this.report({ start, end }, "An address is a text: put it in quotation marks.", `"${image}"`);
      return { type: "text", start, end, value: image, long: false, closed: true };
    }
    const instead = meantByDigits(image, this.field);
    if (instead === `_${image}`) this.faults.push(digitName(token));
    else if (instead === image)
      this.report(
        { start, end },
        this.takesNames()
          ? `'${image}' is neither a number nor a name. Write a number, a blank and a unit, such as 4 FTE, or a name that begins with a letter.`
          : `'${image}' is no value for '${this.field?.name}'. Write one${exampleFor(this.field)}.`,
      );
    else {
      // `1.2m` is an amount of money, but may be a length where anything is counted.
      const isMoney = this.field?.types.some(({ is }) => is === "money" || is === "rate");
      const unsure = (!isMoney && asNumber(image) !== image) || undefined;
      const edits = [{ start, end, text: instead }];
      const fix = { title: `Change to ${instead}`, edits, unsure };
      this.report({ start, end }, `Write ${instead} instead of '${image}'.`, fix);
    }
    return { type: "reference", start, end, path: [this.word(token)] };
  });
}
