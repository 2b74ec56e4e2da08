// A line of the tree → what the editor shows of it; its card is asked for when somebody rests on it.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askCard } from "../../preview/asked.ts";
import { cardText } from "../card-text.ts";
import type { TreeLine } from "../lines.ts";

/** Run by a click or by Enter: not in any menu, where one goes to the text for good. */
export const clickCommand = "strategy.tree.click";

export function itemOf(line: TreeLine): vscode.TreeItem {
  const { branch, key } = line;
  const { title, words, opens, sign, can } = branch;
  const item = new vscode.TreeItem(title, collapsibleState(opens));
  item.id = key;
  item.description = words;
  const colour = sign.colour === undefined ? undefined : new vscode.ThemeColor(sign.colour);
  item.iconPath = new vscode.ThemeIcon(sign.icon, colour);
  item.accessibilityInformation = { label: branch.sentence(), role: "treeitem" };
  item.contextValue = can.join(" ");
  const command = branch.source === undefined ? branch.runs : clickCommand;
  if (command !== undefined) item.command = { command, title, arguments: [line] };
  return item;
}

function collapsibleState(opens: "open" | "closed" | undefined): vscode.TreeItemCollapsibleState {
  if (opens === undefined) return vscode.TreeItemCollapsibleState.None;
  return opens === "open"
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}

/** The same with its card, where one is written. */
export async function withCard(
  client: BaseLanguageClient,
  item: vscode.TreeItem,
  { uri, position, branch }: TreeLine,
): Promise<vscode.TreeItem> {
  const card = uri && position ? await askCard(client, uri, position) : null;
  item.tooltip = card === null ? branch.sentence() : new vscode.MarkdownString(cardText(card));
  return item;
}
