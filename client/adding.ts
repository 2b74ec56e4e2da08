// "Add a risk …" and the like → a declaration to begin with where the cursor stands, or where a tree or a picture points.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { beginDeclaration } from "./preview/draft.ts";
import type { LastEdited } from "./preview/last-edited.ts";
import { offerStrategy } from "./preview/offer-strategy.ts";
import { cursorOf, pointedBy } from "./preview/pointed.ts";
import type { Recovery } from "./recovery.ts";

/** The commands, by the kind that each of them adds. */
const commands = {
  objective: "strategy.addObjective",
  initiative: "strategy.addInitiative",
  kpi: "strategy.addKpi",
  risk: "strategy.addRisk",
} as const;

export function registerAdding(
  client: BaseLanguageClient,
  recovery: Recovery,
  edited: LastEdited,
): readonly vscode.Disposable[] {
  return Object.entries(commands).map(([kind, command]) =>
    vscode.commands.registerCommand(command, (given: unknown) =>
      add(client, recovery, edited, kind, given),
    ),
  );
}

async function add(
  client: BaseLanguageClient,
  recovery: Recovery,
  edited: LastEdited,
  kind: string,
  given: unknown,
): Promise<void> {
  const at = pointedBy(given) ?? cursorOf(vscode.window.activeTextEditor);
  if (at !== undefined) {
    const where = { uri: vscode.Uri.parse(at.uri), position: at.position };
    return beginDeclaration(client, recovery, kind, where);
  }
  const uri = await edited.find();
  if (uri !== undefined) return beginDeclaration(client, recovery, kind, { uri });
  return offerStrategy(vscode.l10n.t("There is no strategy yet to which it could be added."));
}
