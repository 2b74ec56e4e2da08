// A folder and the text of a strategy → a file with it, as one step that can be undone, and an editor that shows it.
import * as vscode from "vscode";
import { groupWith } from "./preview/places.ts";
import { isThere } from "./preview/there.ts";

/** Where a strategy begins. */
export interface PlanPlace {
  /** Missing where no folder is open: then it is a document that has no file yet. */
  readonly folder?: vscode.Uri;
  /** A file or document that holds nothing yet, which is filled. */
  readonly into?: vscode.Uri;
  /** The project has its strategy: this one gets a folder and a configuration of its own. */
  readonly isSeparate: boolean;
  /** The name of its file, where it is to be another. */
  readonly file?: string;
}

const planFile = "plan.strategy";
const configFile = "strategy.config.json";

/** The place in a folder, or in a document that a picture was to be drawn from. */
export async function planPlace(
  folder: vscode.Uri | undefined,
  drawn: vscode.Uri | undefined,
): Promise<PlanPlace> {
  if (folder === undefined) {
    const isBlank = drawn !== undefined && (await holdsNothing(drawn));
    return { ...(isBlank ? { into: drawn } : {}), isSeparate: false };
  }
  const files = await emptyFiles(folder);
  if (files === undefined) return { folder, isSeparate: true };
  const own = vscode.Uri.joinPath(folder, planFile).toString();
  const isOurs = (file: vscode.Uri) => file.toString() === (drawn?.toString() ?? own);
  const into = files.find(isOurs) ?? files.find((file) => file.toString() === own);
  return { folder, ...(into === undefined ? {} : { into }), isSeparate: false };
}

/** Comments are nothing, and stay where they are; what cannot be read may be something. */
async function holdsNothing(file: vscode.Uri): Promise<boolean> {
  const text = await textOf(file);
  return text !== undefined && !/\S/.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ""));
}

/** As it is typed, where it is open; it is not opened for that. */
async function textOf(file: vscode.Uri): Promise<string | undefined> {
  const address = file.toString();
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === address);
  if (open !== undefined) return open.getText();
  return await vscode.workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/** So many files are looked at. */
const mostFiles = 200;

/** The files of the project to which one in a folder belongs, which hold nothing; undefined where one does. */
async function emptyFiles(folder: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
  const root = await rootOf(folder);
  const pattern = new vscode.RelativePattern(root, "**/*.strategy");
  const found = await vscode.workspace.findFiles(pattern, "**/node_modules/**", mostFiles);
  const empty: vscode.Uri[] = [];
  for (const file of found) {
    if ((await rootOf(parentOf(file))).toString() !== root.toString()) continue;
    if (!(await holdsNothing(file))) return undefined;
    empty.push(file);
  }
  return empty;
}

/** The nearest folder with a configuration, or else that of the workspace. */
async function rootOf(folder: vscode.Uri): Promise<vscode.Uri> {
  const top = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  for (let at = folder; at.path.length > top.path.length; at = parentOf(at))
    if (await isThere(vscode.Uri.joinPath(at, configFile))) return at;
  return top;
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, "..");
}

/** A command that begins a strategy and gives its address, or nothing where none was begun; why that cannot be is told. */
export function beginningCommand(
  command: string,
  begin: (given: unknown) => Promise<vscode.Uri | undefined>,
): vscode.Disposable {
  return vscode.commands.registerCommand(command, async (given?: unknown) => {
    try {
      return await begin(given);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(reason);
      return undefined;
    }
  });
}

/** The folder of the workspace in which something begins; where there are several, one is asked for. */
export async function folderHere(): Promise<vscode.Uri | undefined | "none"> {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (others.length === 0) return first?.uri;
  const placeHolder = vscode.l10n.t("In which folder the strategy begins");
  const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder });
  return picked?.uri ?? "none";
}

/**
 * Writes a strategy to its place and shows it, with its title selected, and drawn beside it. Nothing
 * that is there is overwritten. `name` is that of a folder of its own. Throws a sentence where it
 * cannot be written.
 */
export async function beginPlan(place: PlanPlace, name: string, text: string): Promise<vscode.Uri> {
  const uri = await written(place, name, text);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, {
    viewColumn: columnOf(uri),
    preview: false,
    selection: titleIn(document),
  });
  await vscode.commands.executeCommand("strategy.openPreview", uri);
  return uri;
}

async function written(place: PlanPlace, name: string, text: string): Promise<vscode.Uri> {
  const { folder, into, isSeparate, file = planFile } = place;
  if (into !== undefined) return await fill(into, text);
  if (folder === undefined) {
    const asked = { language: "strategy", content: text };
    return (await vscode.workspace.openTextDocument(asked)).uri;
  }
  const home = isSeparate ? await freeFolder(folder, name) : folder;
  const uri = vscode.Uri.joinPath(home, file);
  const edit = new vscode.WorkspaceEdit();
  const encoder = new TextEncoder();
  edit.createFile(uri, { contents: encoder.encode(text) });
  if (isSeparate) {
    const contents = encoder.encode("{}\n");
    edit.createFile(vscode.Uri.joinPath(home, configFile), { contents });
  }
  await made(edit, uri);
  return uri;
}

/** Behind the comments that stand there, if any do. */
async function fill(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument(uri);
  // Somebody may have begun in it while the templates were looked at.
  if (!(await holdsNothing(uri)))
    throw new Error(vscode.l10n.t("There is something in this file by now. Nothing was changed."));
  const before = document.getText().trimEnd();
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, whole, before === "" ? text : `${before}\n\n${text}`);
  await made(edit, uri);
  return uri;
}

/** Makes an edit, or says why it cannot be made. */
async function made(edit: vscode.WorkspaceEdit, uri: vscode.Uri): Promise<void> {
  const name = vscode.workspace.asRelativePath(uri);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false)
    throw new Error(vscode.l10n.t("This folder can only be read, so {0} cannot be written.", name));
  const refused = vscode.l10n.t(
    "{0} cannot be written there. See whether you may change this folder, or choose another one.",
    name,
  );
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(refused);
  // An edit may say that it was made where a disk has refused it.
  if (uri.scheme !== "untitled" && !(await isThere(uri))) throw new Error(refused);
}

/** A folder that is not there yet: `it-department`, `it-department-2`. */
async function freeFolder(folder: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let number = 1; ; number++) {
    const free = vscode.Uri.joinPath(folder, number === 1 ? name : `${name}-${number}`);
    if (!(await isThere(free))) return free;
  }
}

/** A place in a project that has begun: a further file of it, `risks.strategy` or `risks-2.strategy`. */
export async function furtherFile(folder: vscode.Uri, name: string): Promise<PlanPlace> {
  for (let number = 1; ; number++) {
    const file = `${number === 1 ? name : `${name}-${number}`}.strategy`;
    if (!(await isThere(vscode.Uri.joinPath(folder, file))))
      return { folder, isSeparate: false, file };
  }
}

/** Where it is open already, or else the first column: the second one is for the picture. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  return groupWith(uri)?.viewColumn ?? vscode.ViewColumn.One;
}

/** The title of the strategy, so that what is typed takes its place. */
function titleIn(document: vscode.TextDocument): vscode.Range {
  const found = /^strategy [^"\n]*"([^"\n]*)"/m.exec(document.getText());
  if (found === null) return new vscode.Range(0, 0, 0, 0);
  const end = found.index + found[0].length - 1;
  const start = end - (found[1] ?? "").length;
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
