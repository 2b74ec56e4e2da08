// Workspaces and open documents → one immutable snapshot, and what can be asked of it and changed in it.
import type { FileTree } from "../../grammar/tree.ts";
import { type Model, universe } from "../model/universe.ts";
import { type Config, readConfig } from "../project/config.ts";
import {
  configName,
  projectAt,
  resolve,
  type SourceFile,
  type Workspace,
  withFile,
  withProject,
} from "../project/project.ts";

/** A document that the editor has open. Its text wins over the disk. */
export interface OpenDocument {
  readonly path: string;
  /** As the editor writes it. */
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** Undefined for a configuration. */
  readonly tree: FileTree | undefined;
}

/** All that is known at one moment; answers are given from one of these. */
export interface Snapshot {
  readonly workspace: Workspace;
  /** Documents that belong to no project of the workspace, each in a workspace of its own. */
  readonly alone: ReadonlyMap<string, Workspace>;
  readonly open: ReadonlyMap<string, OpenDocument>;
}

/** A file and the model of its project. */
export interface Held {
  readonly model: Model;
  readonly file: SourceFile;
}

/** The file of a path in a workspace. */
export function sourceIn(workspace: Workspace, path: string): SourceFile | undefined {
  const place = projectAt(workspace, path);
  return place?.project.files.get(place.path);
}

/** The file of a path in a snapshot, with the model of its project. */
export function fileAt(snapshot: Snapshot, path: string): Held | undefined {
  const workspace = snapshot.alone.get(path) ?? snapshot.workspace;
  const place = projectAt(workspace, path);
  const file = place?.project.files.get(place.path);
  const model = place && universe(workspace).models.get(place.project.root);
  return file && model && { model, file };
}

export function treesOf(
  workspace: Workspace,
  open: ReadonlyMap<string, OpenDocument>,
): ReadonlyMap<string, FileTree> {
  const trees = new Map<string, FileTree>();
  for (const project of workspace.projects.values())
    for (const file of project.files.values())
      trees.set(resolve(project.root, file.path), file.tree);
  for (const { path, tree } of open.values()) if (tree !== undefined) trees.set(path, tree);
  return trees;
}

/** The texts of open documents win over what was read. */
export function withOpen(workspace: Workspace, open: ReadonlyMap<string, OpenDocument>): Workspace {
  let result = workspace;
  for (const { path, tree, text } of open.values()) {
    const place = projectAt(result, path);
    if (place === undefined) continue;
    if (tree === undefined) {
      const { project } = place;
      if (place.path === configName && project.config.text !== text)
        result = withProject(result, { ...project, config: readConfig(text) });
    } else if (
      place.project.files.has(place.path) &&
      place.project.files.get(place.path)?.tree !== tree
    )
      result = withFile(result, path, tree);
  }
  return result;
}

export function without<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

export function sameExclude(a: Config, b: Config): boolean {
  return a.exclude.join("\n") === b.exclude.join("\n");
}
