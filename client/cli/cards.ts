// An address and a place in it → the card of what is written there, for pages without a server of the editor.
import { fileURLToPath } from "node:url";
import type { Position } from "../../grammar/lines.ts";
import { cardAt } from "../../server/features/card.ts";
import { linesInFile } from "../../server/model/lines.ts";
import type { Model } from "../../server/model/universe.ts";
import type { Card } from "../../server/views/shape.ts";

/** Null where no declaration of the workspace is written there. */
export function cardIn(model: Model, uri: string, position: Position): Card | null {
  if (!URL.canParse(uri) || !uri.startsWith("file:")) return null;
  return cardInFile(model, fileURLToPath(uri), position);
}

/** The same by an absolute path. */
export function cardInFile(model: Model, path: string, { line, character }: Position): Card | null {
  const found = fileIn(model, path);
  if (found === undefined) return null;
  const start = linesInFile(found.file.tree)[line];
  return start === undefined ? null : (cardAt({ ...found, offset: start + character }) ?? null);
}

function fileIn(model: Model, path: string) {
  for (const home of model.universe.models.values()) {
    const { root } = home.project;
    const file = path.startsWith(`${root}/`) ? home.fileAt(path.slice(root.length + 1)) : undefined;
    if (file !== undefined) return { model: home, file };
  }
  return undefined;
}
