// Gestures on the picture → edits of the documents, each one step of the editor's own undo, and the way back.
import * as vscode from "vscode";
import type { BaseLanguageClient, TextDocumentEdit, WorkspaceEdit } from "vscode-languageclient";
import type { Gesture } from "../../server/gestures/shape.ts";
import type { Recovery } from "../recovery.ts";
import { askEdit } from "./asked.ts";
import { createTurns } from "./in-turn.ts";
import { putBehind, undoIn } from "./places.ts";

/** Both answer with the sentence of a refusal, if there is one; then no text is changed. */
interface Writing extends vscode.Disposable {
  /** `uri` is any file of the project that is drawn. */
  readonly make: (
    uri: vscode.Uri,
    gestures: readonly Gesture[],
    panel: vscode.WebviewPanel,
  ) => Promise<string | undefined>;
  /** Takes back the last of what was made here, and leaves the panel in front. */
  readonly undo: (panel: vscode.WebviewPanel) => Promise<string | undefined>;
  /** Texts come to the front and go again, and nobody looks at them. */
  readonly isArranging: () => boolean;
}

/** What an edit has made of a document. */
interface Changed {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  /** In which it says what the edit has left. */
  version: number;
}

/** So many edits can be taken back from the picture; the editor itself remembers more. */
const most = 50;

export function movedOnSentence(): string {
  return vscode.l10n.t(
    "The text has been changed meanwhile. Look at the new picture and try again.",
  );
}

export function createWriting(client: BaseLanguageClient, recovery: Recovery): Writing {
  const made: (readonly Changed[])[] = [];
  const inTurn = createTurns();
  // What the editor's undo and redo lead back to is as the edit has left it, in a version of its own.
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
    if (reason === undefined) return;
    const uri = document.uri.toString();
    for (const one of made.flat())
      if (one.uri === uri && one.after === document.getText()) one.version = document.version;
  });

  let arranging = false;
  const make: Writing["make"] = async (uri, gestures, { viewColumn }) => {
    if (!vscode.workspace.isTrusted)
      return vscode.l10n.t("This folder is not trusted, so the picture changes nothing in it.");
    const answer = await askOpened(() => askEdit(client, recovery, uri, gestures));
    if ("refused" in answer) return answer.refused;
    const changes = changesIn(answer.edit);
    if (changes.length === 0) return undefined;
    for (const { textDocument } of changes) {
      const kept = await whyKept(vscode.Uri.parse(textDocument.uri));
      if (kept !== undefined) return kept;
    }
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
    const documents = changes.flatMap(({ textDocument }) => {
      const document = documentAt(textDocument.uri);
      return document?.version === textDocument.version ? document : [];
    });
    if (documents.length < changes.length) return movedOnSentence();
    const before = documents.map((document) => document.getText());
    if (!(await vscode.workspace.applyEdit(edit))) return movedOnSentence();
    made.push(
      documents.map((document, at) => ({
        uri: document.uri.toString(),
        before: before[at] ?? "",
        after: document.getText(),
        version: document.version,
      })),
    );
    if (made.length > most) made.shift();
    arranging = true;
    // Wherever their tabs are, they are changed.
    for (const document of documents) await putBehind(document, viewColumn).catch(() => {});
    arranging = false;
    return undefined;
  };

  const undo: Writing["undo"] = async (panel) => {
    const last = made.at(-1);
    if (last === undefined) return vscode.l10n.t("Nothing was changed here that could be undone.");
    const first = await openedAll(last.map(({ uri }) => uri));
    if (last.every(isUndone)) {
      // Somebody has taken it back in the text.
      made.pop();
      return undo(panel);
    }
    if (first === undefined || !last.every(isAsLeft))
      return vscode.l10n.t("The text has been changed since. Undo it in the editor.");
    await undoIn(first, panel);
    // An editor may ask before it undoes something in several files, and may be told not to.
    if (!last.every(isUndone)) return vscode.l10n.t("It is not undone. Undo it in the editor.");
    made.pop();
    return undefined;
  };

  return {
    make: (uri, gestures, panel) => inTurn(() => make(uri, gestures, panel).catch(unwritten)),
    undo: (panel) => inTurn(() => undo(panel).catch(unwritten)),
    isArranging: () => arranging,
    dispose: () => listener.dispose(),
  };
}

/** Whoever waits for an answer gets one, also where the editor itself fails. */
function unwritten(): string {
  return vscode.l10n.t("The text could not be changed. Change it in the editor.");
}

function documentAt(uri: string): vscode.TextDocument | undefined {
  const address = vscode.Uri.parse(uri).toString();
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === address);
}

function isUndone({ uri, before }: Changed): boolean {
  return documentAt(uri)?.getText() === before;
}

function isAsLeft({ uri, version }: Changed): boolean {
  return documentAt(uri)?.version === version;
}

type Answer = Awaited<ReturnType<typeof askEdit>>;

/** Asks again once all that changes is open: only of a document that is open the checker knows the version. */
async function askOpened(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask();
  if ("refused" in answer) return answer;
  const closed = changesIn(answer.edit).filter(({ textDocument }) => textDocument.version === null);
  if (closed.length === 0) return answer;
  await openedAll(closed.map(({ textDocument }) => textDocument.uri));
  return ask();
}

/** Opens documents without showing them; gives the first of them, where all are still there. */
async function openedAll(uris: readonly string[]): Promise<vscode.TextDocument | undefined> {
  try {
    const opening = uris.map((uri) => vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
    return (await Promise.all(opening))[0];
  } catch {
    return undefined;
  }
}

/** An edit of the checker changes texts, each with its version, and does nothing else. */
function changesIn({ documentChanges = [] }: WorkspaceEdit): readonly TextDocumentEdit[] {
  return documentChanges.filter((change) => "textDocument" in change);
}

/** Why a file cannot be changed, if it cannot. */
export async function whyKept(uri: vscode.Uri): Promise<string | undefined> {
  const name = uri.path.split("/").at(-1) ?? "";
  const says = vscode.l10n.t("'{0}' can only be read, so nothing was changed.", name);
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return says;
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri);
    return permissions & vscode.FilePermission.Readonly ? says : undefined;
  } catch {
    // What was never saved lies nowhere yet, and can be changed.
    return undefined;
  }
}
