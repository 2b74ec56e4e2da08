// What is found and what is known of the checker → the menu behind the status item, in plain words.
import * as vscode from "vscode";
import type { Explained } from "./explain/catalogue.ts";
import { timesInWords } from "./explain/explaining.ts";
import { allFound, kindsFound, severityIcon } from "./explain/findings.ts";
import { openPageCommand } from "./explain/page-editor.ts";

interface Entry extends vscode.QuickPickItem {
  readonly command?: string;
  readonly argument?: string;
}

/** So many kinds of findings stand in the menu; all of them behind "Explain". */
const mostKinds = 3;

const alignment = "figures.md#aligned-share";

/** Lets one of the entries be chosen, and does it. */
export async function openStatusMenu(
  isStopped: boolean,
  share: string | undefined,
  list: readonly Explained[],
): Promise<void> {
  const entries = entriesOf(isStopped, share, list);
  const placeHolder = vscode.l10n.t("Your strategy");
  const chosen = await vscode.window.showQuickPick<Entry>(entries, { placeHolder });
  if (chosen?.command !== undefined)
    await vscode.commands.executeCommand(chosen.command, chosen.argument);
}

function entriesOf(
  isStopped: boolean,
  share: string | undefined,
  list: readonly Explained[],
): readonly Entry[] {
  const found = allFound();
  // Hints stand in the text alone.
  const problems = found.filter(
    ({ diagnostic }) => diagnostic.severity < vscode.DiagnosticSeverity.Hint,
  );
  const kinds = kindsFound(problems).slice(0, mostKinds);
  return [
    ...(isStopped
      ? [
          {
            label: `$(debug-restart) ${vscode.l10n.t("Restart the Checker")}`,
            command: "strategy.restartServer",
          },
        ]
      : []),
    {
      label: `$(checklist) ${isStopped || problems.length === 0 ? vscode.l10n.t("Show problems") : vscode.l10n.t("Show problems ({0})", problems.length)}`,
      command: "strategy.check",
    },
    {
      label: `$(open-preview) ${vscode.l10n.t("Open the preview")}`,
      command: "strategy.openPreview",
    },
    {
      label: `$(list-tree) ${vscode.l10n.t("Show the Strategy tree")}`,
      command: "strategy.tree.focus",
    },
    { label: `$(export) ${vscode.l10n.t("Export…")}`, command: "strategy.export" },
    separator(vscode.l10n.t("What does it mean?")),
    ...(share === undefined
      ? []
      : [
          {
            label: `$(question) ${vscode.l10n.t("What does {0} aligned mean?", share)}`,
            command: openPageCommand,
            argument: alignment,
          },
        ]),
    ...kinds.map(({ code, count, severity }) => ({
      label: `${severityIcon(severity)} ${list.find((one) => one.code === code)?.title ?? code}`,
      description: timesInWords(count),
      command: "strategy.explain",
      argument: code,
    })),
    {
      label: `$(book) ${vscode.l10n.t("Explain another kind of finding…")}`,
      command: "strategy.explain",
      argument: "",
    },
  ];
}

function separator(label: string): Entry {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
