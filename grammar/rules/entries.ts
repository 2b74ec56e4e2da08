// The productions of a chunk: imports, declarations, fields, blocks, and whatever else stands there.

import { compact } from "../compact.ts";
import { place, wrongComment } from "../faults.ts";
import { follows, isFieldHere, isKindHere, isQuotedField, type Look, type Owner } from "../here.ts";
import { interrupts, isDeclaration, type Start, startAt } from "../starts.ts";
import { Close, Colon, Comma, Digits, Open, Quoted, Skipped, type Token, Word } from "../tokens.ts";
import type { Block, Comment, Entry, Fault, Import, Junk } from "../tree.ts";
import { type Draft, isProseMark, isSemicolon, isStop } from "./base.ts";
import { checkImport, checkJunk } from "./checks.ts";
import { DeclarationRules } from "./declarations.ts";
import { isDash } from "./items.ts";
import { startsValue } from "./values.ts";

/** What a chunk's tokens mean. */
export interface Parsed {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** A text or comment without an end may go on to the end. */
  readonly endsInProse: boolean;
}

/** The parser: one object for the whole process, since Chevrotain prepares it at length. */
export class StrategyParser extends DeclarationRules {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /** Comments without an end or in another language's form that are still to come, the next one last. */
  private oddComments: Comment[] = [];

  /**
   * Parses a chunk: its text and its tokens, whose braces must pair. Lines behind a comment without
   * an end may be the rest of it. A word that ends at `cutAt` is half-typed.
   */
  parse(
    text: string,
    tokens: Token[],
    oddComments: readonly Comment[],
    cutAt: number | undefined,
  ): Parsed {
    this.source = text;
    this.faults = [];
    this.remarks = 0;
    this.isProse = false;
    this.isBehindEmpty = false;
    this.isUnfinished = false;
    this.oddComments = [...oddComments].reverse();
    this.cutAt = cutAt;
    this.owners = ["file"];
    this.input = tokens;
    return { entries: this.chunk(), faults: this.faults, endsInProse: this.isProse };
  }

  // chunk = { entry }
  private readonly chunk = this.RULE("chunk", (): readonly Entry[] => {
    const entries = this.entries();
    this.passComments(Number.POSITIVE_INFINITY);
    return entries;
  });

  // { entry }
  private entries(): readonly Entry[] {
    const entries: Entry[] = [];
    while (this.isMore()) {
      const entry = this.entry();
      if (entry !== undefined) entries.push(entry);
    }
    return compact(entries);
  }

  private isMore(): boolean {
    const next = this.look(1);
    return next !== undefined && next.tokenType !== Close;
  }

  // entry = import | declaration | field | "," | junk
  private entry(): Entry | undefined {
    const start = this.startHere();
    switch (start) {
      case "field":
      case "bare-field":
        return this.SUBRULE(this.fieldEntry);
      case "declaration":
      case "fused":
        return this.SUBRULE(this.declaration, { ARGS: [start === "fused"] });
      case "import":
        return this.SUBRULE(this.importEntry);
      case "comma":
        return this.SUBRULE(this.comma);
      default:
        return this.SUBRULE(this.junk);
    }
  }

  private startHere(): Start {
    this.passComments(this.look(1)?.startOffset ?? 0);
    const start = this.startAt();
    if (!this.isProse && !this.isBehindEmpty) return start;
    if (!this.isSound(start)) return "junk";
    this.isProse = false;
    this.isBehindEmpty = false;
    return start;
  }

  /** Takes the comments before an offset into account. */
  private passComments(begin: number): void {
    for (;;) {
      const comment = this.oddComments.at(-1);
      if (comment === undefined || comment.start >= begin) return;
      this.oddComments.pop();
      if (!comment.closed) this.isProse = true;
      else if (!this.isProse && !this.isBehindEmpty) this.faults.push(wrongComment(comment));
    }
  }

  /** A comma before what starts nothing is the same mistake. */
  private startAt(): Start {
    const start = startAt(this.look, this.owner);
    const isMark = start === "comma" && !isSemicolon(this.look(1));
    if (isRemark(this.look)) return "junk";
    if (!isMark || !this.continues(2) || isStop(this.look(2))) return start;
    const look: Look = (ahead) => this.look(ahead + 1);
    return startAt(look, this.owner) === "junk" ? "junk" : start;
  }

  /** Whether what starts is surely no prose. */
  private isSound(start: Start): boolean {
    const word = this.look(1)?.image ?? "";
    if (start === "field") return this.owner === undefined || isFieldHere(this.look, this.owner);
    if (start === "declaration") return isKindHere(word, this.owner) && isDeclaration(this.look);
    return start === "import" && this.look(3)?.image === "from";
  }

  // a comma between two entries on a line, which is harmless
  private readonly comma = this.RULE("comma", (): undefined => {
    const before = this.look(0);
    const token = this.own(this.CONSUME(Comma));
    if (isSemicolon(token)) {
      this.reportSemicolon(token);
      return undefined;
    }
    if (follows(before, token) && before?.tokenType === Close) return undefined;
    // A value is missing there, which has been said.
    if (before?.tokenType === Colon) return undefined;
    const edits = [{ ...place(token), text: "" }];
    this.report(place(token), "This comma separates nothing. Remove it.", {
      title: "Remove the comma",
      edits,
    });
    return undefined;
  });

  // import = "import" name "from" text
  private readonly importEntry = this.RULE("importEntry", (): Import => {
    const doubts = this.doubts;
    const keyword = this.own(this.CONSUME1(Word));
    const { startOffset: start, end } = keyword;
    const node: Draft<Import> = { type: "import", start, end, keyword: this.word(keyword) };
    this.OPTION1({
      GATE: () =>
        this.continues() && (this.look(1)?.image !== "from" || this.look(2)?.image === "from"),
      DEF: () => {
        node.name = this.word(this.SUBRULE(this.name));
      },
    });
    const from = this.OPTION2({
      GATE: () => this.continues() && this.look(1)?.image === "from",
      DEF: () => this.CONSUME2(Word),
    });
    this.OPTION3(() => {
      node.path = this.text(this.own(this.CONSUME(Quoted)));
    });
    const rest = this.take(this.lineRest());
    node.end = this.last.end;
    if (this.doubts === doubts) this.add(checkImport(node, from !== undefined, rest));
    if (this.doubts > doubts) node.faulty = true;
    return node;
  });

  // block = "{" { entry } "}"
  protected readonly block = this.RULE("block", (owner: Owner): Block => {
    if (this.look(1)?.tokenType === Skipped) return this.SUBRULE(this.skipped);
    const open = this.own(this.CONSUME(Open));
    this.mark(open);
    this.owners.push(owner);
    const entries = this.entries();
    const close = this.own(this.CONSUME(Close));
    this.mark(close);
    this.owners.pop();
    const [start, end] = [open.startOffset, close.end];
    return { type: "block", start, end, open: place(open), close: place(close), entries };
  });

  // a block that is nested too deep, of which nothing is read
  private readonly skipped = this.RULE("skipped", (): Block => {
    const { startOffset: start, end } = this.own(this.CONSUME(Skipped));
    const open = { start, end: Math.min(start + 1, end) };
    const close = { start: Math.max(open.end, end - 1), end };
    return { type: "block", start, end, open, close, entries: [], skipped: true };
  });

  // a run of tokens to the end of the line, and a block that opens there
  private readonly junk = this.RULE("junk", (): Junk => {
    const start = this.look(1)?.startOffset ?? 0;
    const wasUnfinished = this.isUnfinished;
    this.isUnfinished = false;
    const isLead = this.isLead();
    const tokens = this.take(this.isBlock() ? 0 : isLead ? 1 : this.junkLength());
    const words = tokens.filter((token) => token.tokenType === Word).map(this.word);
    const node: Draft<Junk> = { type: "junk", start, end: this.last.end, words };
    const isKnown = this.isProse || (wasUnfinished && tokens.every(startsValue));
    const isForeign = isQuotedField((ahead) => this.look(ahead + 1));
    if (isLead) this.reportLead(this.last);
    else if (!isKnown) this.add(checkJunk(tokens, this.look(1), this.owner, isForeign));
    if (this.isBehindEmpty || (isProseMark(tokens[0]) && !isLead)) this.isProse = true;
    this.isBehindEmpty = false;
    const faults = this.faults.length;
    const { remarks } = this;
    if (this.isBlock() && (tokens.length === 0 || this.continues())) {
      node.block = this.SUBRULE(this.block, { ARGS: [undefined] });
      node.end = this.last.end;
    }
    if (tokens[0]?.tokenType === Digits || isForeign) this.forget(faults, remarks);
    return node;
  });

  /** Whether a dash stands before a field or a declaration, as before an item of a list. */
  private isLead(): boolean {
    if (this.isProse || this.isBehindEmpty || !isDash(this.look(1)) || !this.continues(2))
      return false;
    const look: Look = (ahead) => this.look(ahead + 1);
    const start = startAt(look, this.owner);
    const word = look(1)?.image ?? "";
    if (start === "field") return isFieldHere(look, this.owner);
    return start === "declaration" && isKindHere(word, this.owner);
  }

  private reportLead(dash: Token): void {
    const next = this.look(1);
    const edits = [{ start: dash.startOffset, end: next?.startOffset ?? dash.end, text: "" }];
    const message = `Nothing stands before a field or a kind. Remove '${dash.image}'.`;
    this.report(place(dash), message, { title: `Remove ${dash.image}`, edits });
  }

  private junkLength(): number {
    const isLine = isProseMark(this.look(1)) || isRemark(this.look);
    if (this.isProse || this.isBehindEmpty || isLine) return this.lineLength(1);
    let count = 1;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !interrupts(look, this.owner, false)) {
      if (isStop(look(1)) && look(1)?.tokenType !== Comma) break;
      count++;
    }
    return count;
  }
}

/** Whether a line begins with a semicolon before words, as a comment of another language. */
function isRemark(look: Look): boolean {
  return isSemicolon(look(1)) && !follows(look(0), look(1)) && follows(look(1), look(2));
}
