// Gestures that would change the same words → what becomes of the texts when each is made on what the one before it left.
import { applied } from "../../grammar/format.ts";
import { positionAt } from "../../grammar/lines.ts";
import { parseFile } from "../../grammar/parser.ts";
import { type Location, locate } from "../diagnosis/diagnostic.ts";
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import type { SourceEdit } from "../finding.ts";
import { type Entity, lineage, nameSpan } from "../model/entity.ts";
import { linesInFile } from "../model/lines.ts";
import { isLocalName, type Model, type Universe, universe } from "../model/universe.ts";
import { projectAt, resolve, withFile } from "../project/project.ts";
import { idIn } from "../views/ids.ts";
import { type FileOf, foundAt, movedOn } from "./found.ts";
import { editsOf } from "./index.ts";
import type { Gesture, Marked } from "./shape.ts";

type Change = Location & { readonly text: string };

/** One change for each file; the first refusal is that of all. */
export function oneByOne(
  model: Model,
  fileOf: FileOf,
  gestures: readonly Gesture[],
): readonly Change[] | Refusal {
  let now = model;
  for (const gesture of gestures) {
    const meant = later(model, fileOf, now, gesture);
    if (meant === undefined) return movedOn;
    const edits = editsOf(now, filesOf(now.universe), [meant]);
    if (isRefusal(edits)) return edits;
    const next = after(now, edits).models.get(model.project.root);
    if (next === undefined) return movedOn;
    now = next;
  }
  return changesBetween(model.universe, now.universe);
}

/** Whether several are made on the same thing, or on one in another: each rests on what the text says there. */
export function meetAgain(model: Model, fileOf: FileOf, gestures: readonly Gesture[]): boolean {
  const things = gestures.flatMap(({ of }) => {
    const found = foundAt(model, fileOf, of);
    return isRefusal(found) ? [] : [found];
  });
  const meant = new Set(things);
  const isInside = (one: Entity) =>
    lineage(one).some((around) => around !== one && meant.has(around));
  return meant.size < things.length || things.some(isInside);
}

/** A gesture on the texts as they were, as one on what has become of them. */
function later(model: Model, fileOf: FileOf, now: Model, gesture: Gesture): Gesture | undefined {
  const marked = (mark: Marked): Marked | undefined => {
    const entity = foundAt(model, fileOf, mark);
    const same = isRefusal(entity) ? undefined : counterpartIn(now, model.universe, entity);
    return same && markOf(now, same);
  };
  const of = marked(gesture.of);
  if (of === undefined || gesture.type !== "wait") return of && { ...gesture, of };
  const on = marked(gesture.on);
  return on && { ...gesture, of, on };
}

/** What has the name of a declaration in a later version of its project. */
function counterpartIn(now: Model, all: Universe, entity: Entity): Entity | undefined {
  const model = now.universe.models.get(all.modelOf(entity).project.root);
  if (!isLocalName(entity)) return model?.names.get(entity.name);
  const initiative = model?.names.get(entity.parent?.name ?? "");
  return initiative?.children.find((one) => isLocalName(one) && one.name === entity.name);
}

/** What a page would mean by a mark. */
function markOf(model: Model, entity: Entity): Marked | undefined {
  const home = model.universe.modelOf(entity);
  const place = home.placeOf(entity.chunk);
  if (place === undefined) return undefined;
  const { path, tree } = place.file;
  const start = place.at(nameSpan(entity).start);
  return {
    id: isLocalName(entity) ? entity.name : idIn(model, entity),
    uri: resolve(home.project.root, path),
    position: positionAt(linesInFile(tree), tree.text, start),
  };
}

/** The files of a workspace by their paths. */
function filesOf({ models, workspace }: Universe): FileOf {
  return (path) => {
    const place = projectAt(workspace, path);
    const model = place && models.get(place.project.root);
    const file = model?.fileAt(place?.path ?? "");
    return model && file && { model, file };
  };
}

function after(model: Model, edits: readonly SourceEdit[]): Universe {
  const placed = edits.map(({ at, text }) => ({ ...locate(model, at), text }));
  let { workspace } = model.universe;
  for (const [path, own] of Map.groupBy(placed, (one) => resolve(one.root, one.path))) {
    const place = projectAt(workspace, path);
    const tree = place?.project.files.get(place.path)?.tree;
    if (tree === undefined) continue;
    const inOrder = own.toSorted((a, b) => a.start - b.start || a.end - b.end);
    workspace = withFile(workspace, path, parseFile(applied(tree.text, inOrder), tree));
  }
  return universe(workspace);
}

/** What differs in each file, from the first character that does to the last. */
function changesBetween(before: Universe, now: Universe): readonly Change[] {
  return [...before.models.values()].flatMap(({ project }) =>
    [...project.files.values()].flatMap(({ path, tree: { text: old } }) => {
      const text = now.models.get(project.root)?.fileAt(path)?.tree.text ?? old;
      if (text === old) return [];
      const most = Math.min(text.length, old.length);
      let start = 0;
      while (start < most && text.charAt(start) === old.charAt(start)) start++;
      if (isHalf(old.charCodeAt(start - 1))) start--;
      let same = 0;
      while (same < most - start && text.at(-1 - same) === old.at(-1 - same)) same++;
      if (isHalf(old.charCodeAt(old.length - same - 1))) same--;
      const end = old.length - same;
      return [
        { root: project.root, path, start, end, text: text.slice(start, text.length - same) },
      ];
    }),
  );
}

/** Whether a code is the first half of a character that takes two. */
function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
