// The productions of a field: its name, its colon, its values or its block.
import type { ParserMethod } from "chevrotain";
import { adoptedFault } from "../brace-faults.ts";
import { colonAt, fault, place } from "../faults.ts";
import { fieldHere, isFieldHere, type Owner, quotedName, spacedField } from "../here.ts";
import { interrupts, isAssignment, startAt } from "../starts.ts";
import { Colon, Open, Other, Quoted, Skipped, Stray, type Token, Word } from "../tokens.ts";
import type { Block, Declaration, Fault, Field, Span, Value, Word as WordNode } from "../tree.ts";
import type { FieldEntry } from "../vocabulary.ts";
import type { Draft } from "./base.ts";
import { checkField } from "./checks.ts";
import { listItems } from "./items.ts";
import { ListRules } from "./lists.ts";
import { checkWhole, mayBeOdd } from "./odd.ts";
import { startsValue } from "./values.ts";

/** Written out, so that fields of the usual shape take no more memory than they need. */
function fieldNode(
  { start, end }: Span,
  name: WordNode,
  colon: Span | undefined,
  values: readonly Value[],
): Draft<Field> {
  if (colon === undefined) return { type: "field", start, end, name, values };
  return { type: "field", start, end, name, colon: colon.start, values };
}

interface Named {
  readonly name: WordNode;
  readonly entry: FieldEntry | undefined;
  /** Written as the language does not write it: `depends on`, `"owner"`. */
  readonly odd?: "spaced" | "quoted" | undefined;
}

/** What stands in words of its own where a title belongs: `title: A goal`. Another fault tells of it. */
const titleField: FieldEntry = { name: "title", types: [{ is: "text" }], doc: "" };

/** A field with all that belongs to it. */
export abstract class FieldRules extends ListRules {
  /** The last field has an empty text, which may be two thirds of the quotes of a long one. */
  protected isBehindEmpty = false;
  /** The last entry is a field without a value, which may stand on the line below it. */
  protected isUnfinished = false;

  protected abstract readonly block: ParserMethod<[owner: Owner], Block>;

  /** Keeps only the first faults, of which so many are remarks. */
  protected forget(faults: number, remarks: number): void {
    this.faults.length = faults;
    this.remarks = remarks;
  }

  protected add(found: Fault | undefined): boolean {
    if (found !== undefined) this.faults.push(found);
    return found !== undefined;
  }

  protected isBlock(): boolean {
    const type = this.look(1)?.tokenType;
    return type === Open || type === Skipped;
  }

  private readonly nameForms = [
    { ALT: () => this.CONSUME(Word) },
    { ALT: () => this.CONSUME(Quoted) },
  ];

  /** The name of a field, as the language writes it, or with blanks or in quotation marks. */
  private readName(first: Token, count: number): Named {
    const more = count > 1 ? this.take(count - 1) : [];
    const inner = quotedName(first);
    if (inner === undefined && more.length === 0)
      return { name: this.word(first), entry: fieldHere(first.image, this.owner) };
    const written = inner ?? [first, ...more].map((token) => token.image).join(" ");
    const meant = written.toLowerCase().replaceAll(" ", "-");
    const entry = fieldHere(written, this.owner) ?? fieldHere(meant, this.owner);
    const name = { start: first.startOffset, end: this.last.end, text: entry?.name ?? written };
    return { name, entry, odd: inner === undefined ? "spaced" : "quoted" };
  }

  // field = name ( ":" value { "," value } [ "," ] | block )
  protected readonly fieldEntry = this.RULE("fieldEntry", (): Field => {
    const spaced = spacedField(this.look, this.owner);
    const { name, entry, odd } = this.readName(this.own(this.OR(this.nameForms)), spaced);
    const { start } = name;
    let values: readonly Value[] = [];
    const colon = this.takeColon();
    const isAssigned = this.isAssigned(colon !== undefined);
    const assignment = isAssigned ? this.own(this.CONSUME(Other)) : undefined;
    this.field = entry ?? this.titleMeant(name);
    this.foreign = [];
    this.isQuotedName = odd === "quoted";
    const doubts = this.doubts;
    const whole = colon === undefined ? undefined : this.wholeOdd(name, entry);
    if (whole === undefined && this.isValue(colon !== undefined || assignment !== undefined))
      values = this.SUBRULE(this.values);
    const items =
      colon !== undefined && values.length === 0 && whole === undefined
        ? listItems(this.look, this.source, { name, colon, field: entry, owner: this.owner })
        : undefined;
    const count = whole?.count ?? items?.count ?? (values.length > 0 ? 0 : this.lineRest(true));
    const rest = this.take(count);
    if (whole !== undefined) values = [whole.value];
    const isBlock = this.isBlock() && (values.length === 0 || this.continues());
    const node = fieldNode({ start, end: this.last.end }, name, colon, values);
    this.isBehindEmpty = this.last.image === '""';
    const known = whole?.fault ?? items?.fault;
    if (known !== undefined) {
      this.add(known);
      if (items !== undefined) node.faulty = true;
    }
    const isSilent = known !== undefined || this.doubts > doubts;
    const written = this.source.slice(name.start, assignment?.end);
    this.judge(node, { name, entry, odd }, isSilent || { assignment, written, rest });
    this.isUnfinished = values.length === 0 && !isBlock;
    if (isBlock) this.readBlock(node, entry);
    else if (entry?.block && this.isInner(entry))
      this.SUBRULE(this.adopted, { ARGS: [node, entry, colon] });
    return node;
  });

  private takeColon(): Span | undefined {
    if (this.look(1)?.tokenType !== Colon || !this.continues()) return undefined;
    const token = this.own(this.CONSUME(Colon));
    this.mark(token);
    return place(token);
  }

  // fields of a block that stand below its name without any braces
  protected readonly adopted = this.RULE(
    "adopted",
    (node?: Draft<Field | Declaration>, owner?: Exclude<Owner, "file">, colon?: Span): void => {
      const entries: Field[] = [];
      const start = this.last.end;
      const name = node?.type === "field" ? node.name : (node?.name ?? node?.kind);
      const faults = this.faults.length;
      while (this.isInner(owner)) {
        this.owners.push(owner);
        entries.push(this.SUBRULE(this.fieldEntry));
        this.owners.pop();
      }
      const next = this.look(1);
      const isClosed = next?.tokenType === Stray && next.image === "}" && !this.continues();
      if (isClosed) this.CONSUME(Stray);
      if (node === undefined || name === undefined) return;
      const { end } = this.last;
      const open = { start, end: start };
      const close = { start: end, end };
      node.block = { type: "block", start, end, open, close, entries: entries.slice() };
      node.end = end;
      const head = { start: colon === undefined ? start : name.end, end: start };
      const found = adoptedFault(this.source, name, head, isClosed ? undefined : end);
      this.faults.splice(faults, 0, found);
    },
  );

  /** Whether a field starts on the next line that belongs to a block of that owner, and not here. */
  protected isInner(owner: Owner): boolean {
    if (this.continues() || owner === undefined || owner === "file" || this.owner === "file")
      return false;
    const isField = startAt(this.look, owner) === "field" && isFieldHere(this.look, owner);
    return isField && this.owner !== undefined && !isFieldHere(this.look, this.owner);
  }

  /** Says what is wrong with a field whose values are right, and with its name. */
  private judge(
    node: Draft<Field>,
    { entry, odd }: Named,
    around: true | Omit<Parameters<typeof checkField>[2], "brace">,
  ): void {
    const isBlock = this.isBlock() && (node.values.length === 0 || this.continues());
    const spelt = entry && this.nameFault(node, odd, isBlock);
    if (around !== true && !node.values.some((value) => value.faulty)) {
      const brace = isBlock ? this.look(1) : undefined;
      const found = checkField(node, entry, { ...around, brace });
      // A colon too few or too many is the same mistake as a name in another form, and as braces
      // that are missing.
      const isComplete = around.rest.length === 0 && (isBlock || node.values.length > 0);
      const isAdopter = entry?.block !== undefined && !isBlock && this.isInner(entry);
      if (found !== undefined) node.faulty = true;
      if (!isAdopter && !(spelt && isComplete)) this.add(found);
    }
    this.add(spelt);
  }

  private readBlock(node: Draft<Field>, entry: FieldEntry | undefined): void {
    const owner = entry?.block === undefined ? undefined : entry;
    const faults = this.faults.length;
    const { remarks } = this;
    node.block = this.SUBRULE(this.block, { ARGS: [owner] });
    node.end = this.last.end;
    // Where no block belongs, nothing is said of what stands in it.
    if (entry !== undefined && owner === undefined && node.colon !== undefined)
      this.forget(faults, remarks);
  }

  /** `=`, `->` and the like where a colon belongs, or behind it before a value. */
  private isAssigned(hasColon: boolean): boolean {
    if (!this.continues() || !isAssignment(this.look(1))) return false;
    const isLoose = /^[~-]$/.test(this.look(1)?.image ?? "");
    return !hasColon || (!isLoose && startsValue(this.look(2)) && this.continues(2));
  }

  private titleMeant({ text }: WordNode): FieldEntry | undefined {
    const { owner } = this;
    const isDeclaration = owner !== undefined && owner !== "file" && "places" in owner;
    return isDeclaration && /^(?:title|name)$/i.test(text) ? titleField : undefined;
  }

  /** What stands behind a colon, where as a whole it is no value. */
  private wholeOdd(name: WordNode, field: FieldEntry | undefined) {
    const first = this.look(1);
    if (field === undefined || field.types.length === 0 || first === undefined) return undefined;
    if (!mayBeOdd(first, this.look(2))) return undefined;
    const count = this.lineRest();
    const last = this.look(count);
    if (count === 0 || last === undefined) return undefined;
    const span = { start: first.startOffset, end: last.end };
    const found = checkWhole(span, { text: this.source, name, field });
    if (found === undefined) return undefined;
    return { count, fault: found, value: { type: "value", ...span, faulty: true } as const };
  }

  /** What is wrong with a name that is a field here, but is not written so. */
  private nameFault(node: Field, odd: Named["odd"], isBlock: boolean): Fault | undefined {
    const { name, colon, values } = node;
    if (odd === undefined) return undefined;
    const written = this.source.slice(name.start, name.end);
    const isBare = colon === undefined && values.length > 0;
    const form = `${name.text}${isBare ? ":" : ""}`;
    const edit = { start: name.start, end: name.end, text: form };
    const title = `Change to ${form}`;
    if (odd === "spaced") {
      const message = `Write '${form}' instead of '${written}'.`;
      return fault(name, message, { title, edits: [edit] });
    }
    const edits = [edit, ...this.foreign];
    if (isBlock && colon !== undefined) edits.push({ ...colonAt(colon), text: "" });
    const span = { start: name.start, end: this.foreign.at(-1)?.end ?? name.end };
    const what = this.foreign.length > 0 ? `'${name.text}' and its value` : `'${form}'`;
    const message = `This is written as in JSON. Write ${what} without quotation marks or brackets${isBlock && colon !== undefined ? ", and no colon before the block" : ""}.`;
    return fault(span, message, { title: "Write it without them", edits });
  }

  /** Directly behind a colon the first name is the value, whatever follows it. */
  private isValue(hasColon: boolean): boolean {
    const next = this.look(1);
    if (!this.startsItem()) return false;
    if (next?.tokenType === Quoted) return true;
    return this.continues() && (hasColon || !interrupts(this.look, this.owner, false));
  }
}
