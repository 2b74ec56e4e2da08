// The preview in VS Code: a webview whose page draws what the server says, and what it asks is done.
import * as vscode from "vscode";
import { type BaseLanguageClient, ErrorCodes, ResponseError, State } from "vscode-languageclient";
import {
  type CardParams,
  type CardResult,
  type ChangedParams,
  cardRequest,
  changedNotification,
  type DraftParams,
  type DraftResult,
  draftRequest,
  type HostMessage,
  type PageMessage,
  pageMessage,
  type ViewChangeParams,
  type ViewChangeResult,
  viewChangeRequest,
} from "../../server/protocol.ts";
import type { Sheet } from "../../server/views/shape.ts";
import { withDifference } from "../../server/views/sheet.ts";
import { type Recovery, sentenceOf } from "../recovery.ts";
import { pageHtml } from "./html.ts";

const viewType = "strategy.preview";
const rememberedUri = "strategy.preview.uri";

interface Open {
  readonly panel: vscode.WebviewPanel;
  /** A file of the project that is drawn. */
  uri: vscode.Uri;
  /** The view that the page shows; before it has said so nothing is drawn. */
  view?: string;
  /** What the page has been given to draw of each view, and of which version it is. */
  readonly shown: Map<string, Shown>;
  /** Drawing happens one at a time; a change while it runs draws once more. */
  drawing: boolean;
  stale: boolean;
}

interface Shown {
  readonly version: string;
  readonly sheet: Sheet;
}

/** The command that opens the preview, and its return after a reload of the window. */
export function registerPanel(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  recovery: Recovery,
): readonly vscode.Disposable[] {
  let open: Open | undefined;

  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri) => {
    open = { panel, uri, shown: new Map(), drawing: false, stale: false };
    const now = open;
    panel.webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, "dist")],
    };
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, "images", "file-light.svg");
    panel.webview.onDidReceiveMessage((message: unknown) => receive(now, message));
    panel.onDidDispose(() => {
      if (open === now) open = undefined;
    });
    panel.webview.html = html(panel.webview, context.extensionUri);
    remember(uri);
  };

  const remember = (uri: vscode.Uri) =>
    context.workspaceState.update(rememberedUri, uri.toString());

  const send = (to: Open, message: HostMessage) => to.panel.webview.postMessage(message);

  const draw = async (now: Open) => {
    now.stale = true;
    if (now.drawing) return;
    now.drawing = true;
    try {
      while (now.stale) {
        now.stale = false;
        if (now.view === undefined) return;
        const before = now.shown.get(now.view);
        const message = await drawn(client, recovery, now.uri, now.view, before?.version);
        if (message.type === "sheet") keep(now.shown, message);
        await send(now, message);
      }
    } finally {
      now.drawing = false;
    }
  };

  const showCursor = (now: Open, editor: vscode.TextEditor | undefined) => {
    if (editor?.document.languageId !== "strategy") return;
    const { line, character } = editor.selection.active;
    void send(now, {
      type: "cursor",
      uri: editor.document.uri.toString(),
      position: { line, character },
    });
  };

  const receive = async (now: Open, raw: unknown) => {
    const parsed = pageMessage.safeParse(raw);
    if (!parsed.success) return;
    const message: PageMessage = parsed.data;
    if (message.type === "ready") {
      const { view, since } = message;
      // The page holds nothing of it, or not what it should.
      if (now.shown.get(view)?.version !== since) now.shown.delete(view);
      now.view = view;
      await draw(now);
      showCursor(now, vscode.window.activeTextEditor);
    } else if (message.type === "reveal") {
      // Nothing opens but the files that the picture is drawn from, whatever a page asks for.
      if (isShown(now, message.uri)) await reveal(message, now.panel.viewColumn);
    } else if (message.type === "card") {
      const { number, uri, position } = message;
      const card = isShown(now, uri) ? await cardAt(client, uri, position) : null;
      await send(now, { type: "card", number, card });
    } else if (message.type === "copy") {
      await vscode.env.clipboard.writeText(message.text);
    } else if (message.type === "export") {
      const asked = { uri: now.uri.toString(), view: message.view };
      await vscode.commands.executeCommand("strategy.export", asked);
    } else if (message.type === "insert") {
      await begin(client, message.kind, now.uri);
    }
  };

  const follow = (editor: vscode.TextEditor | undefined) => {
    if (open === undefined || editor?.document.languageId !== "strategy") return;
    if (editor.document.uri.toString() !== open.uri.toString()) {
      open.uri = editor.document.uri;
      void remember(open.uri);
      void draw(open);
    }
    showCursor(open, editor);
  };

  return [
    vscode.commands.registerCommand("strategy.openPreview", async (resource?: unknown) => {
      const given = resource instanceof vscode.Uri ? resource : undefined;
      const uri = given ?? (await strategyInSight());
      if (uri === undefined) {
        const text = vscode.l10n.t("There is no strategy to draw. Open a .strategy file first.");
        void vscode.window.showInformationMessage(text);
        return;
      }
      if (open !== undefined) {
        open.uri = uri;
        open.panel.reveal(undefined, true);
        void draw(open);
        return;
      }
      const panel = vscode.window.createWebviewPanel(
        viewType,
        vscode.l10n.t("Strategy Preview"),
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { retainContextWhenHidden: true },
      );
      adopt(panel, uri);
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel) {
        const saved = context.workspaceState.get<string>(rememberedUri);
        const uri = saved === undefined ? await strategyInSight() : vscode.Uri.parse(saved);
        if (uri === undefined) panel.dispose();
        else adopt(panel, uri);
      },
    }),
    client.onNotification(changedNotification, (_changed: ChangedParams) => {
      if (open !== undefined) void draw(open);
    }),
    client.onDidChangeState(({ newState }) => {
      if (open === undefined) return;
      if (newState === State.Running) void draw(open);
      else void send(open, stale(recovery));
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
  ];
}

/** The strategy that is edited, or else some strategy of the workspace. */
export async function strategyInSight(): Promise<vscode.Uri | undefined> {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  const shown = editors.find((editor) => editor?.document.languageId === "strategy");
  if (shown !== undefined) return shown.document.uri;
  const [found] = await vscode.workspace.findFiles("**/*.strategy", "**/node_modules/**", 1);
  return found;
}

/** The last good picture stays while the checker does not answer, and why is said. */
function stale(recovery: Recovery): HostMessage {
  const ailment = recovery.ailment() ?? "again";
  const says = sentenceOf(ailment);
  const picture = vscode.l10n.t("{0} This is the last good picture.", says);
  // At first there is no picture yet.
  return { type: "stale", sentence: ailment === "starting" ? says : picture };
}

/** Notes what the page shows once it has heard of a sheet or of what has changed of it. */
function keep(shown: Open["shown"], message: Extract<HostMessage, { type: "sheet" }>): void {
  const { view, of } = message;
  const { version } = of;
  if ("sheet" in of) shown.set(view, { version, sheet: of.sheet });
  else {
    const before = shown.get(view);
    if (before === undefined || of.change === undefined) return;
    shown.set(view, { version, sheet: withDifference(before.sheet, of.change) });
  }
}

function isShown({ shown }: Open, address: string): boolean {
  return [...shown.values()].some(({ sheet }) => sheet.files.some(({ uri }) => uri === address));
}

/** Null where the checker does not answer, or nothing is written there any more. */
async function cardAt(
  client: BaseLanguageClient,
  uri: string,
  position: CardParams["position"],
): Promise<CardResult> {
  const params: CardParams = { textDocument: { uri }, position };
  try {
    return await client.sendRequest<CardResult>(cardRequest, params);
  } catch {
    return null;
  }
}

async function drawn(
  client: BaseLanguageClient,
  recovery: Recovery,
  uri: vscode.Uri,
  view: string,
  since: string | undefined,
): Promise<HostMessage> {
  if (client.state !== State.Running) return stale(recovery);
  try {
    const params: ViewChangeParams = {
      uri: uri.toString(),
      view,
      ...(since === undefined ? {} : { since }),
    };
    const result = await client.sendRequest<ViewChangeResult>(viewChangeRequest, params);
    if (result === null) {
      return {
        type: "error",
        view,
        details: vscode.l10n.t("{0} is in no project that can be drawn.", uri.path),
      };
    }
    return { type: "sheet", view, of: result };
  } catch (error) {
    // Asked and not answered: the checker ended, and the picture is drawn again when it is back.
    if (isLost(error) || client.state !== State.Running) return stale(recovery);
    return {
      type: "error",
      view,
      details: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function isLost(error: unknown): boolean {
  if (!(error instanceof ResponseError)) return false;
  const lost: readonly number[] = [
    ErrorCodes.PendingResponseRejected,
    ErrorCodes.ConnectionInactive,
  ];
  return lost.includes(error.code);
}

/** Shows a place in the source beside the preview, in the column where its file is open already. */
async function reveal(
  message: Extract<PageMessage, { type: "reveal" }>,
  previewColumn: vscode.ViewColumn | undefined,
): Promise<void> {
  const uri = vscode.Uri.parse(message.uri);
  const open = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  const other = vscode.window.visibleTextEditors.find(
    (editor) => editor.viewColumn !== previewColumn,
  );
  const viewColumn = open?.viewColumn ?? other?.viewColumn ?? vscode.ViewColumn.One;
  const { start, end } = message.select;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(uri, {
    selection,
    viewColumn,
    preserveFocus: message.keep ?? false,
  });
}

/** A button of the empty state: a declaration to begin with, at the end of the file. */
async function begin(client: BaseLanguageClient, kind: string, uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const params: DraftParams = { textDocument: { uri: uri.toString() }, kind };
  const draft = await client.sendRequest<DraftResult>(draftRequest, params);
  if (draft !== null) await editor.insertSnippet(new vscode.SnippetString(draft.snippet), end);
}

function html(webview: vscode.Webview, extension: vscode.Uri): string {
  const file = (name: string) =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, "dist", name)).toString();
  return pageHtml({
    script: file("page.js"),
    style: file("page.css"),
    nonce: crypto.randomUUID().replaceAll("-", ""),
    source: webview.cspSource,
    language: vscode.env.language,
  });
}
