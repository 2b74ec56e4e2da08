// An example of a page and the file in which it should stand → the changes that write it there without a fault, or why there are none.
import { applied } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { Chunk, Span } from "../../grammar/tree.ts";
import { candidates } from "../cursor/ground.ts";
import { askedKinds } from "../cursor/names.ts";
import { locate } from "../diagnosis/diagnostic.ts";
import { lineEndOf } from "../edits/blocks.ts";
import { addFields, freshName, type NewField } from "../edits/edits.ts";
import type { Refusal } from "../edits/refusal.ts";
import { removeField } from "../edits/removals.ts";
import type { At, Finding } from "../finding.ts";
import { type Day, day } from "../model/calendar.ts";
import type { Entity } from "../model/entity.ts";
import { linkChecks } from "../model/link/link.ts";
import { outline } from "../model/outline.ts";
import { Part } from "../model/part.ts";
import { allRefs } from "../model/resolve.ts";
import { type Model, nameGiven, universe } from "../model/universe.ts";
import { resolve, type SourceFile, withFile } from "../project/project.ts";
import { shownTitle } from "../views/said.ts";
import type { TextChange } from "./feature.ts";

/** An edit of a text. */
type Change = Span & { readonly text: string };

/** The day on which the examples of the pages are right. */
const writtenOn = day("2026-11-23");

/**
 * It says what it says, for this project: names that are taken become others, people whom nobody
 * knows become some that are known, and its years lie as far ahead as when it was written. What would
 * be at fault here is left out, and a strategy where there is one adds to that what it lacks.
 */
export function exampleChanges(
  model: Model,
  file: SourceFile,
  example: string,
): readonly TextChange[] | Refusal {
  const lines = example.trim().split(/\r?\n/);
  const { chunks } = parseFile(lines.join(lineEndOf(file.tree.text)));
  if (chunks.every(isBlank) || chunks.some(({ faults }) => faults.length > 0)) return unfit;
  const [head] = chunks.filter(isStrategy);
  const rest = chunks.filter((one) => !isStrategy(one));
  const { strategy } = model;
  if (strategy !== undefined && head !== undefined && rest.every(isBlank))
    return intoStrategy(model, strategy, head);
  const text = fitted(model, file, strategy === undefined ? chunks : rest);
  const found = withoutFaults(model, file, text);
  if (found === undefined) return unfit;
  return [{ root: model.project.root, path: file.path, ...atEnd(file, found) }];
}

const unfit: Refusal = {
  refused: "Nothing of this example fits into your strategy. Copy from it what you need.",
};

function isStrategy(chunk: Chunk): boolean {
  return outline(chunk).entities.some(({ kind }) => kind === "strategy");
}

function isBlank(chunk: Chunk): boolean {
  return chunk.entries.length === 0;
}

/** What a strategy of the example says and the one of the project does not. */
function intoStrategy(
  model: Model,
  strategy: Entity,
  head: Chunk,
): readonly TextChange[] | Refusal {
  const [said] = outline(head).entities;
  const fields = [...(said?.fields.values() ?? [])].flatMap(({ entry, values }): NewField[] => {
    const [first, last] = [values[0], values.at(-1)];
    if (!first || !last || strategy.fields.get(entry.name) !== undefined) return [];
    return [{ name: entry.name, value: head.text.slice(first.span.start, last.span.end) }];
  });
  if (fields.length === 0) {
    const title = shownTitle(model.universe, strategy);
    return { refused: `${title} says all of this already, so nothing was changed.` };
  }
  const edits = addFields(model.universe, strategy, fields);
  return edits.map(({ at, text }) => ({ ...locate(model, at), text }));
}

/** Declarations with names, people and years that fit. */
function fitted(model: Model, file: SourceFile, chunks: readonly Chunk[]): string {
  const entities = chunks.flatMap((one) => outline(one).entities);
  const own = new Set(entities.flatMap((one) => nameGiven(one) ?? []));
  const names = new Map([...freshNames(model, own), ...knownPeople(model, file, own, entities)]);
  const years = yearsSince(model.today);
  const texts = chunks.map((chunk) => {
    const changes = outline(chunk).entities.flatMap((one) => [
      ...renamings(names, one),
      ...later(chunk.text, one, years),
    ]);
    const inOrder = changes.sort((a, b) => a.start - b.start);
    return applied(chunk.text, inOrder);
  });
  return texts.join("").trim();
}

/** Other names for those that are taken, by the name that they stand for. */
function* freshNames(model: Model, own: ReadonlySet<string>): Iterable<[string, string]> {
  for (const name of own) {
    let fresh = freshName(model, name);
    for (let number = 2; fresh !== name && own.has(fresh); number++)
      fresh = freshName(model, `${name}-${number}`);
    if (fresh !== name) yield [name, fresh];
  }
}

/** For people whom neither the project nor the example declares those whom the project does, in turn. */
function knownPeople(
  model: Model,
  file: SourceFile,
  own: ReadonlySet<string>,
  entities: readonly Entity[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, field } of entities.flatMap(allRefs)) {
    if (!askedKinds(field).includes("role") || own.has(name) || model.names.has(name)) continue;
    const all = candidates({ model, file, parent: undefined }, field);
    const known = all.filter(({ entity }) => entity?.kind === "role");
    const next = known[found.size % known.length];
    if (next !== undefined && !found.has(name)) found.set(name, next.name);
  }
  return found;
}

/** The new names in a declaration: its own, and those that it uses. */
function renamings(names: ReadonlyMap<string, string>, entity: Entity): readonly Change[] {
  const words = [
    ...(nameGiven(entity) === undefined ? [] : [entity.node.name]),
    ...allRefs(entity).map(({ path: [first] }) => first),
  ];
  return words.flatMap((word): readonly Change[] => {
    const text = names.get(word?.text ?? "");
    if (word === undefined || text === undefined) return [];
    return [{ start: word.start, end: word.end, text }];
  });
}

/** How many whole years have passed since the examples were written. */
function yearsSince(today: Day): number {
  return Math.round((today - writtenOn) / 365.25);
}

/** The dates of a declaration, so many years later. */
function later(text: string, entity: Entity, years: number): readonly Change[] {
  if (years === 0) return [];
  const dated = [...entity.fields.values()]
    .flatMap(({ values }) => values)
    .filter(({ is }) => is === "date" || is === "dated" || is === "period");
  return dated.flatMap(({ is, span }) => {
    const value = text.slice(span.start, span.end);
    // Of a figure on a day the first number may look like a year.
    const year = is === "dated" ? /(?<=\b(?:on|by)\s+)20\d\d/g : /(?<![\w-])20\d\d(?!\d)/g;
    return [...value.matchAll(year)].map(({ index, 0: found }) => {
      const start = span.start + index;
      return { start, end: start + found.length, text: String(Number(found) + years) };
    });
  });
}

/** A text without the fields and declarations that are at fault there; undefined where nothing is left. */
function withoutFaults(model: Model, file: SourceFile, text: string): string | undefined {
  let left = text;
  for (;;) {
    const { then, faults, start } = faultsWith(model, file, left);
    const [fault] = faults;
    if (fault === undefined) return left;
    const out = outOf(then, fault.at).map((one) => ({
      ...one,
      start: Math.max(0, one.start - start),
      end: Math.max(0, one.end - start),
    }));
    const shorter = applied(left, out).trim();
    if (shorter === "" || shorter === left) return undefined;
    left = shorter;
  }
}

/** What takes the field out in which something is at fault, or else all that stands around it. */
function outOf(then: Model, { chunk, span }: At): readonly Change[] {
  const place = then.placeOf(chunk);
  if (place === undefined) return [];
  const isAround = (one: Span) => one.start <= span.start && span.end <= one.end;
  const entity = outline(chunk).entities.findLast(({ node }) => isAround(node));
  const field = [...(entity?.fields.values() ?? [])].find(({ node }) => isAround(node));
  if (entity === undefined || field === undefined)
    return [{ ...place.spanOf({ start: 0, end: chunk.text.length }), text: "" }];
  const edits = removeField(then.universe, entity, field.entry.name);
  return edits.map(({ at, text }) => ({ ...place.spanOf(at.span), text }));
}

/** What would be wrong with a text at the end of a file, and where it would begin. */
function faultsWith(
  model: Model,
  file: SourceFile,
  text: string,
): { readonly then: Model; readonly faults: readonly Finding[]; readonly start: number } {
  const { root } = model.project;
  const change = atEnd(file, text);
  const tree = parseFile(applied(file.tree.text, [change]), file.tree);
  const workspace = withFile(model.universe.workspace, resolve(root, file.path), tree);
  const then = universe(workspace).models.get(root);
  if (then === undefined) throw new Error("The project of an example is gone.");
  const old = new Set(file.tree.chunks);
  const come = tree.chunks.filter((one) => !old.has(one));
  const own = come.flatMap((chunk): Finding[] => [
    ...chunk.faults.map(({ code, message, ...span }) => ({ code, message, at: { chunk, span } })),
    ...outline(chunk).findings,
  ]);
  const part = new Part(then, file.path, come);
  const linked = linkChecks.flatMap(({ find, ofWhole }) => (ofWhole ? [] : [...find(part)]));
  const isOurs = ({ at: { chunk, span } }: Finding) =>
    (then.placeOf(chunk)?.spanOf(span).end ?? 0) >= change.start;
  return { then, faults: [...own, ...linked].filter(isOurs), start: textStart(file, change) };
}

/** Where a text that is added begins, behind the empty line before it. */
function textStart({ tree }: SourceFile, { start }: Change): number {
  return start === 0 ? 0 : start + 2 * lineEndOf(tree.text).length;
}

/** A text behind all that stands in a file, with an empty line before it. */
function atEnd({ tree }: SourceFile, text: string): Change {
  const start = tree.text.trimEnd().length;
  const end = lineEndOf(tree.text);
  const space = start === 0 ? "" : end + end;
  return { start, end: tree.text.length, text: `${space}${text}${end}` };
}
