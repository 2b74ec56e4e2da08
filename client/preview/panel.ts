// The preview in VS Code: a webview whose page draws what the server says, and what it asks is done.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { type HostMessage, type PageMessage, pageMessage } from "../../server/protocol.ts";
import type { Sheet } from "../../server/views/shape.ts";
import { withDifference } from "../../server/views/sheet.ts";
import { onPlansChanged } from "../plan-changes.ts";
import type { Recovery } from "../recovery.ts";
import { tick } from "../ticks.ts";
import { askCard, askShown, askView, staleMessage } from "./asked.ts";
import { beginDeclaration } from "./draft.ts";
import { pageHtml } from "./html.ts";
import { isPlan, type LastEdited } from "./last-edited.ts";
import { filesMeant } from "./meant.ts";
import { offerStrategy } from "./offer-strategy.ts";
import { showSource } from "./places.ts";
import { cursorOf, type Pointed, pointedBy } from "./pointed.ts";
import { createWriting, movedOnSentence } from "./writing.ts";

const viewType = "strategy.preview";
const rememberedUri = "strategy.preview.uri";

interface Open {
  readonly panel: vscode.WebviewPanel;
  /** A file of the project that is drawn. */
  uri: vscode.Uri;
  /** The view that the page shows; before it has said so nothing is drawn. */
  view?: string;
  /** What was asked to be shown last, until the cursor moves: it is lit in the cursor's place. */
  pointed?: Pointed;
  /** What the page is to show as soon as it listens. */
  waiting?: HostMessage;
  /** What the page has been given to draw of each view, and of which version it is. */
  readonly shown: Map<string, Shown>;
  /** Drawing happens one at a time; a change while it runs draws once more. */
  drawing: boolean;
  stale: boolean;
}

type ReadyMessage = Extract<PageMessage, { type: "ready" }>;

interface Shown {
  readonly version: string;
  readonly sheet: Sheet;
}

/** The command that opens the preview, and its return after a reload of the window. */
export function registerPanel(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  recovery: Recovery,
  lastEdited: LastEdited,
): readonly vscode.Disposable[] {
  let open: Open | undefined;
  const writing = createWriting(client, recovery);

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
    return now;
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
        const message = await askView(client, recovery, now.uri, now.view, before?.version);
        if (message.type === "sheet") keep(now.shown, message);
        await send(now, message);
        if (hasStrategy(now.shown.get(now.view))) tick(context, "drawn");
      }
    } finally {
      now.drawing = false;
    }
  };

  const showCursor = (now: Open, editor: vscode.TextEditor | undefined) => {
    const at = now.pointed ?? cursorOf(editor);
    if (at !== undefined) void send(now, { type: "cursor", uri: at.uri, position: at.position });
  };

  const openFor = (uri: vscode.Uri): Open => {
    if (open !== undefined) {
      open.uri = uri;
      open.panel.reveal(undefined, true);
      void draw(open);
      return open;
    }
    const panel = vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t("Strategy Preview"),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { retainContextWhenHidden: true },
    );
    return adopt(panel, uri);
  };

  /** Shows a declaration in the view that draws it; what none draws is said. */
  const showInRoadmap = async (given: unknown): Promise<void> => {
    const at = pointedBy(given) ?? cursorOf(vscode.window.activeTextEditor);
    if (at === undefined) {
      // Where there is no strategy, one is offered.
      await vscode.commands.executeCommand("strategy.openPreview");
      return;
    }
    const now = openFor(vscode.Uri.parse(at.uri));
    const found = await askShown(client, at);
    const isDrawn = found?.view !== undefined;
    if (isDrawn) now.pointed = { uri: at.uri, position: found.position };
    const message: HostMessage = {
      ...{ type: "show", view: found?.view ?? "roadmap" },
      ...(isDrawn ? now.pointed : {}),
    };
    if (now.view === undefined) now.waiting = message;
    else await send(now, message);
    if (found === undefined || isDrawn) return;
    const says = vscode.l10n.t(
      "'{0}' itself is in no picture. This is the roadmap of all that is planned.",
      found.title,
    );
    void vscode.window.showInformationMessage(says);
  };

  const answerReady = async (now: Open, { view, since }: ReadyMessage) => {
    const isFirst = now.view === undefined;
    // The page holds nothing of it, or not what it should.
    if (now.shown.get(view)?.version !== since) now.shown.delete(view);
    now.view = view;
    if (isFirst) await send(now, startingSetting());
    const { waiting } = now;
    delete now.waiting;
    if (waiting !== undefined) await send(now, waiting);
    await draw(now);
    showCursor(now, vscode.window.activeTextEditor);
  };

  const receive = async (now: Open, raw: unknown) => {
    const parsed = pageMessage.safeParse(raw);
    if (!parsed.success) return;
    const message: PageMessage = parsed.data;
    if (message.type === "ready") {
      await answerReady(now, message);
    } else if (message.type === "reveal") {
      // Nothing opens but the files that the picture is drawn from, whatever a page asks for.
      if (isShown(now, message.uri)) await showSource(message, now.panel.viewColumn);
    } else if (message.type === "card") {
      const { number, uri, position } = message;
      const card = isShown(now, uri) ? await askCard(client, uri, position) : null;
      await send(now, { type: "card", number, card });
    } else if (message.type === "edit") {
      const { number, gestures } = message;
      const isOurs = filesMeant(gestures).every((uri) => isShown(now, uri));
      const refused = isOurs ? await writing.make(now.uri, gestures, now.panel) : movedOnSentence();
      if (refused === undefined) tick(context, "kept");
      await send(now, edited(number, refused));
    } else if (message.type === "undo") {
      await send(now, edited(message.number, await writing.undo(now.panel)));
    } else await passOn(client, recovery, now.uri, message);
  };

  const follow = (editor: vscode.TextEditor | undefined) => {
    if (open === undefined || writing.isArranging()) return;
    if (editor === undefined || !isPlan(editor.document)) return;
    if (editor.document.uri.toString() !== open.uri.toString()) {
      open.uri = editor.document.uri;
      void remember(open.uri);
      void draw(open);
    }
    showCursor(open, editor);
  };

  return [
    writing,
    vscode.commands.registerCommand("strategy.openPreview", async (resource?: unknown) => {
      const given = resource instanceof vscode.Uri ? resource : undefined;
      const uri = given ?? (await lastEdited.find());
      if (uri === undefined) {
        await offerStrategy(vscode.l10n.t("There is no strategy to draw yet."));
        return;
      }
      openFor(uri);
    }),
    vscode.commands.registerCommand("strategy.showInRoadmap", showInRoadmap),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (open?.view !== undefined && change.affectsConfiguration("strategy.preview"))
        void send(open, startingSetting());
    }),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel) {
        const saved = context.workspaceState.get<string>(rememberedUri);
        const uri = saved === undefined ? await lastEdited.find() : vscode.Uri.parse(saved);
        if (uri === undefined) panel.dispose();
        else adopt(panel, uri);
      },
    }),
    onPlansChanged(client, () => {
      if (open !== undefined) void draw(open);
    }),
    client.onDidChangeState(({ newState }) => {
      if (open === undefined) return;
      if (newState === State.Running) void draw(open);
      else void send(open, staleMessage(recovery));
    }),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document.languageId === "strategy") delete open?.pointed;
      follow(textEditor);
    }),
  ];
}

/** What a page asks of the editor, and nothing has to be answered. */
async function passOn(
  client: BaseLanguageClient,
  recovery: Recovery,
  drawn: vscode.Uri,
  message: PageMessage,
): Promise<void> {
  const { commands, env } = vscode;
  const uri = drawn.toString();
  if (message.type === "copy") await env.clipboard.writeText(message.text);
  else if (message.type === "insert")
    await beginDeclaration(client, recovery, message.kind, { uri: drawn });
  else if (message.type === "export")
    await commands.executeCommand("strategy.export", { uri, view: message.view });
  else if (message.type === "begin")
    await commands.executeCommand("strategy.new", { drawn: uri, template: message.template });
}

/** What the page begins with, as the user has set it. */
function startingSetting(): HostMessage {
  const set = vscode.workspace.getConfiguration("strategy.preview");
  const text = (name: string) => set.get<string>(name) ?? "";
  const start = { view: text("view"), groupBy: text("groupBy"), zoom: text("zoom") };
  return { type: "setting", start };
}

function edited(number: number, refused: string | undefined): HostMessage {
  return { type: "edited", number, ...(refused === undefined ? {} : { refused }) };
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

/** Whether anything is declared in the files from which it is drawn. */
function hasStrategy(shown: Shown | undefined): boolean {
  return shown?.sheet.files.some(({ pieces }) => pieces.some(([mark]) => mark !== "")) ?? false;
}

function isShown({ shown }: Open, address: string): boolean {
  return [...shown.values()].some(({ sheet }) => sheet.files.some(({ uri }) => uri === address));
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
