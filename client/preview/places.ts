// What a page asks to see → an editor that shows it, beside the panel.
import * as vscode from "vscode";
import type { PageMessage } from "../../server/protocol.ts";

/** Shows a place in the source beside the preview, in the column where its file is open already. */
export async function showSource(
  message: Extract<PageMessage, { type: "reveal" }>,
  previewColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const uri = vscode.Uri.parse(message.uri);
  const viewColumn = columnFor(uri, previewColumn);
  const { start, end } = message.select;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, {
    selection,
    viewColumn,
    preserveFocus: message.keep ?? false,
  });
}

/** The column in which a file is in sight or has a tab, or else one beside the preview. */
export function columnFor(
  uri: vscode.Uri,
  previewColumn: vscode.ViewColumn | undefined,
): vscode.ViewColumn {
  const editors = vscode.window.visibleTextEditors;
  const open = editors.find(({ document }) => document.uri.toString() === uri.toString());
  const group = groupWith(uri);
  const other = editors.find(({ viewColumn }) => viewColumn !== previewColumn);
  const found = open?.viewColumn ?? group?.viewColumn ?? other?.viewColumn;
  return found ?? vscode.ViewColumn.One;
}

/** The column that has a tab of a file, if one has. */
export function groupWith(uri: vscode.Uri): vscode.TabGroup | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => {
      return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
    }),
  );
}

/** Whether a tab is that of the preview, also of one that is still to be restored when somebody looks at it. */
export function isPreviewTab({ input }: vscode.Tab): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith("strategy.preview");
}

/**
 * A file that is not saved gets a tab from the editor, beside the preview or wherever the focus is:
 * it gets one before, among the texts and behind the one in sight, where there is one.
 */
export async function putBehind(
  { uri }: vscode.TextDocument,
  previewColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  if (groupWith(uri) !== undefined) return;
  const editors = vscode.window.visibleTextEditors;
  const before = editors.find(({ viewColumn }) => viewColumn !== previewColumn);
  if (before?.viewColumn === undefined) return;
  const there = { viewColumn: before.viewColumn, preserveFocus: true };
  await vscode.window.showTextDocument(uri, { ...there, preview: false });
  await vscode.window.showTextDocument(before.document, there);
}

/** Undoes the last change of a document as somebody in its editor would, and goes back to the panel. */
export async function undoIn(
  document: vscode.TextDocument,
  panel: vscode.WebviewPanel,
): Promise<void> {
  const { viewColumn: previewColumn } = panel;
  const viewColumn = columnFor(document.uri, previewColumn);
  const before = vscode.window.visibleTextEditors.find((one) => one.viewColumn === viewColumn);
  const editor = await vscode.window.showTextDocument(document, { viewColumn });
  try {
    // The command is that of the editor that has the focus, whichever that is.
    if (vscode.window.activeTextEditor === editor) await vscode.commands.executeCommand("undo");
  } catch {
    // What it did, and whether, is seen from the text.
  }
  if (before !== undefined && before.document !== document)
    await vscode.window.showTextDocument(before.document, { viewColumn, preserveFocus: true });
  panel.reveal(previewColumn);
}
