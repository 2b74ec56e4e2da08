// Files and a drag on the picture of one of their projects → the files after it, or what does not hold of them.
import assert from "node:assert/strict";
import { isRefusal } from "../../../server/edits/refusal.ts";
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { Entity } from "../../../server/model/entity.ts";
import { linkChecks } from "../../../server/model/link/link.ts";
import { outline } from "../../../server/model/outline.ts";
import { type Universe, universe } from "../../../server/model/universe.ts";
import { after } from "../../gestures/dragged.ts";
import { workspaceOf } from "../../workspace.ts";
import type { Files } from "../material/corpus.ts";
import { type Drag, type Picture, pictureIn, pictureOf } from "./drag.ts";

/** Files, with the picture of one of their projects. */
export interface Drawn {
  readonly files: Files;
  readonly picture: Picture;
}

/** The same after a drag, with what leads back. */
export interface Outcome extends Drawn {
  readonly back?: readonly Gesture[] | undefined;
}

/**
 * What comes of a drag; undefined where it is refused. It throws where the text has a new fault, where anything else says something
 * else than before, where a comment is lost, or where the same way back leads elsewhere.
 */
export function dragged(before: Drawn, drag: Drag): Outcome | undefined {
  const now = moved(before, drag.gestures);
  if (now === undefined) return undefined;
  const [then, all] = [before.picture.model.universe, now.picture.model.universe];
  assert.deepEqual(newFaults(then, all), [], "new faults");
  // What is moved has another place among the others, and is indented as they are.
  const order = (texts: readonly string[]) =>
    drag.moves ? texts.map((text) => text.replace(/\s+/g, " ")).toSorted() : texts;
  const [names, old] = [now, before].map(({ picture }) => order([...picture.entities.keys()]));
  assert.deepEqual(order(comments(all)), order(comments(then)), "the comments");
  assert.deepEqual(names, old, "all");
  const sayingsIn = ({ picture }: Drawn) => order(sayings(picture, drag));
  assert.deepEqual(sayingsIn(now), sayingsIn(before), "what others say");
  const back = drag.back?.(now.picture);
  if (back !== undefined) assert.deepEqual(returned(now, back), before.files, "way back");
  return { ...now, back };
}

/** The files after what leads back; it must not be refused. */
export function returned({ files, picture }: Drawn, back: readonly Gesture[]): Files {
  const result = after(files, picture.model, back);
  if (isRefusal(result)) throw new Error(`The way back is refused: ${result.refused}`);
  return result;
}

/** The picture of the project that lies at a root. */
export function drawn(files: Files, root?: string): Drawn {
  const { models } = universe(workspaceOf(files));
  const model = root === undefined ? [...models.values()][0] : models.get(root);
  if (model === undefined) throw new Error(`There is no project '${root}'.`);
  return { files, picture: pictureOf(model) };
}

function moved({ files, picture }: Drawn, gestures: readonly Gesture[]): Drawn | undefined {
  const result = after(files, picture.model, gestures);
  if (isRefusal(result)) {
    assert.match(result.refused, /^[A-Z'].*\S\.$/, "the sentence of a refusal");
    return undefined;
  }
  return { files: result, picture: pictureIn(universe(workspaceOf(result)), picture) };
}

/** All faults of the language that are there now, and not as often before. */
function newFaults(before: Universe, now: Universe): readonly string[] {
  const left = faults(before);
  return faults(now).filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function faults({ models }: Universe): string[] {
  return [...models.values()].flatMap((model) => [
    ...[...model.chunks()].flatMap((chunk) =>
      [...chunk.faults, ...outline(chunk).findings].map(({ message }) => message),
    ),
    ...linkChecks.flatMap(({ find }) => [...find(model)].map(({ message }) => message)),
  ]);
}

function comments({ models }: Universe): readonly string[] {
  return [...models.values()].flatMap((model) =>
    [...model.paths()].flatMap((path) =>
      model.chunksIn(path).flatMap((chunk) => chunk.comments.map(({ text }) => text)),
    ),
  );
}

/** What is said of all that the drag may not change. */
function sayings({ entities }: Picture, { changes }: Drag): readonly string[] {
  return [...entities].flatMap(([name, entity]) => {
    const { kind, node, chunk } = entity;
    const title = node.title && chunk.text.slice(node.title.start, node.title.end);
    const own = changes.get(name) ?? [];
    return [
      ...(own.includes("title") ? [] : [`${name} ${kind} ${title}`]),
      ...fieldsOf(entity).flatMap(([field, text]) =>
        own.includes(field) ? [] : [`${name} ${field} ${text}`],
      ),
    ];
  });
}

function fieldsOf({ fields, chunk }: Entity): readonly (readonly [string, string])[] {
  const text = (span: { readonly start: number; readonly end: number }) =>
    chunk.text.slice(span.start, span.end);
  return fields.values().map(({ entry, node, values, block }) => {
    const said = block === undefined ? values.map((value) => text(value.span)) : [text(node)];
    return [entry.name, said.join(", ")] as const;
  });
}
