// All that the extension consists of on the desktop and in the browser alike, one line each.
import type * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { registerAdding } from "./adding.ts";
import { registerBeginning } from "./beginning.ts";
import { catalogueIn } from "./explain/catalogue.ts";
import { type ExportWriting, registerExporting } from "./exporting.ts";
import { registerFirstSteps } from "./first-steps.ts";
import { registerFromTable } from "./from-table.ts";
import { registerCommands } from "./language.ts";
import { openPreviewWithStrategy } from "./opening.ts";
import { registerPages } from "./pages.ts";
import { followEdited } from "./preview/last-edited.ts";
import { registerPanel } from "./preview/panel.ts";
import type { Recovery } from "./recovery.ts";
import { registerStatus } from "./status.ts";
import { registerTree } from "./tree/editor/strategy-tree.ts";
import { followStrategies } from "./whereabouts.ts";

/** What a part may need of the extension that it belongs to. */
export interface Extension {
  readonly context: vscode.ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly recovery: Recovery;
  readonly output: vscode.LogOutputChannel;
  readonly writing: ExportWriting;
}

/** Registers them; each is taken back by what it gives. */
export function registerParts({
  context,
  client,
  recovery,
  output,
  writing,
}: Extension): readonly vscode.Disposable[] {
  const edited = followEdited();
  const catalogue = catalogueIn(context.extensionUri);
  return [
    edited,
    ...registerCommands(client, output, recovery),
    ...registerPages(context.extensionUri, client, recovery, edited, catalogue),
    registerBeginning(client, recovery),
    registerFromTable(client, recovery),
    ...registerPanel(context, client, recovery, edited),
    ...registerStatus(client, recovery, edited, catalogue),
    ...registerTree(context, client, recovery),
    ...registerAdding(client, recovery, edited),
    registerExporting(context, client, edited, writing),
    followStrategies(),
    openPreviewWithStrategy(),
    ...registerFirstSteps(context, edited),
  ];
}
