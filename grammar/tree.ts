// The shape of a parsed file: chunks of text, and in each a tree whose offsets are relative to its chunk.

/** A half-open range of UTF-16 offsets, relative to the start of the chunk. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word as it stands in the text: a kind, a field, a name, a unit, a choice. */
export interface Word extends Span {
  readonly text: string;
}

/** `"…"` or `"""…"""`: `value` is what it means, with escapes resolved and indentation removed. */
export interface Text extends Span {
  readonly type: "text";
  readonly value: string;
  readonly long: boolean;
  readonly closed: boolean;
}

/** A lone `%`, as in `unit: %`. */
export interface Percent extends Span {
  readonly type: "percent";
}

/** A number as written, such as `1.2M`, and the unit behind it: a word or `%`. */
export interface Measure extends Span {
  readonly type: "measure";
  readonly number: Word;
  readonly unit?: Word;
}

/** A date word; four digits alone are a date only behind `..`, `on` and `by`, else a measure. */
export interface DateNode extends Span {
  readonly type: "date";
  readonly text: string;
}

/** `crm`, `corporate.growth`, `platform 4 FTE`. */
export interface Reference extends Span {
  readonly type: "reference";
  readonly path: readonly Word[];
  readonly measure?: Measure;
}

/** `after crm, customer-data`: each path is a reference without a measure. */
export interface After extends Span {
  readonly type: "after";
  readonly word: Word;
  readonly references: readonly Reference[];
}

export type Head = Text | Percent | Measure | DateNode | Reference | After;

/** One value of a field. `head` is missing only where the text is faulty. */
export interface Value extends Span {
  readonly type: "value";
  readonly head?: Head;
  /** `.. 2027-Q1`, or `..` alone: a period that runs to the end of the horizon. */
  readonly until?: Span & { readonly date?: DateNode };
  /** `for 6 weeks` */
  readonly length?: Span & { readonly measure?: Measure };
  /** `on 2026-01`, `by 2027-06` */
  readonly at?: Span & { readonly word: Word; readonly date?: DateNode };
  /** `per year` */
  readonly per?: Span & { readonly unit?: Word };
  /** A syntax fault lies in it: it counts as written, but what it means is unknown. */
  readonly faulty?: true;
}

/** `name: value, value` or `name { … }`. */
export interface Field extends Span {
  readonly type: "field";
  readonly name: Word;
  /** Where its colon begins. */
  readonly colon?: number;
  readonly values: readonly Value[];
  readonly block?: Block;
  /** A syntax fault lies in it (no colon, no value, junk behind it, …). */
  readonly faulty?: true;
}

/** `kind name "Title" { … }`; a missing name or block is missing here too. */
export interface Declaration extends Span {
  readonly type: "declaration";
  readonly kind: Word;
  readonly name?: Word;
  readonly title?: Text;
  readonly block?: Block;
  readonly faulty?: true;
}

/** `import name from "path"` */
export interface Import extends Span {
  readonly type: "import";
  readonly keyword: Word;
  readonly name?: Word;
  readonly path?: Text;
  readonly faulty?: true;
}

/** Text that is none of the others; its words are kept for completion and colours. */
export interface Junk extends Span {
  readonly type: "junk";
  readonly words: readonly Word[];
  /** Where the junk is a block that opens without a kind or field, what stands in it. */
  readonly block?: Block;
}

export type Entry = Import | Declaration | Field | Junk;

/** `{ … }`. A brace that the author forgot is an empty span where it would stand. */
export interface Block extends Span {
  readonly type: "block";
  readonly open: Span;
  readonly close: Span;
  readonly entries: readonly Entry[];
  /** It is nested too deep: nobody read what stands in it. */
  readonly skipped?: true;
}

export interface Comment extends Span {
  readonly line: boolean;
  readonly closed: boolean;
  /** With its slashes and stars. */
  readonly text: string;
}

export type FaultCode = "syntax" | "invalid-date" | "wrong-type";

export interface Edit extends Span {
  readonly text: string;
}

/**
 * One mistake: where, in a sentence that says what to write, with the edits that mend it. They are
 * what was meant unless they are `unsure`: then somebody must look at them.
 */
export interface Fault extends Span {
  readonly code: FaultCode;
  readonly message: string;
  readonly related?: readonly (Span & { readonly message: string })[];
  readonly fix?: {
    readonly title: string;
    readonly edits: readonly Edit[];
    readonly unsure?: true;
  };
}

/** What makes a chunk more than its own text says, so that an edit elsewhere may change it. */
export interface Ties {
  /** The braces written into it, and what is said of them, as a text to compare. */
  readonly mending: string;
  /** It was mended together with the chunk before it. */
  readonly isInner: boolean;
  /** How far back its mending begins depends on what stands before it. */
  readonly isHanging: boolean;
  /** A block in it has no end, unless one comes behind it. */
  readonly isUnclosed: boolean;
  /** A comment or long text in it has no end, unless one comes behind it. */
  readonly isOpen: boolean;
  /** It begins, or what its quotes mean is decided, on a line that it shares with another chunk. */
  readonly isOnLine: boolean;
  /** How many more braces open in it than close, and the least that this is on the way. */
  readonly net: number;
  readonly low: number;
}

/**
 * One top-level entry with the space and comments before it. A chunk belongs to one place in one
 * file and is carried over to the next version of the file as the same object while its text stays
 * the same, so whatever is derived from a chunk can hang on its identity.
 */
export interface Chunk {
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly comments: readonly Comment[];
  readonly faults: readonly Fault[];
  /** Missing where the chunk is what it is by its own text. */
  readonly ties?: Ties;
}

/** A parsed file: its chunks cover the text without gaps; `starts[i]` is where chunk i begins. */
export interface FileTree {
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly starts: readonly number[];
}

export type Node = Entry | Block | Value | Head;
