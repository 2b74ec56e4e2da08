// What a command is given, or the cursor → the place of a text that is meant.
import type * as vscode from "vscode";

/** A place of a text. */
export interface Pointed {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** What is given by a lens, a tree or another program; undefined where that is no place. */
export function pointedBy(given: unknown): Pointed | undefined {
  if (typeof given !== "object" || given === null) return undefined;
  if (!("uri" in given) || typeof given.uri !== "string" || !("position" in given))
    return undefined;
  const { uri, position } = given;
  if (typeof position !== "object" || position === null) return undefined;
  if (!("line" in position) || !("character" in position)) return undefined;
  const { line, character } = position;
  if (!isCount(line) || !isCount(character)) return undefined;
  return { uri, position: { line, character } };
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/** Where the cursor of an editor stands; undefined where it holds no strategy. */
export function cursorOf(editor: vscode.TextEditor | undefined): Pointed | undefined {
  if (editor?.document.languageId !== "strategy") return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
