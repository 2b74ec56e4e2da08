// Texts and what is done to their picture → the texts after it, held against what no gesture may do.
import { expect } from "vitest";
import { lineStarts, positionAt } from "../../grammar/lines.ts";
import { parseFile } from "../../grammar/parser.ts";
import { memo } from "../../server/cells/memo.ts";
import { gestureChanges } from "../../server/features/edit.ts";
import type { FileOf } from "../../server/gestures/found.ts";
import type { Gesture, Marked } from "../../server/gestures/shape.ts";
import { called, type Entity, nameSpan } from "../../server/model/entity.ts";
import { succeed } from "../../server/model/live.ts";

import { type Model, universe } from "../../server/model/universe.ts";
import { projectAt, resolve, withFile } from "../../server/project/project.ts";
import { idIn } from "../../server/views/ids.ts";
import { groupingsOf } from "../../server/views/roadmap/groups.ts";
import { standsOf } from "../../server/views/roadmap/stands.ts";
import type { Files } from "../diagnosed.ts";
import { readMarks } from "../marks.ts";
import { changed, read } from "../mended.ts";
import { knownIn, universeOf, workspaceOf } from "../workspace.ts";

/** A gesture as tests write it: things go by their names, as in `crm.pilot` or `division/crm`. */
export type Done = Gesture extends infer One
  ? One extends { readonly on: Marked }
    ? Omit<One, "of" | "on"> & { readonly of: string; readonly on: string }
    : Omit<One, "of"> & { readonly of: string }
  : never;

/** The texts after gestures, or the sentence that refuses them. */
export function doneTo(files: Files, ...gestures: readonly Done[]): Files | string {
  const result = changesIn(universeOf(files), gestures);
  expect(changesIn(followed(files), gestures)).toEqual(result);
  if ("refused" in result) return result.refused;
  const after = changed(files, result);
  expect(newFaults(files, after)).toEqual([]);
  expect(commentsOf(after)).toEqual(commentsOf(files));
  for (const one of gestures) if (one.type === "group") expectMoved(after, one);
  return after;
}

type Known = Pick<ReturnType<typeof universeOf>, "all" | "entity">;

function changesIn({ all, entity }: Known, gestures: readonly Done[]) {
  const model = all.modelOf(entity(gestures[0]?.of ?? ""));
  const fileOf: FileOf = (path) => {
    const place = projectAt(all.workspace, path);
    const home = place && all.models.get(place.project.root);
    const file = home?.fileAt(place?.path ?? "");
    return home && file && { model: home, file };
  };
  const meant = gestures.map((one): Gesture => {
    const of = markOf(model, entity(one.of));
    return one.type === "wait" ? { ...one, of, on: markOf(model, entity(one.on)) } : { ...one, of };
  });
  return gestureChanges(model, fileOf, meant);
}

/** The same as an editor has it in which the titles were others before: declarations were read from those texts. */
function followed(files: Files): Known {
  const title = /^([a-z]+ [\w-]+ ")([^"\\\r\n]+")/gm;
  const before = workspaceOf(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, text.replace(title, "$1Once $2")]),
    ),
  );
  succeed(undefined, before);
  for (const model of universe(before).models.values()) groupingsOf(model);
  let after = before;
  for (const [path, text] of Object.entries(files))
    if (path.endsWith(".strategy"))
      after = withFile(after, resolve("/workspace", path), parseFile(text));
  succeed(before, after);
  return knownIn(universe(after));
}

/** What a page means by a mark. */
function markOf(model: Model, entity: Entity): Marked {
  const home = model.universe.modelOf(entity);
  const place = home.placeOf(entity.chunk);
  if (place === undefined) throw new Error(`'${called(entity)}' stands nowhere.`);
  const { text } = place.file.tree;
  const isInside = entity.kind === "milestone" && entity.parent !== undefined;
  return {
    id: isInside ? entity.name : idIn(model, entity),
    uri: `${home.project.root}/${place.file.path}`,
    position: positionAt(lineStarts(text), text, place.at(nameSpan(entity).start)),
  };
}

function newFaults(before: Files, after: Files): readonly string[] {
  const known = faultsIn(before);
  return faultsIn(after).filter((one) => !known.includes(one));
}

/** Found once for texts to which much is done. */
const faultsIn = memo((files: Files): readonly string[] =>
  read(files).diagnostics.flatMap((one) => (one.isFault ? [one.message] : [])),
);

/** The comments of all files, whatever the blanks at their ends. */
function commentsOf(files: Files): readonly string[] {
  const texts = Object.entries(files).filter(([path]) => path.endsWith(".strategy"));
  return texts
    .flatMap(([, text]) => parseFile(text).chunks.flatMap(({ comments }) => comments))
    .map(({ text }) => text.trimEnd())
    .toSorted();
}

/** The picture shows what was moved where it was let go, and no more where it was taken. */
function expectMoved(files: Files, { of, by, from, to }: Done & { readonly type: "group" }): void {
  const { all, entity } = universeOf(files);
  const work = entity(of);
  const model = all.modelOf(work);
  const groups = standsOf(model, work).map(({ key }) =>
    typeof key === "string" ? key : idIn(model, key),
  );
  expect(groups).not.toContain(from ?? "unaligned:");
  // What supports nothing stands in no other group, once it is open.
  if (by === "status" && groups.includes("unaligned:")) return;
  // What else it names it still belongs to.
  if (to !== undefined && !to.endsWith(":")) expect(groups).toContain(to);
}

/**
 * What becomes of marked-up texts by a gesture, and that the gesture back gives the old ones again
 * unless `way` says that it does not.
 */
export function check(before: string, done: Done, after: string, way?: "one way"): void {
  const files = filesIn(before);
  const found = doneTo(files, done);
  expect(found).toEqual(filesIn(after));
  if (typeof found === "string" || way === "one way") return;
  expect(doneTo(found, back(done))).toEqual(files);
}

/** That a gesture is refused, and with which words. */
export function refused(source: string, done: Done, words: string | RegExp): void {
  expect(doneTo(filesIn(source), done)).toMatch(words);
}

export function filesIn(source: string): Files {
  return Object.fromEntries(readMarks(source).files);
}

/** The gesture that undoes another one. */
export function back(done: Done): Done {
  switch (done.type) {
    case "group":
      return { ...done, from: done.to, to: done.from };
    case "status":
      return { ...done, was: done.to, to: done.was };
    case "progress":
      return { ...done, was: done.to, to: done.was };
    case "title":
      return { ...done, was: done.to, to: done.was };
    case "rating":
      if (done.was === undefined) throw new Error("Nothing is unrated again.");
      return { ...done, was: done.to, to: done.was };
    default:
      throw new Error(`There is no way back from '${done.type}'.`);
  }
}
