// A finding → the ways to mend it, as the light bulb offers them, and one of them made.
import * as vscode from "vscode";
import type { BaseLanguageClient, CodeAction, CodeActionParams } from "vscode-languageclient";
import type { Found } from "./findings.ts";

/** The ways to mend one finding; that which says why it stays is none. */
export async function waysToMend(
  client: BaseLanguageClient,
  { uri, diagnostic, code }: Found,
): Promise<readonly CodeAction[]> {
  const range = client.code2ProtocolConverter.asRange(diagnostic.range);
  const params: CodeActionParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
    range,
    context: { diagnostics: [], only: ["quickfix"] },
  };
  const all = await client.sendRequest<readonly CodeAction[] | null>(
    "textDocument/codeAction",
    params,
  );
  return (all ?? []).filter(({ title, diagnostics = [] }) => {
    const [only, ...others] = diagnostics;
    const isSame = only?.code === code && JSON.stringify(only.range) === JSON.stringify(range);
    return others.length === 0 && isSame && !title.startsWith(`Leave '${code}' out`);
  });
}

/** Makes the change of a way to mend, as one step of the editor's undo; false where there is none any more. */
export async function mendBy(client: BaseLanguageClient, way: CodeAction): Promise<boolean> {
  if (way.command !== undefined) {
    const { command, arguments: given = [] } = way.command;
    await vscode.commands.executeCommand(command, given[0]);
    return true;
  }
  const whole =
    way.edit === undefined ? await client.sendRequest<CodeAction>("codeAction/resolve", way) : way;
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(whole.edit);
  return edit !== undefined && edit.size > 0 && (await vscode.workspace.applyEdit(edit));
}
