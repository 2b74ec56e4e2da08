// Folders, open documents and a door to files → all projects there are, as a fresh start would find them.
import { readConfig } from "../project/config.ts";
import { complete, loadFile, loadWorkspace } from "../project/load.ts";
import { folderOf, type Project, projectAt, type Workspace } from "../project/project.ts";
import { configAbove, type Files, type LoadOptions } from "../project/roots.ts";
import { type Open, sourceIn } from "./snapshot.ts";

/** What was found, and the documents that were open as the look began. */
export interface Found {
  readonly workspace: Workspace;
  readonly alone: ReadonlyMap<string, Workspace>;
  readonly open: ReadonlyMap<string, Open>;
}

/** Looks at all there is. What it gives depends on nothing but the disk and what it is given. */
export async function look(
  files: Files,
  folders: readonly string[],
  open: ReadonlyMap<string, Open>,
  options: LoadOptions,
): Promise<Found> {
  const strategies = [...open.values()].filter(({ tree }) => tree !== undefined);
  let workspace = await loadWorkspace(files, folders, options);
  // The projects of documents from outside join the workspace as long as the documents are open.
  const added = new Set<string>();
  for (const { path } of strategies) {
    if (projectAt(workspace, path) !== undefined) continue;
    const root = await configAbove(files, folderOf(path));
    if (root !== undefined) added.add(root);
  }
  if (added.size > 0)
    workspace = await loadWorkspace(files, [...folders, ...[...added].sort()], options);
  const alone = new Map<string, Workspace>();
  for (const document of strategies)
    if (sourceIn(workspace, document.path) === undefined)
      alone.set(document.path, await lookAlone(files, workspace, document, options));
  return { workspace, alone, open };
}

/** The workspace of a document that is in no project of the workspace. */
async function lookAlone(
  files: Files,
  workspace: Workspace,
  document: Open,
  options: LoadOptions,
): Promise<Workspace> {
  const { path } = document;
  const root = await configAbove(files, folderOf(path));
  if (root === undefined) return loadFile(files, path, options);
  if (projectAt(workspace, path)?.project.root !== root) {
    const own = await loadFile(files, path, options);
    if (sourceIn(own, path) !== undefined) return own;
  }
  return complete(files, leftOut(document, options.today), options);
}

/** A file that its project leaves out is a project of its own. */
function leftOut({ path, tree }: Open, today: string): Workspace {
  const root = folderOf(path);
  const name = path.slice(root.length + 1);
  const project: Project = {
    root,
    files: new Map(tree === undefined ? [] : [[name, { path: name, tree }]]),
    config: readConfig(""),
    data: new Map(),
    tables: [],
    inWorkspace: true,
  };
  return { projects: new Map([[root, project]]), today, folders: [root], absent: new Set() };
}
