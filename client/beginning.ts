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
import { beginningCommand, beginPlan, folderHere, type PlanPlace, planPlace } from "./new-plan.ts";
import { askOrTell } from "./preview/asked.ts";
import type { Recovery } from "./recovery.ts";

/** What the command is given: a folder by the explorer, the rest by the preview and by key bindings. */
interface Asked {
  readonly folder?: vscode.Uri;
  /** The file that is drawn, which holds nothing yet. */
  readonly drawn?: vscode.Uri;
  /** With the name of a template nothing is asked. */
  readonly template?: string;
}

export function registerBeginning(
  client: BaseLanguageClient,
  recovery: Recovery,
): vscode.Disposable {
  return beginningCommand("strategy.new", (given) => begin(client, recovery, askedBy(given)));
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
  recovery: Recovery,
  { folder: given, drawn, template: name }: Asked,
): Promise<vscode.Uri | undefined> {
  const folder = given ?? (await folderFor(drawn));
  if (folder === "none") return undefined;
  const params: TemplatesParams = { currency: currencyHere() };
  const [place, templates] = await Promise.all([
    planPlace(folder, drawn),
    askOrTell<TemplatesResult>(client, recovery, templatesRequest, params),
  ]);
  const chosen = templates.find((one) => one.name === name) ?? (await choose(templates, place));
  if (chosen === undefined) return undefined;
  if (chosen === "table")
    return await vscode.commands.executeCommand("strategy.newFromTable", folder);
  return await beginPlan(place, chosen.name, chosen.text);
}

/** The folder of what is drawn, or of the workspace. */
async function folderFor(drawn: vscode.Uri | undefined): Promise<vscode.Uri | undefined | "none"> {
  if (drawn !== undefined && drawn.scheme !== "untitled") return vscode.Uri.joinPath(drawn, "..");
  return drawn === undefined ? await folderHere() : undefined;
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
