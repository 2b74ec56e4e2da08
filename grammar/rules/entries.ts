// The productions of a chunk: imports, declarations, fields, blocks, and whatever else stands there.
import { place } from "../faults.ts";
import {
  fieldHere,
  follows,
  fusedKind,
  interrupts,
  isDeclaration,
  isKindHere,
  kindMeant,
  type Look,
  type Owner,
  type Start,
  startAt,
} from "../starts.ts";
import { Close, Comma, Digits, Open, Quoted, Skipped, type Token, Word } from "../tokens.ts";
import type {
  Block,
  Declaration,
  Entry,
  Fault,
  Import,
  Junk,
  Span,
  Word as WordNode,
} from "../tree.ts";
import type { KindEntry } from "../vocabulary.ts";
import { type Draft, isProseMark, isStop } from "./base.ts";
import { checkImport, checkJunk } from "./checks.ts";
import { FieldRules } from "./fields.ts";
import { headLength, readHead } from "./heads.ts";
import { startsValue } from "./values.ts";

/** What a chunk's tokens mean. */
export interface Parsed {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** A text or comment without an end may go on to the end. */
  readonly endsInProse: boolean;
}

/** The parser: one object for the whole process, since Chevrotain prepares it at length. */
export class StrategyParser extends FieldRules {
  constructor() {
    super();
    this.performSelfAnalysis();
    this.isRecording = false;
  }

  /** Comments without an end that are still to come, the next one last. */
  private unclosed: Span[] = [];

  /**
   * Parses the tokens of a chunk, whose braces must pair. Lines behind a comment without an end
   * may be the rest of it. A word that ends at `cutAt` is half-typed.
   */
  parse(tokens: Token[], unclosed: readonly Span[], cutAt: number | undefined): Parsed {
    this.faults = [];
    this.remarks = 0;
    this.isProse = false;
    this.isBehindEmpty = false;
    this.isUnfinished = false;
    this.unclosed = [...unclosed].reverse();
    this.cutAt = cutAt;
    this.owners = ["file"];
    this.input = tokens;
    return { entries: this.chunk(), faults: this.faults, endsInProse: this.isProse };
  }

  // chunk = { entry }
  private readonly chunk = this.RULE("chunk", (): readonly Entry[] => {
    const entries: Entry[] = [];
    this.MANY({
      GATE: () => this.isMore(),
      DEF: () => {
        const entry = this.SUBRULE(this.entry);
        if (entry !== undefined) entries.push(entry);
      },
    });
    return entries.slice();
  });

  private isMore(): boolean {
    const next = this.look(1);
    return next !== undefined && next.tokenType !== Close;
  }

  // entry = import | declaration | field | "," | junk
  private readonly entry = this.RULE("entry", (): Entry | undefined => {
    this.start = this.startHere();
    return this.OR(this.kindsOfEntry);
  });

  private start: Start = "end";

  private readonly kindsOfEntry = [
    {
      GATE: () => this.start === "field" || this.start === "bare-field",
      ALT: () => this.SUBRULE(this.fieldEntry),
    },
    {
      GATE: () => this.start === "declaration" || this.start === "fused",
      ALT: () => this.SUBRULE(this.declaration, { ARGS: [this.start === "fused"] }),
    },
    { GATE: () => this.start === "import", ALT: () => this.SUBRULE(this.importEntry) },
    { GATE: () => this.start === "comma", ALT: () => this.SUBRULE(this.comma) },
    { ALT: () => this.SUBRULE(this.junk) },
  ];

  private startHere(): Start {
    const begin = this.look(1)?.startOffset ?? 0;
    while ((this.unclosed.at(-1)?.start ?? begin) < begin) {
      this.unclosed.pop();
      this.isProse = true;
    }
    const start = this.startAt();
    if (!this.isProse && !this.isBehindEmpty) return start;
    if (!this.isSound(start)) return "junk";
    this.isProse = false;
    this.isBehindEmpty = false;
    return start;
  }

  /** A comma before what starts nothing is the same mistake. */
  private startAt(): Start {
    const start = startAt(this.look, this.owner);
    if (start !== "comma" || !this.continues(2) || isStop(this.look(2))) return start;
    const look: Look = (ahead) => this.look(ahead + 1);
    return startAt(look, this.owner) === "junk" ? "junk" : start;
  }

  /** Whether what starts is surely no prose. */
  private isSound(start: Start): boolean {
    const word = this.look(1)?.image ?? "";
    if (start === "field")
      return this.owner === undefined || fieldHere(word, this.owner) !== undefined;
    if (start === "declaration") return isKindHere(word, this.owner) && isDeclaration(this.look);
    return start === "import" && this.look(3)?.image === "from";
  }

  // a comma between two entries on a line, which is harmless
  private readonly comma = this.RULE("comma", (): undefined => {
    const before = this.look(0);
    const token = this.own(this.CONSUME(Comma));
    if (follows(before, token) && before?.tokenType === Close) return undefined;
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
    const rest: Token[] = [];
    this.SUBRULE(this.rest, { ARGS: [this.lineRest(), rest] });
    node.end = this.last.end;
    if (this.doubts === doubts) this.add(checkImport(node, from !== undefined, rest));
    if (this.doubts > doubts) node.faulty = true;
    return node;
  });

  // declaration = kind name [ text ] [ block ]
  private readonly declaration = this.RULE("declaration", (isFused: boolean): Declaration => {
    const kind = this.own(this.CONSUME(Word));
    const { startOffset: start, end } = kind;
    const node: Draft<Declaration> = { type: "declaration", start, end, kind: this.word(kind) };
    const fused = isFused ? fusedKind(kind.image, this.owner) : undefined;
    const head: Token[] = [];
    const isBroken = this.isNameBelow();
    const length = isBroken ? 1 : headLength(this.look, this.owner);
    this.SUBRULE1(this.rest, { ARGS: [length, head] });
    const title = this.OPTION1(() => this.own(this.CONSUME(Quoted)));
    const doubts = this.doubts;
    this.ACTION(() => {
      if (title !== undefined) node.title = this.text(title);
      if (fused === undefined) this.readHead(node, head, title);
      else this.splitKind(node, fused);
      if (isBroken) this.reportBreak(node.kind, head);
    });
    const rest: Token[] = [];
    const surplus = this.headRest();
    if (this.isRecording || surplus > 0) this.SUBRULE2(this.rest, { ARGS: [surplus, rest] });
    const [first, last] = [rest[0], rest.at(-1)];
    if (first !== undefined && last !== undefined && this.doubts === doubts) {
      const span = { start: first.startOffset, end: last.end };
      this.report(span, "This belongs to nothing. Remove it, or make it part of the title.");
    }
    const faults = this.faults.length;
    const { remarks } = this;
    if (this.isRecording || this.isBlock()) {
      this.OPTION2(() => {
        node.block = this.SUBRULE(this.block, { ARGS: [fused ?? kindMeant(kind.image)] });
      });
    }
    // A name that begins with a digit is one fault as a whole.
    if (/^\d/.test(node.name?.text ?? "")) this.forget(faults, remarks);
    node.end = this.last.end;
    return node;
  });

  /** Keeps only the first faults, of which so many are remarks. */
  private forget(faults: number, remarks: number): void {
    this.faults.length = faults;
    this.remarks = remarks;
  }

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
    const [name, behind] = [this.look(1), this.look(2)?.tokenType];
    if (name?.tokenType !== Word || this.continues()) return false;
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

  // block = "{" { entry } "}"
  protected readonly block = this.RULE("block", (owner: Owner): Block => {
    const block: Block = this.OR([
      { ALT: () => this.SUBRULE(this.braced, { ARGS: [owner] }) },
      { ALT: () => this.SUBRULE(this.skipped) },
    ]);
    return block;
  });

  private readonly braced = this.RULE("braced", (owner: Owner): Block => {
    const open = this.own(this.CONSUME(Open));
    this.mark(open);
    this.owners.push(owner);
    const entries: Entry[] = [];
    this.MANY({
      GATE: () => this.isMore(),
      DEF: () => {
        const entry = this.SUBRULE(this.entry);
        if (entry !== undefined) entries.push(entry);
      },
    });
    const close = this.own(this.CONSUME(Close));
    this.mark(close);
    this.owners.pop();
    const span = { start: open.startOffset, end: close.end };
    const { start, end } = span;
    const braces = { open: place(open), close: place(close) };
    return { type: "block", start, end, ...braces, entries: entries.slice() };
  });

  // a block that is nested too deep, of which nothing is read
  private readonly skipped = this.RULE("skipped", (): Block => {
    const { startOffset: start, end } = this.own(this.CONSUME(Skipped));
    const open = { start, end: Math.min(start + 1, end) };
    const close = { start: Math.max(open.end, end - 1), end };
    return { type: "block", start, end, open, close, entries: [] };
  });

  // a run of tokens to the end of the line, and a block that opens there
  private readonly junk = this.RULE("junk", (): Junk => {
    const start = this.look(1)?.startOffset ?? 0;
    const wasUnfinished = this.isUnfinished;
    this.isUnfinished = false;
    const tokens: Token[] = [];
    const length = this.isBlock() ? 0 : this.junkLength();
    this.SUBRULE(this.rest, { ARGS: [length, tokens] });
    const words = tokens.filter((token) => token.tokenType === Word).map(this.word);
    const node: Draft<Junk> = { type: "junk", start, end: this.last.end, words };
    const isKnown = this.isProse || (wasUnfinished && tokens.every(startsValue));
    if (!isKnown) this.add(checkJunk(tokens, this.look(1), this.owner));
    if (this.isBehindEmpty || isProseMark(tokens[0])) this.isProse = true;
    this.isBehindEmpty = false;
    const faults = this.faults.length;
    const { remarks } = this;
    this.OPTION({
      GATE: () => this.isBlock() && (tokens.length === 0 || this.continues()),
      DEF: () => {
        node.block = this.SUBRULE(this.block, { ARGS: [undefined] });
        node.end = this.last.end;
      },
    });
    if (tokens[0]?.tokenType === Digits) this.forget(faults, remarks);
    return node;
  });

  private junkLength(): number {
    if (this.isProse || this.isBehindEmpty || isProseMark(this.look(1))) return this.lineLength(1);
    let count = 1;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !interrupts(look, this.owner, false)) {
      if (isStop(look(1)) && look(1)?.tokenType !== Comma) break;
      count++;
    }
    return count;
  }
}
