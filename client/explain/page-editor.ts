// The address of a page → the editor that shows it, laid out and live, inside VS Code.
import * as vscode from "vscode";
import { pageHtml } from "../preview/html.ts";
import { createRest } from "../preview/rest.ts";
import { isThere } from "../preview/there.ts";
import type { Explained } from "./catalogue.ts";
import { rootPages } from "./links.ts";
import { hostPage, type PageNeeds } from "./page-host.ts";

const viewType = "strategy.page";

/** The command that opens a page by its path below `docs/`, as cards and pages name it. */
export const openPageCommand = "strategy.openPage";

/** A page that is shown: it hears of changes, and may be led to one of its headings. */
interface OpenPage {
  readonly panel: vscode.WebviewPanel;
  readonly refresh: () => Promise<void>;
  readonly goTo: (anchor: string) => void;
}

/** What the pages need besides what each needs. */
export interface PagesNeeds extends Omit<PageNeeds, "open"> {
  readonly extension: vscode.Uri;
  /** Where the pages are, as addresses of the editor. */
  readonly address: string;
  readonly catalogue: () => Promise<readonly Explained[]>;
}

export function registerPageEditor(needs: PagesNeeds): readonly vscode.Disposable[] {
  const { extension, address, catalogue, client } = needs;
  const pages = new Map<string, Set<OpenPage>>();
  /** To which heading a page goes once it is there. */
  const anchors = new Map<string, string>();
  const all = () => [...pages.values()].flatMap((one) => [...one]);

  const open = async (page: string) => {
    const [path = "", anchor] = page.split("#");
    const uri = vscode.Uri.parse(address + path);
    if (!(await isThere(uri))) {
      await tellUnknown(path);
      return;
    }
    const [shown] = pages.get(uri.toString()) ?? [];
    if (shown !== undefined) {
      shown.panel.reveal();
      if (anchor !== undefined) shown.goTo(anchor);
      return;
    }
    if (anchor !== undefined) anchors.set(uri.toString(), anchor);
    await vscode.commands.executeCommand("vscode.openWith", uri, viewType, columnOf(all()));
  };

  const resolve = async (uri: vscode.Uri, panel: vscode.WebviewPanel) => {
    const key = uri.with({ fragment: "" }).toString();
    const path = uri.path.slice(1);
    const markdown = await textOf(uri);
    const about = (await catalogue()).find((one) => one.page === path);
    panel.title = about?.title ?? /^# (.+)$/m.exec(markdown)?.[1] ?? path;
    panel.iconPath = {
      light: vscode.Uri.joinPath(extension, "images", "file-light.svg"),
      dark: vscode.Uri.joinPath(extension, "images", "file-dark.svg"),
    };
    const docs = vscode.Uri.joinPath(extension, "docs");
    const dist = vscode.Uri.joinPath(extension, "dist");
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [dist, docs, vscode.Uri.joinPath(extension, "images")],
    };
    const home = rootPages.includes(path) ? extension : docs;
    const folder = vscode.Uri.joinPath(home, path, "..");
    const base = `${panel.webview.asWebviewUri(folder)}/`;
    const anchor = anchors.get(key) ?? (uri.fragment === "" ? undefined : uri.fragment);
    anchors.delete(key);
    const shown = { panel, path, markdown, about };
    const page = { panel, ...hostPage({ ...needs, open }, shown, base, anchor) };
    const own = pages.get(key) ?? new Set();
    pages.set(key, own.add(page));
    panel.onDidDispose(() => own.delete(page));
    panel.onDidChangeViewState(() => void page.refresh());
    panel.webview.html = explainHtml(panel.webview, dist);
  };

  const rest = createRest(200);
  const refresh = () =>
    rest.after(() => {
      for (const page of all()) void page.refresh();
    });
  const provider: vscode.CustomReadonlyEditorProvider = {
    openCustomDocument: (uri) => ({ uri, dispose: () => {} }),
    resolveCustomEditor: ({ uri }, panel) => resolve(uri, panel),
  };
  return [
    vscode.window.registerCustomEditorProvider(viewType, provider, {
      supportsMultipleEditorsPerDocument: true,
      webviewOptions: { enableFindWidget: true },
    }),
    vscode.commands.registerCommand(openPageCommand, async (page: unknown) => {
      if (typeof page === "string") await open(page);
    }),
    vscode.languages.onDidChangeDiagnostics(refresh),
    client.onDidChangeState(refresh),
    rest,
  ];
}

/** Where another page is, else beside the text that it is about. */
function columnOf(shown: readonly OpenPage[]): vscode.ViewColumn {
  const column = shown.find(({ panel }) => panel.visible)?.panel.viewColumn;
  if (column !== undefined) return column;
  const isText = vscode.window.activeTextEditor !== undefined;
  return isText ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
}

/** The text of a page; of one that is not there a page that says so. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    const heading = vscode.l10n.t("There is no such page");
    const says = vscode.l10n.t(
      "'{0}' is not among the pages of this version. [The cheat sheet](/cheat-sheet.md) has the whole language on one page.",
      uri.path.slice(1),
    );
    return `# ${heading}\n\n${says}\n`;
  }
}

async function tellUnknown(path: string): Promise<void> {
  const list = vscode.l10n.t("Show All");
  const says = vscode.l10n.t("There is no page '{0}'.", path);
  const chosen = await vscode.window.showInformationMessage(says, list);
  if (chosen === list) await vscode.commands.executeCommand("strategy.explain", "");
}

function explainHtml(webview: vscode.Webview, dist: vscode.Uri): string {
  const file = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
  return pageHtml({
    title: "Strategy",
    script: file("explain.js"),
    style: file("explain.css"),
    nonce: crypto.randomUUID().replaceAll("-", ""),
    source: webview.cspSource,
    language: vscode.env.language,
  });
}
