// How the tree is grouped → a list to choose from, in which the present way is marked, and what is remembered of it.
import * as vscode from "vscode";
import type { GroupBy } from "../../../server/views/roadmap/shape.ts";
import { groupWords } from "../../drawings/sentences.ts";

const remembered = "strategy.tree.groupBy";

const ways: readonly GroupBy[] = ["objective", "theme", "owner", "team", "status", "technology"];

/** As it was chosen in this workspace, else as the roadmap begins. */
export function rememberedGrouping({ workspaceState }: vscode.ExtensionContext): GroupBy {
  const chosen = workspaceState.get<unknown>(remembered);
  const setting = vscode.workspace.getConfiguration("strategy.preview").get<unknown>("groupBy");
  return ways.find((way) => way === (chosen ?? setting)) ?? "objective";
}

export async function rememberGrouping(
  { workspaceState }: vscode.ExtensionContext,
  by: GroupBy,
): Promise<void> {
  await workspaceState.update(remembered, by);
}

/** Undefined where nothing else is chosen. */
export function askGrouping(now: GroupBy): Promise<GroupBy | undefined> {
  const box = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly by: GroupBy }>();
  box.title = vscode.l10n.t("Group the Strategy Tree By");
  box.items = ways.map((by) => ({
    label: groupWords[by],
    by,
    ...(by === now ? { description: vscode.l10n.t("as it is now") } : {}),
  }));
  box.activeItems = box.items.filter(({ by }) => by === now);
  return new Promise((resolve) => {
    box.onDidAccept(() => {
      resolve(box.selectedItems[0]?.by);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
