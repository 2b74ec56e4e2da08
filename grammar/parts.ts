// One value of a field → its words and marks, with the space that belongs before each.
import { find, type SourceText } from "./source.ts";
import type { After, Head, Measure, Reference, Span, Value } from "./tree.ts";
import type { FieldEntry } from "./vocabulary.ts";

/** A word or mark at its place in the file. */
interface Part extends Span {
  readonly before: "none" | "space";
  /** What stands there instead of the source. */
  readonly text?: string;
}

type Parts = readonly (Part | undefined)[];

/** The parts of a value; undefined where some of it is missing or nothing says what it is. */
export function valueParts(
  source: SourceText,
  base: number,
  value: Value,
  field: FieldEntry | undefined,
): readonly Part[] | undefined {
  if (value.head === undefined || value.faulty) return undefined;
  const parts: Parts = [
    ...headParts(source, base, value.head),
    ...rangeParts(value),
    ...endParts(value, field),
  ];
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  return known.map((part) => ({ ...part, start: base + part.start, end: base + part.end }));
}

function headParts(source: SourceText, base: number, head: Head): Parts {
  if (head.type === "measure") return measureParts(head);
  if (head.type === "reference") return referenceParts(source, base, head);
  return head.type === "after" ? afterParts(source, base, head) : [spaced(head)];
}

/** `12`, `12 days`, `40%`, `99.95 %`: a percent sign stands as the author has it. */
function measureParts({ number, unit }: Measure): Parts {
  if (unit === undefined) return [spaced(number)];
  return [spaced(number), unit.start === number.end ? tight(unit) : spaced(unit)];
}

/** `corporate.crm`, `platform 4 FTE` */
function referenceParts(source: SourceText, base: number, { path, measure }: Reference): Parts {
  const words = path.flatMap((word, index) => {
    const last = path[index - 1];
    if (last === undefined) return [spaced(word)];
    return [mark(source, base, ".", last, word), tight(word)];
  });
  return [...words, ...(measure ? measureParts(measure) : [])];
}

/** `after crm, customer-data`: never broken, so its commas are parts of it. */
function afterParts(source: SourceText, base: number, { word, references }: After): Parts {
  const names = references.flatMap((reference, index) => {
    const last = references[index - 1];
    const comma = last && [mark(source, base, ",", last, reference)];
    return [...(comma ?? []), ...referenceParts(source, base, reference)];
  });
  return [spaced(word), ...names];
}

/** `.. 2027-Q1`, `for 6 weeks` */
function rangeParts({ until, length }: Value): Parts {
  const dots = until && spaced({ start: until.start, end: until.start + 2 });
  const word = length && spaced({ start: length.start, end: length.start + 3 });
  return [
    ...(dots ? [dots] : []),
    ...(until?.date ? [spaced(until.date)] : []),
    ...(word ? [word, ...(length.measure ? measureParts(length.measure) : [undefined])] : []),
  ];
}

/** `on 2026-01`, or `by` where the field says so; `per year` */
function endParts({ at, per }: Value, field: FieldEntry | undefined): Parts {
  const dated = field?.types.find((type) => type.is === "dated");
  const word = at && {
    ...spaced(at.word),
    text: dated?.is === "dated" ? dated.word : at.word.text,
  };
  const every = per && spaced({ start: per.start, end: per.start + 3 });
  return [
    ...(word ? [word, at.date && spaced(at.date)] : []),
    ...(every ? [every, per.unit && spaced(per.unit)] : []),
  ];
}

function mark(
  source: SourceText,
  base: number,
  sign: string,
  from: Span,
  to: Span,
): Part | undefined {
  const found = find(source, sign, base + from.end, base + to.start);
  return found && tight({ start: found.start - base, end: found.end - base });
}

function spaced({ start, end }: Span): Part {
  return { start, end, before: "space" };
}

function tight({ start, end }: Span): Part {
  return { start, end, before: "none" };
}
