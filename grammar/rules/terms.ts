// The productions inside a value: names, paths, numbers with their units, dates, texts.
import { digitName, exampleFor, meantByDigits, place } from "../faults.ts";
import { follows, type Look, quotedName } from "../here.ts";
import { asNumber } from "../numbers.ts";
import { interrupts } from "../starts.ts";
import {
  Address,
  Colon,
  Comma,
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
import type { After, FaultCode, Head, Measure, Percent, Reference, Text } from "../tree.ts";
import { longestNumber, readNumber } from "../values.ts";
import { type FieldEntry, kindOf, type ValueType } from "../vocabulary.ts";
import type { Draft } from "./base.ts";
import { DateRules, takes } from "./dates.ts";

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

const shareForm = /^(\d+(?:\.\d+)?)(fte)$/i;

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

/** Whether a field takes a number as it is written: not a large one where it counts to ten. */
export function isInRange(number: string, field: FieldEntry | undefined): boolean {
  const value = readNumber(number);
  const types = field?.types ?? [];
  if (value === undefined || !types.some(({ is }) => is === "number" || is === "percent"))
    return true;
  return types.some((type) => {
    if (type.is === "percent") return type.max === undefined || value.lte(type.max);
    if (type.is !== "number") return numeric.has(type.is);
    return value.gte(type.min) && value.lte(type.max) && !(type.whole && !value.mod(1).eq(0));
  });
}

/** What a field takes whose value is no such number. */
export function notInRange(field: FieldEntry | undefined): string {
  return `'${field?.name ?? "This field"}' takes one number${exampleFor(field)}.`;
}

/** The code of a list of groups of digits: one value too many where one amount belongs. */
export function groupsCode(field: FieldEntry | undefined): FaultCode {
  const isAmount = ({ is }: ValueType) =>
    is === "money" || is === "rate" || is === "number" || is === "percent";
  return field?.types.some(isAmount) ? "wrong-type" : "syntax";
}

/** What one value is made of. */
export abstract class TermRules extends DateRules {
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
    while (this.look(1)?.tokenType === Dot && this.isNameBehind()) {
      this.mark(this.own(this.CONSUME(Dot)));
      path.push(this.word(this.SUBRULE2(this.name)));
    }
    return { type: "reference", start: first.startOffset, end: this.last.end, path };
  });

  /** Whether a name follows the next token, all on this line. */
  private isNameBehind(): boolean {
    return this.continues() && this.continues(2) && this.isName(2);
  }

  private isName(ahead: number): boolean {
    const type = this.look(ahead)?.tokenType;
    return type === Word || type === Digits;
  }

  // after = "after" path { "," path }
  protected readonly after = this.RULE("after", (): After => {
    const word = this.own(this.CONSUME(Word));
    const references: Reference[] = [];
    references.push(this.SUBRULE1(this.path));
    while (this.look(1)?.tokenType === Comma && this.continues() && this.isNameBehindComma()) {
      this.mark(this.own(this.CONSUME(Comma)));
      references.push(this.SUBRULE2(this.path));
    }
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
    if (!this.continues()) return path;
    const isNumber = this.look(1)?.tokenType === NumberWord;
    if (!isNumber && !this.isShare()) return path;
    const measure = isNumber ? this.SUBRULE(this.measure) : this.SUBRULE(this.share);
    return { ...path, measure, end: this.last.end };
  });

  /** Whether a number that has grown together with its unit stands behind a team. */
  private isShare(): boolean {
    const isAllocated = this.field?.types.some(
      (type) => type.is === "reference" && type.allocation,
    );
    const token = this.look(1);
    return isAllocated === true && token?.tokenType === Digits && shareForm.test(token.image);
  }

  // the `4FTE` of `platform 4FTE`
  private readonly share = this.RULE("share", (): Measure => {
    const token = this.own(this.CONSUME(Digits));
    const { startOffset: start, end, image } = token;
    const [, number = "", unit = ""] = shareForm.exec(image) ?? [];
    this.report(place(token), `Write ${number} FTE instead of '${image}'.`, `${number} FTE`);
    const middle = start + number.length;
    return {
      type: "measure",
      start,
      end,
      number: { start, end: middle, text: number },
      unit: { start: middle, end, text: unit },
    };
  });

  // measure = number [ "%" | unit ]
  protected readonly measure = this.RULE("measure", (): Measure => {
    const number = this.own(this.CONSUME(NumberWord));
    const { startOffset: start, end } = number;
    const node: Draft<Measure> = { type: "measure", start, end, number: this.word(number) };
    if (this.continues() && this.isUnit()) {
      const isWord = this.look(1)?.tokenType === Word;
      const unit = this.own(isWord ? this.CONSUME(Word) : this.CONSUME(PercentSign));
      this.mark(unit);
      node.unit = this.word(unit);
      node.end = unit.end;
    }
    if (number.image.length > longestNumber)
      this.report(place(number), `A number has at most ${longestNumber} signs. Shorten it.`);
    else if (number.instead !== undefined) this.reportNumber(node, number, number.instead);
    return node;
  });

  private reportNumber(node: Measure, number: Token, instead: string): void {
    const isInside = isInRange(instead, this.field);
    const message = isInside
      ? `Write ${instead} instead of '${number.image}': '_' between groups of digits, '.' before decimals, a currency behind.`
      : notInRange(this.field);
    const edits = [{ ...place(number), text: instead }];
    // `4,200` may be four and a fifth, and many currencies share a sign.
    const unsure = /^[+-]?\d{1,3},\d{3}$|[$\u00a5\uffe5]/.test(number.image) || undefined;
    const fix = isInside ? { title: `Change to ${instead}`, edits, unsure } : undefined;
    const isList = /^[+-]?\d{1,3}(?:,\d{3})+[kMB]?$/.test(number.image);
    this.report(node, message, fix, isList ? groupsCode(this.field) : "syntax");
  }

  private isUnit(): boolean {
    const unit = this.look(1);
    if (unit?.tokenType === PercentSign) return true;
    if (unit?.tokenType !== Word || isContinuer(this.look, 1)) return false;
    if (this.momentAhead() !== undefined) return false;
    if (!interrupts(this.look, this.owner, false)) return true;
    // `kind name {` starts a declaration where the first word is a kind; else that word is the unit.
    const name = this.look(2);
    const isHead = name?.tokenType === Word && follows(unit, name);
    return isHead && kindOf(unit.image) === undefined;
  }

  /** The bracket that ends the list at hand, where another language's brackets stand round it. */
  protected closer: string | undefined;
  /** The name of the field at hand stands in quotation marks. */
  protected isQuotedName = false;

  protected readonly quoted = this.RULE("quoted", (): Text => {
    const token = this.own(this.CONSUME(Quoted));
    const name = quotedName(token);
    const isName = this.field !== undefined && !takes(this.field, "text", "unit");
    if (name === undefined || token.quotes?.quotes !== "other" || !isName) return this.text(token);
    // Quotation marks round a name go, whatever they look like.
    const { startOffset: start, end } = token;
    if (this.closer === undefined && !this.isQuotedName)
      this.report(place(token), `A name stands without quotation marks. Write ${name}.`, name);
    return { type: "text", start, end, value: name, long: false, closed: true };
  });

  protected readonly percent = this.RULE("percent", (): Percent => {
    const token = this.own(this.CONSUME(PercentSign));
    this.mark(token);
    return { type: "percent", start: token.startOffset, end: token.end };
  });

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
    else if (instead !== undefined) {
      // `1.2m` is an amount of money, but may be a length where anything is counted.
      const isMoney = this.field?.types.some(({ is }) => is === "money" || is === "rate");
      const unsure = (!isMoney && asNumber(image) !== image) || undefined;
      const edits = [{ start, end, text: instead }];
      const fix = { title: `Change to ${instead}`, edits, unsure };
      this.report({ start, end }, `Write ${instead} instead of '${image}'.`, fix);
    } else if (this.field === undefined)
      this.report(
        { start, end },
        `'${image}' is neither a number nor a name. Write a number, a blank and a unit, such as 4 FTE, or a name that begins with a letter.`,
      );
    // What the field takes instead is told with the value.
    return { type: "reference", start, end, path: [this.word(token)] };
  });
}
