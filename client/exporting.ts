// "Export…" in the editor: what, as what and where to are asked for, and the file is written whole.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type CardParams,
  type CardResult,
  cardRequest,
  type ProjectParams,
  type ProjectResult,
  projectRequest,
  type ViewResult,
  viewRequest,
} from "../server/protocol.ts";
import type { ViewData } from "../server/views/shape.ts";
import { fileNameOf } from "./exports/file-name.ts";
import type { ExportFormat, Tools, Writer } from "./exports/format.ts";
import { formatsOf } from "./exports/formats.ts";
import { withPlaces } from "./exports/placed.ts";
import { relative } from "./exports/relative.ts";
import { unreadIn } from "./exports/unread.ts";
import type { LastEdited } from "./preview/last-edited.ts";
import { offerStrategy } from "./preview/offer-strategy.ts";
import { saveWhole } from "./saving.ts";
import { tick } from "./ticks.ts";

/** What the command is given: by the panel, by a key binding, or nothing by the palette. */
interface Asked {
  /** A file of the project. */
  readonly uri?: string;
  /** A view by its name, or "board"; with `format` and `to` nothing is asked for. */
  readonly view?: string;
  readonly format?: string;
  readonly to?: string;
}

/** What can be written here, and what writes it once it is asked for. */
export interface ExportWriting {
  readonly can: (format: ExportFormat) => boolean;
  readonly load: () => Promise<Loaded>;
}

interface Loaded {
  readonly writers: Readonly<Record<string, Writer>>;
  /** The views in the order of their tabs. */
  readonly tabs: readonly { readonly name: string; readonly label: string }[];
}

const all = "board";

/** The command; what writes the files is loaded when it is called. */
export function registerExporting(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  edited: LastEdited,
  writing: ExportWriting,
): vscode.Disposable {
  return vscode.commands.registerCommand("strategy.export", async (given?: unknown) => {
    try {
      const asked = await askedIn(given, edited);
      const isWritten = await exportTo(context.extensionUri, client, writing, asked);
      if (isWritten) tick(context, "shared");
    } catch (error) {
      if (error instanceof vscode.CancellationError) return;
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(
        vscode.l10n.t("Nothing was written, and what was there is as it was. {0}", reason),
      );
    }
  });
}

/** What is asked for; where no strategy is named, of the one that was edited last. */
async function askedIn(given: unknown, edited: LastEdited): Promise<Asked> {
  const asked = saidBy(given);
  if (asked.uri !== undefined) return asked;
  const uri = await edited.find();
  return uri === undefined ? asked : { ...asked, uri: uri.toString() };
}

/** The palette gives nothing, the explorer a file, the panel and key bindings what they ask for. */
function saidBy(given: unknown): Asked {
  if (given instanceof vscode.Uri) return { uri: given.toString() };
  if (typeof given !== "object" || given === null) return {};
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === "string" ? value : undefined;
  };
  const asked = { uri: text("uri"), view: text("view"), format: text("format"), to: text("to") };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** Whether a file was written: whoever is asked may take it back. */
async function exportTo(
  extension: vscode.Uri,
  client: BaseLanguageClient,
  writing: ExportWriting,
  asked: Asked,
): Promise<boolean> {
  const { uri } = asked;
  const project = uri === undefined ? null : await projectOf(client, uri);
  if (uri === undefined || project === null) {
    void offerStrategy(vscode.l10n.t("There is no strategy to export yet."));
    return false;
  }
  const { writers, tabs } = await writing.load();
  const view = asked.to === undefined ? await chooseView(tabs, asked.view) : asked.view;
  if (view === undefined) return false;
  const formats = formatsOf(view).filter(writing.can);
  const format =
    formats.find(({ name }) => name === asked.format) ??
    (await chooseFormat(tabs.find(({ name }) => name === view)?.label ?? boardPack(), formats));
  if (format === undefined) return false;
  const root = vscode.Uri.parse(project.root);
  const names = view === all ? tabs.map(({ name }) => name) : [view];
  const first = await viewOf(client, uri, names[0] ?? "");
  const to =
    asked.to === undefined
      ? await choosePlace(root, first, view, format)
      : vscode.Uri.parse(asked.to);
  if (to === undefined) return false;
  const told: string[] = [];
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Writing {0}", nameOf(to)),
      cancellable: true,
    },
    async (progress, token) => {
      const step = <Result>(result: Result): Result => {
        if (token.isCancellationRequested) throw new vscode.CancellationError();
        return result;
      };
      const rest = await Promise.all(names.slice(1).map((name) => viewOf(client, uri, name)));
      const views = step([first, ...rest]).map((data) =>
        withPlaces(data, (address) => relative(root.path, vscode.Uri.parse(address).path)),
      );
      const unread = unreadIn(views);
      if (unread !== undefined) told.push(unread);
      const write = writers[format.name];
      if (write === undefined) throw new Error(`Nothing writes '${format.name}'.`);
      let done = 0;
      const tools: Tools = {
        ...{ theme: "light", width: 1600, withSource: false, ...(await wishesIn(root)) },
        asset: async (name) =>
          vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, "dist", name)),
        cardOf: async ({ uri: path, name: { start } }) => {
          const address = vscode.Uri.joinPath(root, path).toString();
          return step(await cardAt(client, { textDocument: { uri: address }, position: start }));
        },
        tell: (sentence) => told.push(sentence),
        progress: (share) => {
          step(undefined);
          progress.report({ increment: (share - done) * 100 });
          done = share;
        },
      };
      const bytes = await write({ title: first.title, views }, tools);
      await saveWhole(to, step(bytes), project.reads);
    },
  );
  void tellSaved(to, told);
  return true;
}

async function projectOf(client: BaseLanguageClient, uri: string): Promise<ProjectResult> {
  const params: ProjectParams = { textDocument: { uri } };
  return await client.sendRequest<ProjectResult>(projectRequest, params);
}

async function viewOf(client: BaseLanguageClient, uri: string, view: string): Promise<ViewData> {
  const data = await client.sendRequest<ViewResult>(viewRequest, { uri, view });
  if (data === null) throw new Error(vscode.l10n.t("The strategy can no longer be found."));
  return data;
}

async function cardAt(client: BaseLanguageClient, params: CardParams): Promise<CardResult> {
  return await client.sendRequest<CardResult>(cardRequest, params);
}

function boardPack(): string {
  return vscode.l10n.t("Board pack");
}

/** What the settings say of pages and their signs. */
async function wishesIn(root: vscode.Uri): Promise<Pick<Tools, "paper" | "fallbackFont">> {
  const settings = vscode.workspace.getConfiguration("strategy.export", root);
  const paper = settings.get<string>("paper") === "A3" ? "a3" : "a4";
  const font = settings.get<string>("font")?.trim();
  if (!font) return { paper };
  const file = /^(?:\/|[A-Za-z]:)/.test(font)
    ? vscode.Uri.file(font)
    : vscode.Uri.joinPath(root, font);
  try {
    return { paper, fallbackFont: await vscode.workspace.fs.readFile(file) };
  } catch {
    throw new Error(
      vscode.l10n.t("The font in the setting strategy.export.font cannot be read: {0}", font),
    );
  }
}

/** The view that is shown first, then the others, then all of them. */
async function chooseView(
  tabs: Loaded["tabs"],
  shown: string | undefined,
): Promise<string | undefined> {
  const known = tabs.map(({ name, label }) => ({ label, view: name }));
  const items = [
    ...known.filter(({ view }) => view === shown),
    { label: boardPack(), view: all, description: vscode.l10n.t("all views") },
    ...known.filter(({ view }) => view !== shown),
  ];
  const placeHolder = vscode.l10n.t("What to export");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.view;
}

async function chooseFormat(
  label: string,
  formats: readonly ExportFormat[],
): Promise<ExportFormat | undefined> {
  const items = formats.map((format) => ({
    label: format.name.toUpperCase(),
    description: format.words,
    format,
  }));
  const placeHolder = vscode.l10n.t("{0} as …", label);
  // Who wants slides need not know what their files are called.
  const options = { placeHolder, matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.format;
}

/** Asks for a place, beside the plan and with a name that says what it is of which day. */
async function choosePlace(
  root: vscode.Uri,
  data: ViewData,
  view: string,
  { extension, name }: ExportFormat,
): Promise<vscode.Uri | undefined> {
  const file = fileNameOf(data, view, extension);
  return await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(root, file),
    filters: { [name.toUpperCase()]: [extension] },
    saveLabel: vscode.l10n.t("Export"),
    title: vscode.l10n.t("Export as {0}", name.toUpperCase()),
  });
}

async function tellSaved(to: vscode.Uri, told: readonly string[]): Promise<void> {
  const open = vscode.l10n.t("Open");
  const says = [vscode.l10n.t("{0} is saved.", nameOf(to)), ...told].join(" ");
  const tell =
    told.length === 0 ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const where = vscode.l10n.t("Show in Explorer");
  const isShown = vscode.workspace.getWorkspaceFolder(to) !== undefined;
  const chosen = await (isShown ? tell(says, open, where) : tell(says, open));
  if (chosen === where) await vscode.commands.executeCommand("revealInExplorer", to);
  if (chosen === open) {
    const isOutside = to.scheme === "file" && (await vscode.env.openExternal(to));
    if (!isOutside) await vscode.commands.executeCommand("vscode.open", to);
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split("/").at(-1) ?? uri.path;
}
