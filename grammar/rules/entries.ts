// The productions of a chunk: imports, declarations, fields, blocks, and whatever else stands there.
import { place } from "../faults.ts";
import {
  fieldHere,
  follows,
  fusedKind,
  interrupts,
  isAssignment,
  isDeclaration,
  isKindHere,
  kindMeant,
  type Look,
  type Owner,
  type Start,
  startAt,
} from "../starts.ts";
import { Close, Colon, Comma, Open, Other, Quoted, Skipped, type Token, Word } from "../tokens.ts";
import type {
  Block,
  Declaration,
  Entry,
  Fault,
  Field,
  Import,
  Junk,
  Span,
  Value,
} from "../tree.ts";
import type { KindEntry } from "../vocabulary.ts";
import { type Draft, isProseMark, isStop } from "./base.ts";
import { checkField, checkImport, checkJunk } from "./checks.ts";
import { joinGroups } from "./diagnose.ts";
import { headLength, readHead } from "./heads.ts";
import { startsValue, ValueRules } from "./values.ts";

/** What a chunk's tokens mean. */
export interface Parsed {
  readonly entries: readonly Entry[];
  readonly faults: readonly Fault[];
  /** A text or comment without an end may go on to the end. */
  readonly endsInProse: boolean;
}

/** The parser: one object for the whole process, since Chevrotain prepares it at length. */
export class StrategyParser extends ValueRules {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  /** Comments without an end that are still to come, the next one last. */
  private unclosed: Span[] = [];

  /** The last field has an empty text, which may be two thirds of the quotes of a long one. */
  private isBehindEmpty = false;

  /**
   * Parses the tokens of a chunk, whose braces must pair. Lines behind a comment without an end
   * may be the rest of it. A word that ends at `cutAt` is half-typed.
   */
  parse(tokens: Token[], unclosed: readonly Span[], cutAt: number | undefined): Parsed {
    this.faults = [];
    this.isProse = false;
    this.isBehindEmpty = false;
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
    return entries;
  });

  private isMore(): boolean {
    const next = this.look(1);
    return next !== undefined && next.tokenType !== Close;
  }

  // entry = import | declaration | field | "," | junk
  private readonly entry = this.RULE("entry", (): Entry | undefined => {
    const start = this.startHere();
    return this.OR([
      {
        GATE: () => start === "field" || start === "bare-field",
        ALT: () => this.SUBRULE(this.fieldEntry),
      },
      {
        GATE: () => start === "declaration" || start === "fused",
        ALT: () => this.SUBRULE(this.declaration, { ARGS: [start === "fused"] }),
      },
      { GATE: () => start === "import", ALT: () => this.SUBRULE(this.importEntry) },
      { GATE: () => start === "comma", ALT: () => this.SUBRULE(this.comma) },
      { ALT: () => this.SUBRULE(this.junk) },
    ]);
  });

  private startHere(): Start {
    const begin = this.look(1)?.startOffset ?? 0;
    while ((this.unclosed.at(-1)?.start ?? begin) < begin) {
      this.unclosed.pop();
      this.isProse = true;
    }
    const start = startAt(this.look, this.owner);
    if (!this.isProse && !this.isBehindEmpty) return start;
    if (!this.isSound(start)) return "junk";
    this.isProse = false;
    this.isBehindEmpty = false;
    return start;
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
    const faults = this.faults.length;
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
    if (this.faults.length === faults) this.add(checkImport(node, from !== undefined, rest));
    if (this.faults.length > faults) node.faulty = true;
    return node;
  });

  private add(found: Fault | undefined): boolean {
    if (found !== undefined) this.faults.push(found);
    return found !== undefined;
  }

  /** How many tokens stand on this line before a brace, a comma or another entry. */
  private lineRest(): number {
    let count = 0;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !isStop(look(1)) && !interrupts(look, this.owner, false))
      count++;
    return count;
  }

  // declaration = kind name [ text ] [ block ]
  private readonly declaration = this.RULE("declaration", (isFused: boolean): Declaration => {
    const kind = this.own(this.CONSUME(Word));
    const { startOffset: start, end } = kind;
    const node: Draft<Declaration> = { type: "declaration", start, end, kind: this.word(kind) };
    const fused = isFused ? fusedKind(kind.image, this.owner) : undefined;
    const head: Token[] = [];
    this.SUBRULE1(this.rest, { ARGS: [headLength(this.look, this.owner), head] });
    const title = this.OPTION1(() => this.own(this.CONSUME(Quoted)));
    const faults = this.faults.length;
    this.ACTION(() => {
      if (title !== undefined) node.title = this.text(title);
      if (fused === undefined) this.readHead(node, head, title);
      else this.splitKind(node, fused);
    });
    const rest: Token[] = [];
    this.SUBRULE2(this.rest, { ARGS: [this.lineRest(), rest] });
    const [first, last] = [rest[0], rest.at(-1)];
    if (first !== undefined && last !== undefined && this.faults.length === faults) {
      const span = { start: first.startOffset, end: last.end };
      this.report(span, "This belongs to nothing. Remove it, or make it part of the title.");
    }
    this.OPTION2({
      GATE: () => this.isBlock(),
      DEF: () => {
        node.block = this.SUBRULE(this.block, { ARGS: [fused ?? kindMeant(kind.image)] });
      },
    });
    node.end = this.last.end;
    return node;
  });

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

  private isBlock(): boolean {
    const type = this.look(1)?.tokenType;
    return type === Open || type === Skipped;
  }

  // block = "{" { entry } "}"
  private readonly block = this.RULE("block", (owner: Owner): Block => {
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
    return { type: "block", ...span, open: place(open), close: place(close), entries };
  });

  // a block that is nested too deep, of which nothing is read
  private readonly skipped = this.RULE("skipped", (): Block => {
    const { startOffset: start, end } = this.own(this.CONSUME(Skipped));
    const open = { start, end: Math.min(start + 1, end) };
    const close = { start: Math.max(open.end, end - 1), end };
    return { type: "block", start, end, open, close, entries: [] };
  });

  // field = name ( ":" value { "," value } [ "," ] | block )
  private readonly fieldEntry = this.RULE("fieldEntry", (): Field => {
    const name = this.own(this.CONSUME(Word));
    const entry = fieldHere(name.image, this.owner);
    const { startOffset: start, end } = name;
    const values: Value[] = [];
    const node: Draft<Field> = { type: "field", start, end, name: this.word(name), values };
    this.OPTION1({
      GATE: () => this.continues(),
      DEF: () => {
        const colon = this.own(this.CONSUME(Colon));
        this.mark(colon);
        node.colon = place(colon);
      },
    });
    const assignment = this.OPTION2({
      GATE: () => this.continues() && isAssignment(this.look(1)),
      DEF: () => this.own(this.CONSUME(Other)),
    });
    this.field = entry;
    this.OPTION3({
      GATE: () => this.isValue(node.colon !== undefined || assignment !== undefined),
      DEF: () => {
        this.SUBRULE(this.values, { ARGS: [values] });
      },
    });
    const count = values.length > 0 ? 0 : this.lineRest();
    const rest: Token[] = [];
    this.SUBRULE(this.rest, { ARGS: [count, rest] });
    const isBlock = this.isBlock() && (values.length === 0 || this.continues());
    node.end = this.last.end;
    this.isBehindEmpty = this.last.image === '""';
    if (!values.some((value) => value.faulty)) {
      const found = checkField(node, entry, {
        assignment,
        rest,
        brace: isBlock ? this.look(1) : undefined,
      });
      if (this.add(found)) node.faulty = true;
    }
    this.OPTION4({
      GATE: () => isBlock,
      DEF: () => {
        const owner = entry?.block === undefined ? undefined : entry;
        node.block = this.SUBRULE(this.block, { ARGS: [owner] });
        node.end = this.last.end;
      },
    });
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
  private readonly values = this.RULE("values", (values: Value[] = []): void => {
    values.push(this.SUBRULE1(this.value));
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
    if (joined === undefined) return;
    this.faults.push(joined.fault);
    values.splice(0, values.length, joined.value);
  });

  private isItem(): boolean {
    return startsValue(this.look(1)) && !interrupts(this.look, this.owner, !this.continues());
  }

  // a run of tokens to the end of the line, and a block that opens there
  private readonly junk = this.RULE("junk", (): Junk => {
    const start = this.look(1)?.startOffset ?? 0;
    const tokens: Token[] = [];
    const length = this.isBlock() ? 0 : this.junkLength();
    this.SUBRULE(this.rest, { ARGS: [length, tokens] });
    const words = tokens.filter((token) => token.tokenType === Word).map(this.word);
    const node: Draft<Junk> = { type: "junk", start, end: this.last.end, words };
    if (!this.isProse) this.add(checkJunk(tokens, this.look(1), this.owner));
    if (this.isBehindEmpty || isProseMark(tokens[0])) this.isProse = true;
    this.isBehindEmpty = false;
    this.OPTION({
      GATE: () => this.isBlock() && (tokens.length === 0 || this.continues()),
      DEF: () => {
        node.block = this.SUBRULE(this.block, { ARGS: [undefined] });
        node.end = this.last.end;
      },
    });
    return node;
  });

  private junkLength(): number {
    if (this.isProse || this.isBehindEmpty || isProseMark(this.look(1)))
      return Math.max(1, this.lineLength());
    let count = 1;
    const look: Look = (ahead) => this.look(count + ahead);
    while (follows(look(0), look(1)) && !interrupts(look, this.owner, false)) {
      if (isStop(look(1)) && look(1)?.tokenType !== Comma) break;
      count++;
    }
    return count;
  }
}
