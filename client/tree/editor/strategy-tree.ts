// The Strategy tree in VS Code: a view that shows the plan as the panel does, and follows the text as the text follows it.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import type { GroupBy } from "../../../server/views/roadmap/shape.ts";
import { onPlansChanged } from "../../plan-changes.ts";
import { createRest } from "../../preview/rest.ts";
import type { Recovery } from "../../recovery.ts";
import type { TreeBranch } from "../branch.ts";
import { createLines, type TreeLine } from "../lines.ts";
import { type Tree, treeOfProjects } from "../tree-of-projects.ts";
import { registerBadge } from "./badge.ts";
import { askFilter } from "./filtering.ts";
import { registerFollowing } from "./following.ts";
import { askGrouping, rememberedGrouping, rememberGrouping } from "./grouping.ts";
import { createKept, type KeptProject } from "./kept.ts";
import { registerOpening } from "./opening.ts";
import { createTelling } from "./telling.ts";
import { itemOf, withCard } from "./tree-item.ts";

/** Registers the view, its commands, and what keeps it up to date. */
export function registerTree(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  recovery: Recovery,
): readonly vscode.Disposable[] {
  const ask = createKept(client, recovery);
  const lines = createLines();
  const changed = new vscode.EventEmitter<TreeLine[] | undefined>();
  const shown = new vscode.EventEmitter<void>();
  let by = rememberedGrouping(context);
  let typed = "";
  let projects: readonly KeptProject[] = [];
  let tree: Tree = treeOfProjects([], by, typed);
  let leaveFilter = () => {};
  /** It shows what was true before something happened. */
  let isStale = true;
  let loading: Promise<void> | undefined;
  /** Resolved once there is something to show, or nothing will be for now. */
  const first = Promise.withResolvers<void>();

  const provider: vscode.TreeDataProvider<TreeLine> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (line) => {
      if (line !== undefined) return [...lines.under(line)];
      await first.promise;
      return [...lines.top()];
    },
    getTreeItem: itemOf,
    getParent: (line) => lines.over(line),
    resolveTreeItem: (item, line) => withCard(client, item, line),
  };
  const view = vscode.window.createTreeView("strategy.tree", {
    treeDataProvider: provider,
    showCollapseAll: true,
  });

  const telling = createTelling(view, recovery);
  const say = () => {
    // Nothing comes until somebody starts it again.
    if (recovery.ailment() === "stopped") first.resolve();
    const fault = projects.find((one) => one.fault !== undefined)?.fault;
    telling.say({ by, fault, matched: tree.matched });
  };

  /** Makes the tree anew from what is known. */
  const show = () => {
    tree = treeOfProjects(projects, by, typed);
    const isNothingFound = tree.matched !== undefined && tree.top.length === 0;
    const top = isNothingFound ? [wayOut] : tree.top;
    const anew = lines.take(top, `${by}\n${tree.matched === undefined ? "" : typed}`);
    void setContext("strategy.treeFiltered", tree.matched !== undefined);
    void setContext("strategy.treeBare", projects.length > 0 && tree.isBare);
    say();
    if (anew === "all") changed.fire(undefined);
    else if (anew.length > 0) changed.fire([...anew]);
    shown.fire();
  };

  const read = async (isAsked: boolean) => {
    while (isStale && (isAsked || view.visible)) {
      isStale = false;
      const found = await ask();
      if (found === undefined) {
        isStale = true;
        say();
        // One that starts again tells of it; who runs and gives no answer is asked again.
        if (client.state === State.Running) patience.after(() => load());
        return;
      }
      projects = found;
      show();
      first.resolve();
    }
  };
  /** Brings the tree up to date, where somebody sees it or asks for it. */
  const load = async (isAsked = false) => {
    isStale = true;
    loading ??= read(isAsked).finally(() => {
      loading = undefined;
    });
    await loading;
  };
  const rest = createRest(200);
  const patience = createRest(5_000);

  /** What stands at a place, if the tree shows it. */
  const lineAt = (uri: vscode.Uri, { line, character }: vscode.Position): TreeLine | undefined => {
    let found: TreeLine | undefined;
    let here = lines.top();
    for (const id of tree.trailTo(uri.toString(), { line, character })) {
      found = here.find(({ branch }) => branch.id === id);
      if (found === undefined) return undefined;
      here = lines.under(found);
    }
    return found;
  };

  const filter = (next: string) => {
    if (next === typed) return;
    typed = next;
    show();
  };
  const group = async (next: GroupBy) => {
    by = next;
    show();
    await rememberGrouping(context, by);
  };

  void load();
  return [
    view,
    changed,
    shown,
    rest,
    patience,
    telling,
    registerBadge(view),
    ...registerOpening(() => leaveFilter()),
    ...registerFollowing(view, {
      lineAt,
      onShown: shown.event,
      loaded: async () => {
        await load(true);
        await first.promise;
      },
      /** All is shown, as it is at first. */
      showAll: async () => {
        filter("");
        if (by !== "objective") await group("objective");
      },
    }),
    vscode.commands.registerCommand("strategy.tree.groupBy", async () => {
      const next = await askGrouping(by);
      if (next !== undefined && next !== by) await group(next);
    }),
    vscode.commands.registerCommand("strategy.tree.filter", async () => {
      await vscode.commands.executeCommand("strategy.tree.focus");
      leaveFilter = askFilter(typed, filter).leave;
    }),
    vscode.commands.registerCommand("strategy.tree.clearFilter", () => filter("")),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && isStale) void load();
    }),
    onPlansChanged(client, () => {
      isStale = true;
      if (view.visible) rest.after(() => load());
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void load();
      else say();
    }),
  ];
}

/** Where nothing is found there is a way back to all of it. */
const wayOut: TreeBranch = {
  id: "clear-filter:",
  title: vscode.l10n.t("Clear the Filter"),
  words: "",
  sentence: () => vscode.l10n.t("Clear the Filter"),
  sign: { icon: "filter-filled" },
  can: [],
  runs: "strategy.tree.clearFilter",
  children: () => [],
  of: [],
};

const contexts = new Map<string, boolean>();

/** What menus ask about; told only where it has changed. */
async function setContext(key: string, value: boolean): Promise<void> {
  if (contexts.get(key) === value) return;
  contexts.set(key, value);
  await vscode.commands.executeCommand("setContext", key, value);
}
