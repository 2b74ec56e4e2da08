// What is known and what happens → what is known then: each step is pure, and none waits for the disk.
import { readText } from "../../grammar/size.ts";
import { readConfig } from "../project/config.ts";
import { namesSame } from "../project/named.ts";
import {
  configName,
  folderOf,
  isWithin,
  type Workspace,
  withFile,
  withProject,
} from "../project/project.ts";
import { carried } from "./carry.ts";
import type { ChangedFile } from "./changes.ts";
import type { Sighting } from "./look.ts";
import {
  type OpenDocument,
  type Snapshot,
  sameExclude,
  sourceIn,
  withOpen,
  without,
} from "./snapshot.ts";

/** A snapshot, the folders that the editor has open, and what is to be looked at on the disk. */
export interface State extends Snapshot {
  readonly folders: readonly string[];
  /** Changes on the disk that nobody has heeded yet. */
  readonly heard: readonly ChangedFile[];
  /** Whether anything but those makes a look necessary. */
  readonly isStale: boolean;
  /** How many looks were wished for, and up to which of them the wishes are met. */
  readonly wished: number;
  readonly met: number;
}

/** What came of a step. */
interface Step {
  readonly state: State;
  /** Other files than the one of the step may look different. */
  readonly wide: boolean;
}

/** Nothing is known yet. */
export function emptyState(today: string): State {
  const workspace = { projects: new Map(), today, folders: [], absent: new Set<string>() };
  const disk = { heard: [], isStale: false, wished: 0, met: 0 };
  return { workspace, alone: new Map(), open: new Map(), folders: [], ...disk };
}

/** What is on the disk may count in another way now, so all is to be looked at again. */
export function stale(state: State): State {
  return { ...state, isStale: true, wished: state.wished + 1 };
}

/** Other folders were opened. */
export function within(state: State, folders: readonly string[]): State {
  return stale({ ...state, folders });
}

/** A watcher told of changes on the disk. */
export function changed(state: State, changes: readonly ChangedFile[]): State {
  return { ...state, heard: [...state.heard, ...changes], wished: state.wished + 1 };
}

/** What was heard is heeded, whatever comes of it. */
export function heeding(state: State): State {
  return { ...state, heard: [] };
}

/** A look begins, which will see all that made it necessary. */
export function looking(state: State): State {
  return { ...state, isStale: false };
}

/** A look broke: whoever wishes next has it made again. */
export function unseen(state: State): State {
  return { ...state, isStale: true };
}

/** Wishes are met, up to one of them. */
export function metUpTo(state: State, met: number): State {
  return { ...state, met };
}

/** A document was opened, or typed in. */
export function opened(state: State, document: Omit<OpenDocument, "tree">): Step {
  const { path, text } = document;
  if (path.endsWith(`/${configName}`)) return configured(state, { ...document, tree: undefined });
  const before = state.open.get(path);
  const known = sourceIn(state.alone.get(path) ?? state.workspace, path)?.tree;
  const tree = readText(text, before?.tree ?? known);
  const open = new Map(state.open).set(path, { ...document, tree });
  // The project of a document from outside joins the workspace.
  const isJoining = before === undefined && !state.folders.some((folder) => isWithin(folder, path));
  const typed = everywhere({ ...state, open }, (one) =>
    sourceIn(one, path) === undefined ? one : withFile(one, path, tree),
  );
  const wants = isJoining || known === undefined || !namesSame(known, tree);
  return {
    state: wants ? stale(typed) : typed,
    wide: before === undefined && known !== undefined && known.text !== text,
  };
}

function configured(state: State, document: OpenDocument): Step {
  const { path, text } = document;
  const root = folderOf(path);
  const known = state.workspace.projects.get(root);
  const config = known?.config.text === text ? known.config : readConfig(text);
  const open = new Map(state.open).set(path, document);
  const typed = everywhere({ ...state, open }, (one) => {
    const project = one.projects.get(root);
    const isSame = project === undefined || project.config.text === text;
    return isSame ? one : withProject(one, { ...project, config });
  });
  const wants = !state.open.has(path) || known === undefined || !sameExclude(config, known.config);
  return { state: wants ? stale(typed) : typed, wide: known?.config !== config };
}

/** A document was closed: what the disk says counts again. */
export function closed(state: State, path: string): Step {
  if (!state.open.has(path)) return { state, wide: false };
  const { open, alone } = state;
  return {
    state: stale({ ...state, open: without(open, path), alone: without(alone, path) }),
    wide: alone.has(path),
  };
}

/** The disk was looked at. What was typed meanwhile still counts. */
export function looked(state: State, found: Sighting): State {
  const { open } = state;
  const { today } = state.workspace;
  const upToDate = (before: Workspace, after: Workspace) =>
    carried(before, { ...withOpen(after, open), today });
  const alone = new Map<string, Workspace>();
  for (const path of open.keys()) {
    const before = state.alone.get(path);
    const after = found.open.has(path) ? found.alone.get(path) : before;
    if (after !== undefined) alone.set(path, upToDate(before ?? after, after));
  }
  const workspace = upToDate(state.workspace, found.workspace);
  const isSame =
    workspace === state.workspace &&
    alone.size === state.alone.size &&
    [...alone].every(([path, one]) => state.alone.get(path) === one);
  return isSame ? state : { ...state, workspace, alone };
}

/** Whether something that happened while the disk was looked at makes another look necessary. */
export function isOutdated(state: State, found: Sighting): boolean {
  return [...state.open.values()].some((document) => {
    const { path, tree } = document;
    const before = found.open.get(path);
    if (before === document) return false;
    if (before === undefined || tree === undefined || before.tree === undefined) return true;
    return !namesSame(before.tree, tree);
  });
}

/** It is another day. */
export function dated(state: State, today: string): State {
  return everywhere(state, (one) => (one.today === today ? one : { ...one, today }));
}

/** A change of the workspace and of those of documents that stand alone. */
function everywhere(state: State, change: (workspace: Workspace) => Workspace): State {
  const workspace = change(state.workspace);
  let { alone } = state;
  for (const [path, one] of state.alone) {
    const after = change(one);
    if (after !== one) alone = new Map(alone).set(path, after);
  }
  return workspace === state.workspace && alone === state.alone
    ? state
    : { ...state, workspace, alone };
}
