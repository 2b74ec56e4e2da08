// A page in its tab and what the reader does there → the places shown, the findings mended, the examples written.
import * as vscode from "vscode";
import type { BaseLanguageClient, CodeAction } from "vscode-languageclient";
import { iconless } from "../preview/iconless.ts";
import type { LastEdited } from "../preview/last-edited.ts";
import { columnFor, undoIn } from "../preview/places.ts";
import { whyKept } from "../preview/writing.ts";
import type { Recovery } from "../recovery.ts";
import type { Explained } from "./catalogue.ts";
import { insertExample } from "./inserting.ts";
import { linked } from "./links.ts";
import { mendBy } from "./mending.ts";
import { type Act, type ExplainHostMessage, explainMessage } from "./messages.ts";
import { headOfPage, type Planned, planInWords, plannedOf, withWays } from "./plan.ts";

/** What a page in a tab needs of the extension. */
export interface PageNeeds {
  readonly client: BaseLanguageClient;
  readonly recovery: Recovery;
  readonly edited: LastEdited;
  /** Opens another page, by its path below `docs/`. */
  readonly open: (page: string) => Promise<void>;
}

/** A page that is shown. */
export interface ShownPage {
  readonly panel: vscode.WebviewPanel;
  /** Its path below `docs/`. */
  readonly path: string;
  readonly markdown: string;
  /** Missing where the page is about no kind of finding. */
  readonly about: Explained | undefined;
}

interface PageHost {
  /** What is found has changed. */
  readonly refresh: () => Promise<void>;
  readonly goTo: (anchor: string) => void;
}

/** Where something was written last. */
interface Written {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range | undefined;
  readonly version: number;
}

export function hostPage(
  needs: PageNeeds,
  { panel, path, markdown, about }: ShownPage,
  base: string,
  anchor: string | undefined,
): PageHost {
  const { client, recovery, edited } = needs;
  let listed: ReadonlyMap<string, Planned> = new Map();
  let written: Written | undefined;
  let round = 0;

  const send = (message: ExplainHostMessage) => panel.webview.postMessage(message);

  const refresh = async () => {
    if (about === undefined || !panel.visible) return;
    round += 1;
    const own = round;
    const { listed: fresh, count } = plannedOf(about.code);
    // Buttons that are known stay where they are until it is known what they say now.
    const before = listed;
    listed = new Map([...fresh].map(([id, one]) => [id, { ...before.get(id), ...one }]));
    await send({ type: "plan", plan: planInWords(listed, count, recovery) });
    if (count === 0 || recovery.ailment() !== undefined) return;
    const mendable = await withWays(client, fresh);
    if (own !== round) return;
    listed = mendable;
    await send({ type: "plan", plan: planInWords(listed, count, recovery) });
  };

  const say = (sentence: string, acts: readonly Act[] = []) =>
    send({ type: "said", sentence, acts: acts.map((act) => ({ act, label: labelOf(act) })) });

  const show = async (uri: vscode.Uri, range: vscode.Range | undefined, keep: boolean) => {
    const column = columnFor(uri, panel.viewColumn);
    // What is only to be seen does not go over the page from which it comes.
    if (keep && column === panel.viewColumn) return;
    await vscode.window.showTextDocument(uri, {
      viewColumn: column,
      preserveFocus: keep,
      ...(range === undefined ? {} : { selection: range }),
    });
  };

  const note = async (uri: vscode.Uri, range: vscode.Range | undefined) => {
    const { version } = await vscode.workspace.openTextDocument(uri);
    written = { uri, range, version };
    await show(uri, range, true);
  };

  const mendFinding = async (id: string, choose: boolean) => {
    const { found, ways = [] } = listed.get(id) ?? {};
    if (found === undefined) return;
    const way = choose ? await chosen(ways) : ways[0];
    if (way === undefined) return;
    const { uri, diagnostic } = found;
    const kept = await whyKept(uri);
    if (kept !== undefined) {
      await say(kept);
      return;
    }
    const before = (await vscode.workspace.openTextDocument(uri)).version;
    const name = vscode.workspace.asRelativePath(uri);
    if (!(await mendBy(client, way))) {
      await say(vscode.l10n.t("{0} has changed meanwhile. Look at it again.", name));
      return;
    }
    // One that lets be chosen may have changed nothing, and says so itself.
    if ((await vscode.workspace.openTextDocument(uri)).version === before) return;
    const { start } = diagnostic.range;
    await note(uri, new vscode.Range(start, start));
    await say(vscode.l10n.t("Done in {0}: {1}.", name, way.title), ["show", "undo"]);
  };

  const insert = async (example: string) => {
    // Nothing is written but what the page has.
    if (!isIn(markdown, example)) return;
    const uri = await edited.find();
    if (uri === undefined) {
      await say(vscode.l10n.t("There is no strategy yet into which it could go."), ["new"]);
      return;
    }
    const result = await insertExample(client, uri, example).catch(() => undefined);
    if (result === undefined || "refused" in result) {
      const cannot = vscode.l10n.t("The checker does not answer, so nothing was written.");
      await say(result?.refused ?? cannot);
      return;
    }
    await note(result.uri, result.range);
    const name = vscode.workspace.asRelativePath(result.uri);
    const line = result.range.start.line + 1;
    const says = vscode.l10n.t("It stands in {0} from line {1} on. Make it yours.", name, line);
    await say(says, ["show", "undo"]);
  };

  const act = async (what: Act) => {
    if (what === "new") await vscode.commands.executeCommand("strategy.new");
    else if (written !== undefined && what === "show") {
      await show(written.uri, written.range, false);
    } else if (written !== undefined) await undo(written);
  };

  const undo = async ({ uri, version }: Written) => {
    const document = await vscode.workspace.openTextDocument(uri);
    const name = vscode.workspace.asRelativePath(uri);
    if (document.version !== version) {
      await say(vscode.l10n.t("{0} has been changed since. Undo it there.", name), ["show"]);
      return;
    }
    await undoIn(document, panel);
    written = undefined;
    await say(vscode.l10n.t("{0} is as it was.", name));
  };

  const receive = async (raw: unknown) => {
    const { data: message } = explainMessage.safeParse(raw);
    switch (message?.type) {
      case "ready":
        await send({
          ...{ type: "page", markdown, base, words: wordsOf() },
          ...(about === undefined ? {} : { head: headOfPage(about) }),
          ...(anchor === undefined ? {} : { anchor }),
        });
        await refresh();
        break;
      case "link":
        await needs.open(linked(path, message.href));
        break;
      case "show": {
        const found = listed.get(message.id)?.found;
        if (found !== undefined) await show(found.uri, found.diagnostic.range, false);
        break;
      }
      case "mend":
        await mendFinding(message.id, message.choose);
        break;
      case "insert":
        await insert(message.example);
        break;
      case "act":
        await act(message.act);
        break;
      case "all":
        await vscode.commands.executeCommand("strategy.check");
        break;
    }
  };

  panel.webview.onDidReceiveMessage(receive);
  return { refresh, goTo: (to) => void send({ type: "anchor", anchor: to }) };
}

async function chosen(ways: readonly CodeAction[]): Promise<CodeAction | undefined> {
  const items = ways.map((way) => ({ label: iconless(way.title), way }));
  const placeHolder = vscode.l10n.t("How to mend it");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.way;
}

/** Whether a page has a text, whose lines may end in another way. */
function isIn(markdown: string, example: string): boolean {
  return example !== "" && markdown.replaceAll("\r\n", "\n").includes(example);
}

function labelOf(act: Act): string {
  switch (act) {
    case "show":
      return vscode.l10n.t("Show it");
    case "undo":
      return vscode.l10n.t("Undo");
    case "new":
      return vscode.l10n.t("New Strategy…");
  }
}

function wordsOf(): Extract<ExplainHostMessage, { type: "page" }>["words"] {
  return {
    inYourPlan: vscode.l10n.t("In your plan"),
    insert: vscode.l10n.t("Insert this example"),
    otherWays: vscode.l10n.t("Other ways…"),
    close: vscode.l10n.t("Close"),
  };
}
