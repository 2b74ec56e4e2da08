// The production of a declaration: its kind, name, title and block.

import { fieldHere, follows, isKindHere, kindMeant, type Look } from "../here.ts";
import { fusedKind, interrupts } from "../starts.ts";
import { Open, Quoted, type Token, Word } from "../tokens.ts";
import type { Declaration, Word as WordNode } from "../tree.ts";
import type { KindEntry } from "../vocabulary.ts";
import { type Draft, isStop } from "./base.ts";
import { FieldRules } from "./fields.ts";
import { headLength, readHead } from "./heads.ts";

/** A declaration with all that belongs to it. */
export abstract class DeclarationRules extends FieldRules {
  // declaration = kind name [ text ] [ block ]
  protected readonly declaration = this.RULE("declaration", (isFused: boolean): Declaration => {
    const kind = this.own(this.CONSUME(Word));
    const { startOffset: start, end } = kind;
    const node: Draft<Declaration> = { type: "declaration", start, end, kind: this.word(kind) };
    const fused = isFused ? fusedKind(kind.image, this.owner) : undefined;
    const isBroken = this.isNameBelow();
    const head = this.take(isBroken ? 1 : headLength(this.look, this.owner));
    const title = this.OPTION1(() => this.own(this.CONSUME(Quoted)));
    const doubts = this.doubts;
    this.ACTION(() => {
      if (title !== undefined) node.title = this.text(title);
      if (fused === undefined) this.readHead(node, head, title);
      else this.splitKind(node, fused);
      if (isBroken) this.reportBreak(node.kind, head);
    });
    const rest = this.take(this.headRest());
    const [first, last] = [rest[0], rest.at(-1)];
    if (first !== undefined && last !== undefined && this.doubts === doubts) {
      const span = { start: first.startOffset, end: last.end };
      this.report(span, "This belongs to nothing. Remove it, or make it part of the title.");
    }
    const faults = this.faults.length;
    const { remarks } = this;
    const owner = fused ?? kindMeant(kind.image);
    if (this.isBlock()) node.block = this.SUBRULE(this.block, { ARGS: [owner] });
    else if (this.isInner(owner)) this.SUBRULE(this.adopted, { ARGS: [node, owner] });
    // A name that begins with a digit is one fault as a whole.
    if (/^\d/.test(node.name?.text ?? "")) this.forget(faults, remarks);
    node.end = this.last.end;
    return node;
  });

  /** How many tokens stand behind a head that belong to nothing. A word before its brace is one. */
  private headRest(): number {
    let count = 0;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !isStop(look(1))) {
      const word = look(1)?.image ?? "";
      const isOther =
        isKindHere(word, this.owner) || fieldHere(word, this.owner)?.block !== undefined;
      const isLast = look(2)?.tokenType === Open && !isOther;
      if (!isLast && interrupts(look, this.owner, false)) return count;
      count++;
    }
    return count;
  }

  /** Whether the name stands on the line below its kind, before a title or a block. */
  private isNameBelow(): boolean {
    if (this.continues()) return false;
    const [name, behind] = [this.look(1), this.look(2)?.tokenType];
    if (name?.tokenType !== Word) return false;
    const isWord = kindMeant(name.image) === undefined && !fieldHere(name.image, this.owner);
    return isWord && (behind === Quoted || (behind === Open && this.owner === "file"));
  }

  private reportBreak(kind: WordNode, [name]: readonly Token[]): void {
    if (name === undefined) return;
    const form = `${kind.text} ${name.image}`;
    const edits = [{ start: kind.end, end: name.startOffset, text: " " }];
    const message = `A kind and its name stand on one line. Write '${form}'.`;
    this.report(kind, message, { title: `Change to '${form}'`, edits });
  }

  private readHead(
    node: Draft<Declaration>,
    head: readonly Token[],
    title: Token | undefined,
  ): void {
    const read = readHead(node.kind, head, title, this.isBlock());
    if (read.name !== undefined) node.name = read.name;
    if (read.title !== undefined) node.title ??= read.title;
    if (read.faulty) node.faulty = true;
    this.add(read.fault);
  }

  /** `kpichurn` is the kind and the name without the blank between them. */
  private splitKind(node: Draft<Declaration>, kind: KindEntry): void {
    const { start, end, text } = node.kind;
    const at = start + kind.name.length;
    const name = text.slice(kind.name.length);
    const form = `${kind.name} ${name}`;
    this.report({ start, end }, `A blank is missing. Write '${form}'.`, form);
    node.kind = { start, end: at, text: kind.name };
    node.name = { start: at, end, text: name };
  }
}
