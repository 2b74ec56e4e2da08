// What the language client and its commands are on the desktop and in the browser alike.
import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** Every `.strategy` file, wherever it lies, and the configuration. */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: "strategy" }, { pattern: "**/strategy.config.json" }],
    outputChannel: output,
    diagnosticPullOptions: { onChange: true, onSave: true, onTabs: true },
  };
}

/** The commands that the palette offers. */
export function registerCommands(
  client: BaseLanguageClient,
  output: vscode.LogOutputChannel,
): readonly vscode.Disposable[] {
  return [
    vscode.commands.registerCommand("strategy.showOutput", () => output.show()),
    vscode.commands.registerCommand("strategy.restartServer", async () => {
      await client.stop();
      await client.start();
    }),
    vscode.commands.registerCommand("strategy.check", async () => {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    }),
  ];
}
