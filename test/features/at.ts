// Marked-up source → the place that `$0` marks in a workspace, and places shown as lines of text.
import type { Span } from "../../grammar/tree.ts";
import type { Query } from "../../server/cursor/spot.ts";
import type { Location } from "../../server/diagnosis/diagnostic.ts";
import { universe } from "../../server/model/universe.ts";
import { projectAt, resolve, type SourceFile } from "../../server/project/project.ts";
import { readMarks } from "../marks.ts";
import { workspaceOf } from "../workspace.ts";

/** The place of `$0`; without one, the start of the first file. `end` is the second `$0`. */
export function placeIn(source: string): Query & { readonly end: number } {
  const marks = readMarks(source);
  const workspace = workspaceOf(Object.fromEntries(marks.files));
  const [first = ""] = marks.files.keys();
  const cursor = marks.cursor ?? { file: first, offset: 0 };
  const held = projectAt(workspace, resolve("/workspace", cursor.file));
  const file = held?.project.files.get(held.path);
  const model = held && universe(workspace).models.get(held.project.root);
  if (file === undefined || model === undefined) throw new Error(`There is no ${cursor.file}.`);
  return { model, file, offset: cursor.offset, end: marks.cursor?.end ?? cursor.offset };
}

/** The start of a text that is alone in its workspace. */
export function placeOf(text: string): Query {
  const workspace = workspaceOf({ "plan.strategy": text });
  const [model] = universe(workspace).models.values();
  const file = model?.project.files.get("plan.strategy");
  if (file === undefined || model === undefined) throw new Error("There is no project.");
  return { model, file, offset: 0 };
}

/** The lines that a span of a file touches, the span in brackets. */
export function shownIn(file: SourceFile, { start, end }: Span): string {
  const { text } = file.tree;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end);
  return `${text.slice(from, start)}[${text.slice(start, end)}]${text.slice(end, to)}`.trim();
}

/** A place in any file of the workspace: its path and its line. */
export function shownAt({ model }: Query, place: Location): string {
  const project = model.universe.workspace.projects.get(place.root);
  const file = project?.files.get(place.path);
  if (file === undefined) throw new Error(`There is no ${place.path}.`);
  const folder = place.root.replace(/^\/workspace\/?/, "");
  return `${folder === "" ? "" : `${folder}/`}${place.path}: ${shownIn(file, place)}`;
}
