// A click on a line, Enter, or its menu → its text, with its name selected.
import * as vscode from "vscode";
import type { Range } from "../../../server/views/shape.ts";
import { isPreviewTab, showSource } from "../../preview/places.ts";
import type { TreeLine } from "../lines.ts";
import { clickCommand } from "./tree-item.ts";

/** In milliseconds: of two clicks in this time the second one goes to the text for good. */
const doubleClick = 500;

/** `opened` is told of each line that is clicked. */
export function registerOpening(opened: () => void): readonly vscode.Disposable[] {
  let isEntering = false;
  let last: { readonly line: TreeLine; readonly at: number } | undefined;
  return [
    // A click looks, as in the explorer: the focus stays in the tree, so that one can go on to the next line.
    vscode.commands.registerCommand(clickCommand, async (line: TreeLine) => {
      opened();
      const now = Date.now();
      const isSecond = last?.line === line && now - last.at < doubleClick;
      last = { line, at: now };
      await open(line, !isSecond && !isEntering);
    }),
    // Enter goes there: the editor tells a command of a line not by what it was run.
    vscode.commands.registerCommand("strategy.tree.enter", async () => {
      isEntering = true;
      try {
        await vscode.commands.executeCommand("list.select");
        // The line runs its command a moment later.
        await new Promise((done) => setTimeout(done, 300));
      } finally {
        isEntering = false;
      }
    }),
    vscode.commands.registerCommand("strategy.goToText", (line: TreeLine) => open(line, false)),
  ];
}

async function open({ branch: { source } }: TreeLine, keep: boolean): Promise<void> {
  if (source === undefined) return;
  const { uri, range, name } = source;
  const message = { type: "reveal", uri, range: plain(range), select: plain(name), keep } as const;
  await showSource(message, previewColumn());
}

function plain({ start, end }: Range): { start: Range["start"]; end: Range["end"] } {
  return { start, end };
}

/** Texts are shown beside the picture, not over it. */
function previewColumn(): vscode.ViewColumn | undefined {
  const { all } = vscode.window.tabGroups;
  return all.find(({ activeTab }) => activeTab && isPreviewTab(activeTab))?.viewColumn;
}
