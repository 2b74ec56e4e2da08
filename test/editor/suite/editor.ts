// The words in which the tests of this folder speak of documents: open one, a place in it, wait for what comes.
import * as vscode from "vscode";

/** A test by its sentence. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

/** Opens a file of the project, shown in an editor. */
export async function open(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error("No folder is open.");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place of the first `marked` text, where `$0` is the place and not part of the text. */
export function at(document: vscode.TextDocument, marked: string): vscode.Position {
  const before = marked.indexOf("$0");
  const offset = document.getText().indexOf(marked.replace("$0", ""));
  if (before < 0 || offset < 0) throw new Error(`The file has no '${marked}'.`);
  return document.positionAt(offset + before);
}

/** Changes the document: `text` stands where `found` stood. */
export async function replace(
  document: vscode.TextDocument,
  found: string,
  text: string,
): Promise<void> {
  const start = document.getText().indexOf(found);
  if (start < 0) throw new Error(`The file has no '${found}'.`);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(
    document.positionAt(start),
    document.positionAt(start + found.length),
  );
  edit.replace(document.uri, range, text);
  await vscode.workspace.applyEdit(edit);
}

/** Back to what is on the disk, by an edit: the command that reverts needs the window's focus. */
export async function revert(document: vscode.TextDocument): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(document.uri);
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  const everything = new vscode.Range(new vscode.Position(0, 0), end);
  edit.replace(document.uri, everything, new TextDecoder().decode(bytes));
  await vscode.workspace.applyEdit(edit);
  if (!(await document.save())) throw new Error(`${document.fileName} is not saved.`);
}

/** Each test begins with the files as they are on the disk. The editor's own settings are its own affair. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    const isOurs = vscode.workspace.getWorkspaceFolder(document.uri) !== undefined;
    if (document.isDirty && isOurs) await revert(document);
  }
}

/** What the rules say of the document: the rule, the words it marks. */
export function findings(document: vscode.TextDocument): string[] {
  return vscode.languages.getDiagnostics(document.uri).map(({ code, range }) => {
    const rule = typeof code === "object" ? code.value : code;
    return `${rule}: ${document.getText(range)}`;
  });
}

/** Asks VS Code, which asks the extension: one of its `vscode.execute…` commands. */
export function ask<T>(command: string, ...words: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.execute${command}`, ...words);
}

/** Looks again until `look` finds something; fails with the sentence. */
export async function eventually<T>(
  sentence: string,
  look: () => T | undefined | false | Thenable<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Within 20 s: ${sentence}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
