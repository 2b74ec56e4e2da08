// "New Strategy…": a template is chosen and written where a strategy may begin, shown, and drawn beside it.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type TemplatesParams,
  type TemplatesResult,
  type TemplateText,
  templatesRequest,
} from "../server/protocol.ts";
import { currencyOfTerminal } from "./currency.ts";
import { beginPlan, type PlanPlace, planPlace } from "./new-plan.ts";

/** What the command is given: a folder by the explorer, the rest by the preview and by key bindings. */
interface Asked {
  readonly folder?: vscode.Uri;
  /** The file that is drawn, which holds nothing yet. */
  readonly drawn?: vscode.Uri;
  /** With the name of a template nothing is asked. */
  readonly template?: string;
}

/** The command gives the address of the strategy, or nothing where none was begun. */
export function registerBeginning(client: BaseLanguageClient): vscode.Disposable {
  return vscode.commands.registerCommand("strategy.new", async (given?: unknown) => {
    try {
      return await begin(client, askedBy(given));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(reason);
      return undefined;
    }
  });
}

function askedBy(given: unknown): Asked {
  if (given instanceof vscode.Uri) return { folder: given };
  if (typeof given !== "object" || given === null) return {};
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === "string" ? value : undefined;
  };
  const [folder, drawn, template] = [text("folder"), text("drawn"), text("template")];
  return {
    ...(folder === undefined ? {} : { folder: vscode.Uri.parse(folder) }),
    ...(drawn === undefined ? {} : { drawn: vscode.Uri.parse(drawn) }),
    ...(template === undefined ? {} : { template }),
  };
}

async function begin(
  client: BaseLanguageClient,
  { folder: given, drawn, template: name }: Asked,
): Promise<vscode.Uri | undefined> {
  const folder = given ?? (await folderFor(drawn));
  if (folder === "none") return undefined;
  const params: TemplatesParams = { currency: currencyHere() };
  const [place, templates] = await Promise.all([
    planPlace(folder, drawn),
    client.sendRequest<TemplatesResult>(templatesRequest, params),
  ]);
  const chosen = templates.find((one) => one.name === name) ?? (await choose(templates, place));
  if (chosen === undefined) return undefined;
  if (chosen === "table")
    return await vscode.commands.executeCommand("strategy.newFromTable", folder);
  return await beginPlan(place, chosen.name, chosen.text);
}

/** The folder of what is drawn, or of the workspace; where there are several, one is asked for. */
async function folderFor(drawn: vscode.Uri | undefined): Promise<vscode.Uri | undefined | "none"> {
  if (drawn !== undefined && drawn.scheme !== "untitled") return vscode.Uri.joinPath(drawn, "..");
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (drawn !== undefined || others.length === 0)
    return drawn === undefined ? first?.uri : undefined;
  const placeHolder = vscode.l10n.t("In which folder the strategy begins");
  const picked = await vscode.window.showWorkspaceFolderPick({ placeHolder });
  return picked?.uri ?? "none";
}

/** A terminal of this machine says in which country it stands; a browser has its language alone. */
export function currencyHere(): string {
  const { locale } = Intl.DateTimeFormat().resolvedOptions();
  return currencyOfTerminal(globalThis.process?.env ?? {}, locale);
}

const icons: Readonly<Record<string, string>> = {
  "it-department": "server-environment",
  "okr-quarter": "target",
  "digital-transformation": "rocket",
  "product-portfolio": "package",
  blank: "file",
};

interface Choice extends vscode.QuickPickItem {
  readonly chosen?: TemplateText | "table";
}

async function choose(
  templates: TemplatesResult,
  { folder, isSeparate }: PlanPlace,
): Promise<TemplateText | "table" | undefined> {
  const items: readonly Choice[] = [
    ...templates.map((one) => ({
      label: one.title,
      detail: one.says,
      iconPath: new vscode.ThemeIcon(icons[one.name] ?? "file"),
      chosen: one,
    })),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    {
      label: vscode.l10n.t("From a table…"),
      detail: vscode.l10n.t("Initiatives, objectives, KPIs or risks, from Excel or as CSV."),
      iconPath: new vscode.ThemeIcon("table"),
      chosen: "table",
    },
  ];
  const title = vscode.l10n.t("New Strategy");
  const placeHolder = isSeparate
    ? vscode.l10n.t("Its own folder is made for it: '{0}' has a strategy already", lastOf(folder))
    : vscode.l10n.t("What to begin with: each is complete, and yours to change");
  const options = { title, placeHolder, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.chosen;
}

function lastOf(folder: vscode.Uri | undefined): string {
  return folder?.path.split("/").findLast((part) => part !== "") ?? "";
}
