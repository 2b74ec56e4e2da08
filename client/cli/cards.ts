// An address and a place in it → the card of what is written there, for pages without a server of the editor.
import { fileURLToPath } from "node:url";
import type { Position } from "../../grammar/lines.ts";
import { cardAt } from "../../server/features/card.ts";
import { linesInFile } from "../../server/model/lines.ts";
import type { Model } from "../../server/model/universe.ts";
import type { SourceFile } from "../../server/project/project.ts";
import type { Card } from "../../server/views/shape.ts";
import { slashed } from "./open.ts";

/** Null where no declaration of the workspace is written there. */
export function cardIn(model: Model, uri: string, position: Position): Card | null {
  return cardOf(fileIn(model, uri), position);
}

/** The file of an address, with the model of its project; undefined where it is none of the workspace. */
export function fileIn(model: Model, uri: string): Placed | undefined {
  if (!URL.canParse(uri) || !uri.startsWith("file:")) return undefined;
  return fileOfPath(model, slashed(fileURLToPath(uri)));
}

interface Placed {
  readonly model: Model;
  readonly file: SourceFile;
}

/** The same by an absolute path. */
export function cardInFile(model: Model, path: string, position: Position): Card | null {
  return cardOf(fileOfPath(model, path), position);
}

function cardOf(found: Placed | undefined, { line, character }: Position): Card | null {
  if (found === undefined) return null;
  const start = linesInFile(found.file.tree)[line];
  return start === undefined ? null : (cardAt({ ...found, offset: start + character }) ?? null);
}

function fileOfPath(model: Model, path: string): Placed | undefined {
  for (const home of model.universe.models.values()) {
    const { root } = home.project;
    const file = path.startsWith(`${root}/`) ? home.fileAt(path.slice(root.length + 1)) : undefined;
    if (file !== undefined) return { model: home, file };
  }
  return undefined;
}
