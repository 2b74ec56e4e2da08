// An example of a page → the same at the end of the strategy that was edited last, as one step of its undo.
import * as vscode from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import { type ExampleParams, type ExampleResult, exampleRequest } from "../../server/protocol.ts";
import { whyKept } from "../preview/writing.ts";

/** Where an example went, or why it went nowhere. */
export type InsertedExample =
  | { readonly uri: vscode.Uri; readonly range: vscode.Range }
  | { readonly refused: string };

export async function insertExample(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  example: string,
): Promise<InsertedExample> {
  // What is open is known with its version, so nothing is written over what is typed meanwhile.
  await vscode.workspace.openTextDocument(uri);
  const params: ExampleParams = { textDocument: { uri: uri.toString() }, example };
  const answer = await client.sendRequest<ExampleResult<WorkspaceEdit>>(exampleRequest, params);
  if ("refused" in answer) return answer;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  const [[changed, changes] = []] = edit.entries();
  const [first] = changes ?? [];
  if (changed === undefined || first === undefined) return { refused: notWritten() };
  const kept = await whyKept(changed);
  if (kept !== undefined) return { refused: kept };
  if (!(await vscode.workspace.applyEdit(edit))) return { refused: notWritten() };
  const document = await vscode.workspace.openTextDocument(changed);
  const start = document.offsetAt(first.range.start);
  const blank = first.newText.length - first.newText.trimStart().length;
  const end = start + first.newText.trimEnd().length;
  const range = new vscode.Range(document.positionAt(start + blank), document.positionAt(end));
  return { uri: changed, range };
}

function notWritten(): string {
  return vscode.l10n.t("The text has changed meanwhile, so nothing was written. Try again.");
}
