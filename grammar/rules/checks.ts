// An import, field or run of tokens that is not as it should be → the one fault that says so.
import { colonAt, digitName, exampleFor, fault, place, wrongComment } from "../faults.ts";
import type { Owner } from "../here.ts";
import { Colon, Comma, Digits, Quoted, Stray, type Token, Word } from "../tokens.ts";
import type { Fault, Field, Import, Span } from "../tree.ts";
import type { FieldEntry } from "../vocabulary.ts";

/** What is wrong with an import whose parts are right. */
export function checkImport(
  node: Import,
  hasFrom: boolean,
  rest: readonly Token[],
): Fault | undefined {
  const form = 'import corporate from "../corporate"';
  const [first, last] = [rest[0], rest.at(-1)];
  if (first !== undefined && last !== undefined) {
    const span = { start: first.startOffset, end: last.end };
    const isPath = node.path === undefined && hasFrom;
    const edits = [
      { start: span.start, end: span.start, text: '"' },
      { start: span.end, end: span.end, text: '"' },
    ];
    return isPath
      ? fault(span, `The path stands in quotation marks, as in ${form}.`, {
          title: "Put it in quotation marks",
          edits,
        })
      : fault(span, `This does not belong to the import. Write it as ${form}.`);
  }
  if (node.name === undefined)
    return fault(node.keyword, `This import has no name. Write it as ${form}.`);
  if (node.path === undefined)
    return fault(node.name, `This import does not say from where. Write it as ${form}.`);
  if (hasFrom) return undefined;
  const at = node.name.end;
  return fault(node.name, `Write 'from' before the path, as in ${form}.`, {
    title: "Write 'from'",
    edits: [{ start: at, end: at, text: " from" }],
  });
}

interface Around {
  /** What stands where the colon belongs, such as `=`. */
  readonly assignment: Token | undefined;
  /** The name and what stands where the colon belongs, as they stand. */
  readonly written: string;
  /** What stands where the value belongs and cannot be one. */
  readonly rest: readonly Token[];
  /** The brace that opens the field's block. */
  readonly brace: Token | undefined;
}

/** What is wrong with a field whose values, if any, are right. */
export function checkField(
  node: Field,
  entry: FieldEntry | undefined,
  { assignment, written, rest, brace }: Around,
): Fault | undefined {
  const { name, colon, values } = node;
  const text = name.text;
  const isSound = colon !== undefined && assignment === undefined && brace === undefined;
  if (isSound && values.length > 0 && rest.length === 0) return undefined;
  const example = exampleFor(entry);
  if (assignment !== undefined && colon !== undefined && values.length + rest.length === 0)
    return unread(text, [assignment], example);
  if (assignment !== undefined) {
    const edit =
      colon === undefined
        ? { start: name.end, end: assignment.end, text: ":" }
        : { ...place(assignment), text: "" };
    const message = `Write '${text}:' instead of '${written}'.`;
    return fault(name, message, { title: "Write a colon", edits: [edit] });
  }
  if (brace !== undefined) {
    if (values.length > 0)
      return fault(
        place(brace),
        `'${text}' has a value, so no block can follow. Remove the brace, or the value.`,
      );
    if (rest.length > 0) return unread(text, rest, example);
    if (colon === undefined) return undefined;
    if (entry !== undefined && entry.block === undefined)
      return fault(name, `'${text}' takes no block. Write its value behind the colon${example}.`);
    const edits = [{ ...colonAt(colon), text: "" }];
    const message = `A block has no colon before it. Write '${text} {'.`;
    return fault(name, message, { title: "Remove the colon", edits });
  }
  const insertion = {
    title: "Write a colon",
    edits: [{ start: name.end, end: name.end, text: ":" }],
  };
  if (rest.length > 0) return unread(text, rest, example);
  if (colon === undefined && values.length > 0)
    return fault(name, `The colon behind '${text}' is missing. Write '${text}:'.`, insertion);
  if (values.length > 0) return undefined;
  if (entry?.block !== undefined)
    return fault(name, `'${text}' has no block. Write '${text} {', the fields and '}'.`);
  return colon === undefined
    ? fault(
        name,
        `'${text}' has neither a colon nor a value. Write '${text}:' and its value${example}.`,
      )
    : fault(name, `'${text}' has no value. Write one behind the colon${example}.`);
}

function unread(name: string, rest: readonly Token[], example: string): Fault {
  return fault(spanOfTokens(rest), `This is no value for '${name}'. Write one${example}.`);
}

function spanOfTokens(tokens: readonly Token[]): Span {
  return { start: tokens[0]?.startOffset ?? 0, end: tokens.at(-1)?.end ?? 0 };
}

/** What is wrong with a run of tokens that starts nothing, before `next`. */
export function checkJunk(
  tokens: readonly Token[],
  next: Token | undefined,
  owner: Owner,
  isForeign: boolean,
): Fault | undefined {
  const [first] = tokens;
  if (first === undefined) {
    if (next === undefined) return undefined;
    if (isForeign)
      return fault(
        place(next),
        "This is written in JSON. Write a kind and a name before the brace, such as 'objective growth {', and fields as in 'owner: cio'.",
      );
    return fault(
      place(next),
      "This block has no kind and name before it, such as 'objective growth {'.",
    );
  }
  const span = spanOfTokens(tokens);
  if (/^(?:--+|;|\uff1b)$/.test(first.image) && tokens.length > 1)
    return wrongComment(span, first.image);
  const inFile = owner === "file";
  switch (first.tokenType) {
    case Stray: {
      const edits = [{ ...place(first), text: "" }];
      const message =
        first.image === "}"
          ? "This brace closes nothing. Remove it, or write the '{' that it belongs to."
          : "One brace is enough here. Remove this one.";
      return fault(place(first), message, { title: "Remove the brace", edits });
    }
    case Quoted:
      return fault(
        span,
        inFile
          ? "This text belongs to nothing. Write a kind and a name before it, such as 'objective growth'."
          : "This text belongs to no field. Write the field before it, such as 'description:'.",
      );
    case Digits:
      return digitName(first);
    case Comma:
      return fault(
        span,
        "A list goes on behind a comma, not before it. Write the comma at the end of the line above.",
      );
    case Colon:
      return fault(span, "The field before this colon is missing. Write its name.");
    case Word:
      return fault(
        span,
        inFile
          ? `'${first.image}' starts nothing here. Write a kind and a name, such as 'objective ${first.image} "Title" {'.`
          : `'${first.image}' starts nothing here. Write a field such as '${first.image}: value', or a declaration.`,
      );
    default:
      return fault(
        span,
        inFile
          ? "This belongs to nothing. Write a declaration, such as 'objective growth \"Grow\" {', or remove it."
          : "This belongs to no field. Write the field before it, or remove it.",
      );
  }
}
