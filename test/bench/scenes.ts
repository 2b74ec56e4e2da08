// A workspace → the keystrokes that are measured in it: what is typed, and what shows that it was heard.
import type { Diagnostic } from "vscode-languageserver/node";
import { type Change, placeOf } from "./editor.ts";
import type { Workspace } from "./workspace.ts";

export interface Scene {
  readonly name: "title" | "reference" | "rename" | "line" | "name" | "progress";
  readonly says: string;
  readonly typed: Change;
  /** The document of which something else is said then. */
  readonly shows: string;
  /** Whether these diagnostics are those after the change, or after it was taken back. */
  fits(found: readonly Diagnostic[], text: string, isTyped: boolean): boolean;
}

/** The document in which the cursor stands. */
export function middleOf({ texts }: Workspace): string {
  return [...texts.keys()][Math.floor(texts.size / 2)] ?? "";
}

/** A letter in a title. What is told of a name behind it on its line moves with each. */
export function titleScene(workspace: Workspace): Scene {
  const path = middleOf(workspace);
  const text = workspace.texts.get(path) ?? "";
  const title = text.indexOf('"Late deliveries"');
  if (text.search(undeclared) !== text.indexOf("owner: head-1,", title) + "owner: ".length)
    throw new Error("The generated text has no title before the first mention of a name.");
  return {
    name: "title",
    says: "a letter in a title",
    typed: { path, offset: title + 1, remove: 0, insert: "x" },
    shows: path,
    fits: isInPlace,
  };
}

/** A letter that makes a reference lead nowhere. */
export function referenceScene(workspace: Workspace): Scene {
  const path = middleOf(workspace);
  const offset = endOf(/supports: goal-\d+/, workspace.texts.get(path) ?? "");
  return {
    name: "reference",
    says: "a letter that breaks a reference",
    typed: { path, offset, remove: 0, insert: "x" },
    shows: path,
    fits: (found, _text, isTyped) => isUnknown(found) === isTyped,
  };
}

/** A letter in the name of an objective that another document uses, where there is another one. */
export function renameScene(workspace: Workspace): Scene {
  const path = middleOf(workspace);
  const text = workspace.texts.get(path) ?? "";
  const names = [...text.matchAll(/(?<=^objective )goal-\d+/gm)];
  const found = names.map((name) => ({ name, user: userOf(name[0], path, workspace) }));
  const { name, user } = found.find((one) => one.user !== undefined) ?? found[0] ?? {};
  if (name === undefined) throw new Error("The generated text has no objectives.");
  return {
    name: "rename",
    says: "a letter in a name that is used elsewhere",
    typed: { path, offset: name.index + name[0].length, remove: 0, insert: "x" },
    shows: user ?? path,
    fits: (found, _text, isTyped) => isUnknown(found) === isTyped,
  };
}

/** The first other document that refers to an objective. */
function userOf(name: string, path: string, { texts }: Workspace): string | undefined {
  const uses = new RegExp(`supports: (?:goal-\\d+, )?${name}\\b`);
  return [...texts.keys()].find((other) => other !== path && uses.test(texts.get(other) ?? ""));
}

/** A new line above everything that is told of a document. */
export function lineScene(workspace: Workspace): Scene {
  const path = middleOf(workspace);
  return {
    name: "line",
    says: "a new line at the top",
    typed: { path, offset: 0, remove: 0, insert: "\n" },
    shows: path,
    fits: isInPlace,
  };
}

/** A first letter before the name in a reference to an objective, of which there are thousands. */
export function nameScene(workspace: Workspace): Scene {
  const path = middleOf(workspace);
  const offset = endOf(/supports: (?=goal-)/, workspace.texts.get(path) ?? "");
  return {
    name: "name",
    says: "a letter before the name in a reference",
    typed: { path, offset, remove: 0, insert: "g" },
    shows: path,
    fits: (found, _text, isTyped) => isUnknown(found) === isTyped,
  };
}

/** A little more progress of work that should have none, which the roadmap shows. */
export function progressScene(workspace: Workspace): Scene {
  const path = middleOf(workspace);
  const text = workspace.texts.get(path) ?? "";
  const offset = endOf(/status: proposed\n\s*progress: \d+/, text);
  // Messages say it in whole percent.
  const more = Number(text.slice(text.lastIndexOf(" ", offset - 1), offset)) + 1;
  return {
    name: "progress",
    says: "a little more progress",
    typed: { path, offset, remove: 0, insert: ".9" },
    shows: path,
    fits: (found, _text, isTyped) =>
      found.some(({ message }) => String(message).includes(`is done to ${more}%`)) === isTyped,
  };
}

const undeclared = /\bhead-1\b/;

/** Whether the name that nobody declares is told of where it stands. */
function isInPlace(found: readonly Diagnostic[], text: string): boolean {
  const { line, character } = placeOf(text, text.search(undeclared));
  return found.some(({ code, range: { start } }) => {
    return code === "undeclared-name" && start.line === line && start.character === character;
  });
}

function isUnknown(found: readonly Diagnostic[]): boolean {
  return found.some(({ code }) => code === "unknown-name");
}

function endOf(what: RegExp, text: string): number {
  const found = what.exec(text);
  if (found === null) throw new Error(`The generated text has no ${what.source}.`);
  return found.index + found[0].length;
}
