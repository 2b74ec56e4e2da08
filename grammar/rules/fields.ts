// The productions of a field: its colon, its values or its block.
import type { ParserMethod } from "chevrotain";
import { place } from "../faults.ts";
import { fieldHere, interrupts, isAssignment, type Owner } from "../starts.ts";
import { Colon, Comma, Open, Other, Quoted, Skipped, type Token, Word } from "../tokens.ts";
import type { Block, Fault, Field, Span, Value, Word as WordNode } from "../tree.ts";
import type { Draft } from "./base.ts";
import { checkField } from "./checks.ts";
import { joinGroups } from "./diagnose.ts";
import { startsValue, ValueRules } from "./values.ts";

/** Written out, so that fields of the usual shape take no more memory than they need. */
function fieldNode(
  { start, end }: Span,
  name: WordNode,
  colon: Span | undefined,
  values: readonly Value[],
): Draft<Field> {
  if (colon === undefined) return { type: "field", start, end, name, values };
  return { type: "field", start, end, name, colon, values };
}

/** A field with all that belongs to it. */
export abstract class FieldRules extends ValueRules {
  /** The last field has an empty text, which may be two thirds of the quotes of a long one. */
  protected isBehindEmpty = false;
  /** The last entry is a field without a value, which may stand on the line below it. */
  protected isUnfinished = false;

  protected abstract readonly block: ParserMethod<[owner: Owner], Block>;

  protected add(found: Fault | undefined): boolean {
    if (found !== undefined) this.faults.push(found);
    return found !== undefined;
  }

  private readonly isOnLine = (): boolean => this.continues();

  protected isBlock(): boolean {
    const type = this.look(1)?.tokenType;
    return type === Open || type === Skipped;
  }

  // field = name ( ":" value { "," value } [ "," ] | block )
  protected readonly fieldEntry = this.RULE("fieldEntry", (): Field => {
    const name = this.own(this.CONSUME(Word));
    const entry = fieldHere(name.image, this.owner);
    const { startOffset: start } = name;
    let values: readonly Value[] = [];
    let colon: Span | undefined;
    this.OPTION1({
      GATE: this.isOnLine,
      DEF: () => {
        const token = this.own(this.CONSUME(Colon));
        this.mark(token);
        colon = place(token);
      },
    });
    let assignment: Token | undefined;
    if (this.isRecording || (isAssignment(this.look(1)) && this.continues())) {
      assignment = this.OPTION2(() => this.own(this.CONSUME(Other)));
    }
    this.field = entry;
    this.OPTION3({
      GATE: () => this.isValue(colon !== undefined || assignment !== undefined),
      DEF: () => {
        const read = this.SUBRULE(this.values);
        if (!this.isRecording) values = read;
      },
    });
    const count = values.length > 0 ? 0 : this.lineRest(true);
    const rest: Token[] = [];
    if (this.isRecording || count > 0) this.SUBRULE(this.rest, { ARGS: [count, rest] });
    const isBlock = this.isBlock() && (values.length === 0 || this.continues());
    const word = this.word(name);
    const node = fieldNode({ start, end: this.last.end }, word, colon, values);
    this.isBehindEmpty = this.last.image === '""';
    if (!values.some((value) => value.faulty)) {
      const found = checkField(node, entry, {
        assignment,
        rest,
        brace: isBlock ? this.look(1) : undefined,
      });
      if (this.add(found)) node.faulty = true;
    }
    this.isUnfinished = values.length === 0 && !isBlock;
    if (this.isRecording || isBlock) {
      this.OPTION4(() => {
        const owner = entry?.block === undefined ? undefined : entry;
        node.block = this.SUBRULE(this.block, { ARGS: [owner] });
        node.end = this.last.end;
      });
    }
    return node;
  });

  /** Directly behind a colon the first name is the value, whatever follows it. */
  private isValue(hasColon: boolean): boolean {
    const next = this.look(1);
    if (!startsValue(next)) return false;
    if (next?.tokenType === Quoted) return true;
    return this.continues() && (hasColon || !interrupts(this.look, this.owner, false));
  }

  // value { "," value } [ "," ]
  private readonly values = this.RULE("values", (): readonly Value[] => {
    const values = [this.SUBRULE1(this.value)];
    if (!this.isRecording && this.look(1)?.tokenType !== Comma) return values;
    let isOver = false;
    this.MANY({
      GATE: () => !isOver && this.continues(),
      DEF: () => {
        this.mark(this.own(this.CONSUME(Comma)));
        isOver = true;
        this.OPTION({
          GATE: () => this.isItem(),
          DEF: () => {
            values.push(this.SUBRULE2(this.value));
            isOver = false;
          },
        });
      },
    });
    const joined = joinGroups(values, this.field);
    // An array that has grown keeps room to grow; its copy does not.
    if (joined === undefined) return values.slice();
    this.faults.push(joined.fault);
    return [joined.value];
  });

  private isItem(): boolean {
    return startsValue(this.look(1)) && !interrupts(this.look, this.owner, !this.continues());
  }
}
