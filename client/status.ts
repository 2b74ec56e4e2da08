// Findings and figures of the strategy in sight → one item in the status bar, and the menu behind it.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import {
  type ProjectStanding,
  type ProjectsResult,
  projectsRequest,
  type SummaryParams,
  type SummaryResult,
  summaryRequest,
} from "../server/protocol.ts";
import { sharePercent } from "../server/views/amounts.ts";
import type { Explained } from "./explain/catalogue.ts";
import { findingsByFile } from "./explain/findings.ts";
import { onPlansChanged } from "./plan-changes.ts";
import { iconless } from "./preview/iconless.ts";
import type { LastEdited } from "./preview/last-edited.ts";
import { createRest } from "./preview/rest.ts";
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

  let round = 0;
  const look = async () => {
    round += 1;
    const own = round;
    const uri = await edited.find();
    const ailment = recovery.ailment();
    const isAsked = uri !== undefined && ailment === undefined;
    const summary = isAsked ? await summaryOf(client, uri) : null;
    // Somebody has looked again meanwhile.
    if (own !== round) return;
    if (uri === undefined) {
      item.hide();
      return;
    }
    // While the checker is away the figures are those that were known last.
    last = { projects: summary === null ? last.projects : statuses(summary), ailment };
    draw(item, last);
    item.show();
  };
  const rest = createRest(200);
  const soon = () => rest.after(look);
  soon();
  return [
    item,
    rest,
    vscode.commands.registerCommand(menuCommand, async () => {
      const share = last.projects[0]?.alignedShare ?? undefined;
      await openStatusMenu(
        recovery.ailment() === "stopped",
        share === undefined ? undefined : sharePercent(share),
        await catalogue(),
      );
    }),
    vscode.languages.onDidChangeDiagnostics(soon),
    vscode.window.onDidChangeActiveTextEditor(soon),
    vscode.workspace.onDidChangeWorkspaceFolders(soon),
    vscode.workspace.onDidCloseTextDocument(soon),
    onPlansChanged(client, soon),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void listen(client);
      soon();
    }),
  ];
}

/** Who has asked what there is to draw is told from then on when that changes, as the figures may then. */
async function listen(client: BaseLanguageClient): Promise<void> {
  // One that ends meanwhile is asked again when it is back.
  await client.sendRequest<ProjectsResult>(projectsRequest).catch(() => []);
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
  const homeOf = homesIn(projects);
  const found = Map.groupBy(findingsByFile(), ([uri]) => homeOf(uri));
  return projects.map((project) => {
    const here = found.get(project.root) ?? [];
    const count = (severity: vscode.DiagnosticSeverity) =>
      here.reduce((sum, [, all]) => sum + all.filter((one) => one.severity === severity).length, 0);
    return {
      ...project,
      errors: count(vscode.DiagnosticSeverity.Error),
      warnings: count(vscode.DiagnosticSeverity.Warning),
    };
  });
}

/** In which project a file is: the innermost around it. */
function homesIn(projects: readonly ProjectStanding[]): (uri: vscode.Uri) => string | undefined {
  const innermostFirst = projects
    .map(({ root }) => ({ root, folder: vscode.Uri.parse(root) }))
    .sort((a, b) => b.root.length - a.root.length);
  return (uri) =>
    innermostFirst.find(({ folder }) => {
      const isAlike = folder.scheme === uri.scheme && folder.authority === uri.authority;
      return isAlike && (uri.path === folder.path || uri.path.startsWith(`${folder.path}/`));
    })?.root;
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
  // Without money there is no share. Signs alone would look like the editor's own item beside it.
  const share =
    alignedShare === null
      ? vscode.l10n.t("Strategy")
      : vscode.l10n.t("{0} aligned", sharePercent(alignedShare));
  item.text = `${signs.join(" ")} · ${share}`;
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
  const line = iconless(text.replace(/\s+/g, " "));
  return line.replace(/[\\`*_{}[\]()#+\-.!|<>~&$:]/g, "\\$&");
}
