// Files and folders that are about to be renamed → the paths in texts that must follow them.
import type { Chunk, Text } from "../../grammar/tree.ts";
import { pathText } from "../cursor/paths.ts";
import { locate } from "../diagnosis/diagnostic.ts";
import { valueIn } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import type { Universe } from "../model/universe.ts";
import { folderOf, resolve, resolveFrom } from "../project/project.ts";
import type { TextChange } from "./feature.ts";

/** Absolute paths before and after. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The changes of imports and data paths, in the files as they lie before they are moved. */
export function moving(all: Universe, moves: readonly Move[]): readonly TextChange[] {
  const changes: TextChange[] = [];
  for (const model of all.models.values()) {
    if (!model.project.inWorkspace) continue;
    for (const file of model.project.files.values()) {
      const folder = folderOf(moved(resolve(model.project.root, file.path), moves));
      for (const chunk of model.chunksIn(file.path)) {
        for (const text of pathsIn(chunk)) {
          const target = moved(resolveFrom(model.project, file, text.value), moves);
          if (resolve(folder, text.value) === target) continue;
          // What no text can mean stays as it is, and is told of as missing after the move.
          const written = pathText(folder, target);
          if (written === undefined) continue;
          changes.push({ ...locate(model, { chunk, span: text }), text: written });
        }
      }
    }
  }
  return changes;
}

function moved(path: string, moves: readonly Move[]): string {
  for (const { from, to } of moves) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
}

/** The texts of a chunk that are paths: of imports, and of the data of KPIs. */
function pathsIn(chunk: Chunk): readonly Text[] {
  const { imports, entities } = outline(chunk);
  const data = entities.flatMap((entity) => {
    const head = valueIn(entity, "actuals", "text")?.node.head;
    return entity.kind === "kpi" && head?.type === "text" ? [head] : [];
  });
  return [...imports.flatMap((node) => (node.path ? [node.path] : [])), ...data];
}
