// Files that the editor is about to rename → the edits that keep imports and data paths right.
import type { RenameFilesParams, WorkspaceEdit } from "vscode-languageserver";
import { moving } from "../features/moving.ts";
import { universe } from "../model/universe.ts";
import { type Sight, workspaceEdit } from "./convert.ts";
import { folderPathOf } from "./uris.ts";

export function moveEdits(sight: Sight, { files }: RenameFilesParams): WorkspaceEdit | null {
  const moves = files.map(({ oldUri, newUri }) => ({
    from: folderPathOf(oldUri),
    to: folderPathOf(newUri),
  }));
  const changes = moving(universe(sight.workspace), moves);
  return changes.length === 0 ? null : workspaceEdit(sight, changes);
}
