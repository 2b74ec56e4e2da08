// Where the cursor stands in a text → the line of the tree for what is written there: quietly while one types, with the focus when asked.
import * as vscode from "vscode";
import { createRest } from "../../preview/rest.ts";
import type { TreeLine } from "../lines.ts";

/** What the tree knows. */
interface Known {
  readonly lineAt: (uri: vscode.Uri, position: vscode.Position) => TreeLine | undefined;
  /** Tells that the tree shows something else. */
  readonly onShown: vscode.Event<void>;
  /** Once the tree shows what is written now. */
  readonly loaded: () => Promise<void>;
  /** Takes away the filter and the grouping that may hide something. */
  readonly showAll: () => Promise<void>;
}

/** So often a line is looked for that the editor does not know yet, with so many milliseconds in between. */
const tries = 10;
const pause = 200;

/** Gives a line the focus; false where there is none. A tree that is just being shown anew has lost its lines for a moment. */
async function revealed(
  view: vscode.TreeView<TreeLine>,
  find: () => TreeLine | undefined,
): Promise<boolean> {
  for (let left = tries - 1; ; left--) {
    const line = find();
    if (line === undefined) return false;
    try {
      await view.reveal(line, { select: true, focus: true, expand: true });
      return true;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
}

export function registerFollowing(
  view: vscode.TreeView<TreeLine>,
  { lineAt, onShown, loaded, showAll }: Known,
): readonly vscode.Disposable[] {
  const rest = createRest(200);
  /** The text may have changed with the cursor: where it stands now the tree knows only later. */
  let hasMoved = false;
  const follow = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!view.visible || editor?.document.languageId !== "strategy") return;
    const line = lineAt(editor.document.uri, editor.selection.active);
    if (line === undefined || isShown(line)) return;
    // A tree that changes meanwhile does not know the line any more.
    await view.reveal(line, { select: true, focus: false }).then(undefined, () => {});
  };
  /** Who has chosen it in the tree is not led to another line for the same thing. */
  const isShown = ({ uri, position }: TreeLine) =>
    view.selection.some(
      (one) =>
        one.uri === uri &&
        one.position?.line === position?.line &&
        one.position?.character === position?.character,
    );
  return [
    rest,
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor !== vscode.window.activeTextEditor) return;
      hasMoved = true;
      rest.after(follow);
    }),
    onShown(() => {
      if (hasMoved || view.selection.length === 0) rest.after(follow);
      hasMoved = false;
    }),
    vscode.window.onDidChangeActiveTextEditor(() => rest.after(follow)),
    view.onDidChangeVisibility(() => rest.after(follow)),
    vscode.commands.registerCommand("strategy.revealInTree", async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) return;
      const { document, selection } = editor;
      await vscode.commands.executeCommand("strategy.tree.focus");
      await loaded();
      const find = () => lineAt(document.uri, selection.active);
      if (find() === undefined) await showAll();
      if (!(await revealed(view, find))) {
        const says = vscode.l10n.t(
          "Nothing that stands in the tree is written here. Put the cursor into an objective, an initiative, a KPI, a risk or a milestone.",
        );
        void vscode.window.showInformationMessage(says);
      }
    }),
  ];
}
