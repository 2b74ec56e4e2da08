// Findings and figures of the strategy in sight → one item in the status bar, and the menu behind it.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  type ProjectStanding,
  type SummaryParams,
  type SummaryResult,
  summaryRequest,
} from "../server/protocol.ts";
import { sharePercent } from "../server/views/amounts.ts";
import type { Explained } from "./explain/catalogue.ts";
import { allFound, type Found } from "./explain/findings.ts";
import type { LastEdited } from "./explain/last-edited.ts";
import { atRest } from "./explain/rest.ts";
import { onPlansChanged } from "./plan-changes.ts";
import { type Ailment, type Recovery, sentenceOf } from "./recovery.ts";
import { openStatusMenu } from "./status-menu.ts";

/** A project with what is found in it. */
interface ProjectStatus extends ProjectStanding {
  readonly errors: number;
  readonly warnings: number;
}

/** What the item shows: the project in sight first, then the others. */
interface Shown {
  readonly projects: readonly ProjectStatus[];
  readonly ailment: Ailment;
}

const menuCommand = "strategy.status";

/** Keeps the item up to date; it is there as long as there is a strategy. */
export function registerStatus(
  client: BaseLanguageClient,
  recovery: Recovery,
  edited: LastEdited,
  catalogue: () => Promise<readonly Explained[]>,
): readonly vscode.Disposable[] {
  const item = vscode.window.createStatusBarItem(menuCommand, vscode.StatusBarAlignment.Left, 40);
  item.name = vscode.l10n.t("Strategy");
  item.command = menuCommand;
  let last: Shown = { projects: [], ailment: recovery.ailment() };

  const look = async () => {
    const uri = await edited.find();
    if (uri === undefined) {
      item.hide();
      return;
    }
    const ailment = recovery.ailment();
    const summary = ailment === undefined ? await summaryOf(client, uri) : null;
    // While the checker is away the figures are those that were known last.
    last = { projects: summary === null ? last.projects : statuses(summary), ailment };
    draw(item, last);
    item.show();
  };
  const soon = atRest(() => void look());
  soon.touch();
  return [
    item,
    soon,
    vscode.commands.registerCommand(menuCommand, async () => {
      const share = last.projects[0]?.alignedShare ?? undefined;
      await openStatusMenu(
        recovery.ailment() === "stopped",
        share === undefined ? undefined : sharePercent(share),
        await catalogue(),
      );
    }),
    vscode.languages.onDidChangeDiagnostics(soon.touch),
    vscode.window.onDidChangeActiveTextEditor(soon.touch),
    vscode.workspace.onDidChangeWorkspaceFolders(soon.touch),
    vscode.workspace.onDidCloseTextDocument(soon.touch),
    onPlansChanged(client, soon.touch),
    client.onDidChangeState(soon.touch),
  ];
}

async function summaryOf(client: BaseLanguageClient, uri: vscode.Uri): Promise<SummaryResult> {
  if (client.state !== State.Running) return null;
  const params: SummaryParams = { textDocument: { uri: uri.toString() } };
  try {
    return await client.sendRequest<SummaryResult>(summaryRequest, params);
  } catch {
    return null;
  }
}

/** Each project with its own findings: those of a project within another are not counted there. */
function statuses(summary: NonNullable<SummaryResult>): readonly ProjectStatus[] {
  const { others, ...own } = summary;
  const projects = [own, ...others];
  const found = Map.groupBy(allFound(), (one) => rootOf(one, projects));
  return projects.map((project) => {
    const here = found.get(project.root) ?? [];
    const count = (severity: vscode.DiagnosticSeverity) =>
      here.filter(({ diagnostic }) => diagnostic.severity === severity).length;
    return {
      ...project,
      errors: count(vscode.DiagnosticSeverity.Error),
      warnings: count(vscode.DiagnosticSeverity.Warning),
    };
  });
}

/** The project in which something is found: the innermost around its file. */
function rootOf({ uri }: Found, projects: readonly ProjectStanding[]): string | undefined {
  const around = projects.filter(({ root }) => {
    const folder = vscode.Uri.parse(root);
    return folder.scheme === uri.scheme && uri.path.startsWith(`${folder.path}/`);
  });
  const [innermost] = around.toSorted((a, b) => b.root.length - a.root.length);
  return innermost?.root;
}

function draw(item: vscode.StatusBarItem, { projects, ailment }: Shown): void {
  const [own] = projects;
  const error = new vscode.ThemeColor("statusBarItem.errorBackground");
  item.backgroundColor =
    ailment === "stopped" || (ailment === undefined && own && own.errors > 0) ? error : undefined;
  item.tooltip = tooltipOf(projects, ailment);
  if (ailment !== undefined || own === undefined) {
    const isStopped = ailment === "stopped";
    const says = isStopped ? vscode.l10n.t("Not checking") : vscode.l10n.t("Checking …");
    item.text = `${isStopped ? "$(error)" : "$(loading~spin)"} ${says}`;
    item.accessibilityInformation = { label: sentenceOf(ailment ?? "starting") };
    return;
  }
  const { errors, warnings, alignedShare } = own;
  const signs = [
    ...(errors > 0 ? [`$(error) ${errors}`] : []),
    ...(warnings > 0 ? [`$(warning) ${warnings}`] : []),
    ...(errors + warnings === 0 ? [`$(pass) ${vscode.l10n.t("Nothing to mend")}`] : []),
  ];
  const share =
    alignedShare === null ? [] : [vscode.l10n.t("{0} aligned", sharePercent(alignedShare))];
  item.text = [signs.join(" "), ...share].join(" · ");
  item.accessibilityInformation = { label: sentence(own) };
}

/** "Nordwind IT strategy. Errors: 2, warnings: 5, 92% of the money is aligned" */
function sentence({ title, errors, warnings, alignedShare }: ProjectStatus): string {
  const counts = vscode.l10n.t("{0}. Errors: {1}, warnings: {2}", title, errors, warnings);
  if (alignedShare === null) return counts;
  return vscode.l10n.t("{0}, {1} of the money is aligned", counts, sharePercent(alignedShare));
}

function tooltipOf(projects: readonly ProjectStatus[], ailment: Ailment): vscode.MarkdownString {
  const tip = new vscode.MarkdownString("", true);
  if (ailment !== undefined) tip.appendText(`${sentenceOf(ailment)}\n\n`);
  const heads = [
    vscode.l10n.t("Strategy"),
    `$(error) ${vscode.l10n.t("Errors")}`,
    `$(warning) ${vscode.l10n.t("Warnings")}`,
    vscode.l10n.t("Money aligned"),
  ];
  const rows = projects.map(({ title, errors, warnings, alignedShare }) => [
    plain(title),
    String(errors),
    String(warnings),
    alignedShare === null ? vscode.l10n.t("not known") : sharePercent(alignedShare),
  ]);
  if (rows.length > 0) {
    const lines = [heads, [":--", "--:", "--:", "--:"], ...rows];
    tip.appendMarkdown(lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n"));
    tip.appendMarkdown("\n\n");
  }
  tip.appendText(vscode.l10n.t("Click for what can be done."));
  return tip;
}

/** A title in which no sign is markup or an icon. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_{}[\]()#+\-.!|<>~&$:]/g, "\\$&");
}
