// A fault and the fixes proposed for it → those after which nothing else is wrong.
import { applied } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { Chunk } from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";
import { addedTo } from "../edits/outcome.ts";
import type { Finding, Fix, SourceEdit } from "../finding.ts";
import { calendarYear, spanOf } from "../model/calendar.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { allRefs, resolveIn } from "../model/resolve.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";

/**
 * The fixes of a language fault that are sound. Whoever proposes one knows the word and its place;
 * here the text that it makes is read again, and a fix that would bring another fault is not offered.
 */
export function soundFixes(model: Model, finding: Finding): readonly Fix[] {
  const { fixes = [] } = finding;
  const all = typeof fixes === "function" ? fixes() : fixes;
  return all.filter((fix) => mends(model, finding, fix));
}

function mends(model: Model, finding: Finding, fix: Fix): boolean {
  const byChunk = Map.groupBy(fix.edits(), (edit) => edit.at.chunk);
  const own = keyOf(finding);
  return [...byChunk].every(([chunk, edits]) => {
    const file = model.placeOf(chunk)?.file;
    if (file === undefined) return false;
    const before = told(chunk);
    const after = reread(edited(chunk, edits));
    // Where a fault is only told in its file, as that of a brace may be, it cannot be seen to go.
    const isGone = !before.faults.includes(own) || count(after, own) < count(before, own);
    return (
      isGone &&
      addedTo(before.faults, after.faults) === undefined &&
      addedTo(linkedIn(model, file, chunk, before), linkedIn(model, file, chunk, after)) ===
        undefined
    );
  });
}

function keyOf({ code, message }: Pick<Finding, "code" | "message">): string {
  return `${code} ${message}`;
}

function count({ faults }: Reading, key: string): number {
  return faults.filter((one) => one === key).length;
}

/** A text with edits, which may come in any order. */
function edited({ text }: Chunk, edits: readonly SourceEdit[]): string {
  const placed = edits.map((edit) => ({ ...edit.at.span, text: edit.text }));
  return applied(
    text,
    placed.sort((a, b) => a.start - b.start || a.end - b.end),
  );
}

/** What a text says when it is read on its own. */
interface Reading {
  readonly entities: readonly Entity[];
  readonly faults: readonly string[];
}

const told: (chunk: Chunk) => Reading = memo((chunk) => reread(chunk.text));

function reread(text: string): Reading {
  const { chunks } = parseFile(text);
  const outlines = chunks.map(outline);
  const faults = [
    ...chunks.flatMap((one) => one.faults),
    ...outlines.flatMap((one) => one.findings),
  ];
  return {
    entities: outlines.flatMap((one) => one.entities),
    faults: faults.map(keyOf),
  };
}

/** What is wrong between the declarations of a text, in the place of a chunk, and the rest of the project. */
function linkedIn(
  model: Model,
  file: SourceFile,
  chunk: Chunk,
  { entities }: Reading,
): readonly string[] {
  const found: string[] = [];
  const own = new Set<string>();
  const isOther = (one: Entity | undefined) => one !== undefined && one.chunk !== chunk;
  for (const entity of entities) {
    const { name } = entity;
    if (name !== "" && !(entity.kind === "milestone" && entity.parent !== undefined)) {
      const isTaken = own.has(name) || isOther(model.names.get(name));
      if (isTaken || model.aliases.get(file.path)?.has(name)) found.push(`taken ${name}`);
      own.add(name);
    }
    if (entity.kind === "strategy" && entity.sure && isOther(model.strategy)) found.push("second");
  }
  for (const entity of entities) {
    for (const ref of allRefs(entity)) {
      if (ref.from.name !== "" && ref.name === ref.from.name) found.push(`itself ${ref.name}`);
      const { is } = resolveIn(model, file, ref);
      // Where a name begins with a digit, its declaration and its uses are mended one by one.
      const isOwn =
        ref.path.length === 1 && (own.has(ref.name) || model.names.has(ref.name.replace(/^_/, "")));
      if (is === "wrong-kind" || (is === "missing" && !isOwn)) found.push(`${is} ${ref.name}`);
    }
    for (const one of inverted(model, entity)) found.push(one);
  }
  return found;
}

function* inverted(model: Model, entity: Entity): Iterable<string> {
  const fiscal = model.fiscal ?? calendarYear;
  for (const { entry, values } of entity.fields.values()) {
    for (const value of values) {
      if (value.is !== "period" || value.start === undefined || value.end === undefined) continue;
      if (spanOf(value.start, fiscal).start > spanOf(value.end, fiscal).end)
        yield `inverted ${entry.name}`;
    }
  }
}
