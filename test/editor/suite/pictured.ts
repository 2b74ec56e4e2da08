// The panel of the preview in the extension host, with a page for which a test speaks and hears.
import * as vscode from "vscode";
import type { HostMessage } from "../../../server/protocol.ts";
import { eventually, open } from "./editor.ts";

export interface Pictured {
  readonly panel: vscode.WebviewPanel;
  /** Does something as the page would, and waits until the panel has answered: with a refusal, if there is one. */
  readonly ask: (message: object) => Promise<string | undefined>;
  /** What the panel has told its page up to now. */
  readonly heard: readonly HostMessage[];
}

/** Opens the preview of a file, and closes it when `use` is done. */
export async function pictured(
  name: string | vscode.Uri,
  use: (pictured: Pictured, document: vscode.TextDocument) => Promise<void>,
): Promise<void> {
  const document =
    typeof name === "string" ? await open(name) : await vscode.workspace.openTextDocument(name);
  const heard: HostMessage[] = [];
  let say: (message: object) => void = () => {};
  let panel: vscode.WebviewPanel | undefined;
  const { createWebviewPanel } = vscode.window;
  const create: typeof createWebviewPanel = (...given) => {
    panel = createWebviewPanel(...given);
    const { webview } = panel;
    const { onDidReceiveMessage } = webview;
    const post = webview.postMessage.bind(webview);
    Object.assign(webview, {
      postMessage: (message: HostMessage) => {
        heard.push(message);
        return post(message);
      },
      onDidReceiveMessage: (listener: (message: object) => void) => {
        say = listener;
        return onDidReceiveMessage(listener);
      },
    });
    return panel;
  };
  Object.assign(vscode.window, { createWebviewPanel: create });
  try {
    await vscode.commands.executeCommand("strategy.openPreview", document.uri);
  } finally {
    Object.assign(vscode.window, { createWebviewPanel });
  }
  if (panel === undefined) throw new Error("The preview does not open.");
  try {
    await eventually("the picture is drawn", () => heard.some(({ type }) => type === "sheet"));
    let number = 1000;
    const ask = async (message: object) => {
      number += 1;
      say({ ...message, number });
      const answer = await eventually("the panel answers", () =>
        heard.find((one) => one.type === "edited" && one.number === number),
      );
      return answer.type === "edited" ? answer.refused : undefined;
    };
    await use({ panel, ask, heard }, document);
  } finally {
    panel.dispose();
  }
}
