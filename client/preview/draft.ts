// A kind and a place in a text → a declaration to begin with in an editor, with tab stops, or a sentence that says why there is none.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type DraftParams, type DraftResult, draftRequest } from "../../server/protocol.ts";
import { type Recovery, sentenceOf } from "../recovery.ts";
import { columnFor } from "./places.ts";
import type { Pointed } from "./pointed.ts";
import { whyKept } from "./writing.ts";

interface Where {
  readonly uri: vscode.Uri;
  /** Without one it stands at the end of the file. */
  readonly position?: Pointed["position"];
}

/** Begins it where it belongs, in one step that can be undone; why that cannot be is told. */
export async function beginDeclaration(
  client: BaseLanguageClient,
  recovery: Recovery,
  kind: string,
  where: Where,
): Promise<void> {
  const refused = await begun(client, recovery, kind, where);
  if (refused !== undefined) void vscode.window.showWarningMessage(refused);
}

async function begun(
  client: BaseLanguageClient,
  recovery: Recovery,
  kind: string,
  { uri, position }: Where,
): Promise<string | undefined> {
  const name = uri.path.split("/").at(-1) ?? "";
  const gone = vscode.l10n.t("'{0}' cannot be opened. It may have been moved or deleted.", name);
  const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (document === undefined) return gone;
  const kept = await whyKept(uri);
  if (kept !== undefined) return kept;
  const { version } = document;
  const draft = await askDraft(client, recovery, {
    ...{ textDocument: { uri: uri.toString() }, kind },
    ...(position === undefined ? {} : { position }),
  });
  if (typeof draft === "string") return draft;
  if (draft === null)
    return vscode.l10n.t("'{0}' has no place for it. Write it into the text yourself.", name);
  const viewColumn = columnFor(uri, undefined);
  const editor = await vscode.window.showTextDocument(document, { viewColumn });
  const moved = vscode.l10n.t("The text has been changed meanwhile. Try again.");
  if (document.version !== version) return moved;
  const { start, end } = draft.range;
  const isDone = await editor.insertSnippet(
    new vscode.SnippetString(draft.snippet),
    new vscode.Range(start.line, start.character, end.line, end.character),
    { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true },
  );
  if (!isDone) return moved;
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return undefined;
}

/** A sentence where the checker does not answer. */
async function askDraft(
  client: BaseLanguageClient,
  recovery: Recovery,
  params: DraftParams,
): Promise<DraftResult | string> {
  try {
    return await client.sendRequest<DraftResult>(draftRequest, params);
  } catch (error) {
    if (client.state === State.Running) throw error;
    const says = sentenceOf(recovery.ailment() ?? "again");
    return vscode.l10n.t("{0} Nothing was changed.", says);
  }
}
