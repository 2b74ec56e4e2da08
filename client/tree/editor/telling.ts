// How the checker is, what is wrong with the text, and what the filter leaves → the words over the tree, and those behind its name.
import * as vscode from "vscode";
import type { GroupBy } from "../../../server/views/roadmap/shape.ts";
import { createRest } from "../../preview/rest.ts";
import { type Recovery, sentenceOf } from "../../recovery.ts";

/** What there may be to say of a tree. */
interface Told {
  readonly by: GroupBy;
  /** What is wrong with a text, so that the tree is an earlier one. */
  readonly fault: string | undefined;
  /** What the filter leaves. */
  readonly matched: string | undefined;
}

export interface TreeTelling extends vscode.Disposable {
  readonly say: (told: Told) => void;
}

/** In milliseconds: a text that is half typed is no fault yet, and the lines would jump. */
const typing = 2_000;

export function createTelling(
  view: Pick<vscode.TreeView<unknown>, "message" | "description">,
  recovery: Recovery,
): TreeTelling {
  const rest = createRest(typing);
  /** The fault that is told of, whatever becomes of it while it lasts. */
  let isFaultTold = false;
  const say = (told: Told) => {
    const { by, fault, matched = "" } = told;
    const ailment = recovery.ailment();
    if (fault === undefined) isFaultTold = false;
    // While it starts, the view shows that it waits.
    if (ailment !== undefined) view.message = ailment === "starting" ? "" : sentenceOf(ailment);
    else if (fault !== undefined && isFaultTold)
      view.message = vscode.l10n.t("{0} This is the last good tree.", fault);
    else view.message = matched;
    view.description = by === "objective" ? "" : wayWords[by];
    rest.after(() => {
      if (fault === undefined || isFaultTold) return;
      isFaultTold = true;
      say(told);
    });
  };
  return { say, dispose: () => rest.dispose() };
}

const wayWords: Readonly<Record<Exclude<GroupBy, "objective">, string>> = {
  theme: vscode.l10n.t("by theme"),
  owner: vscode.l10n.t("by owner"),
  team: vscode.l10n.t("by team"),
  status: vscode.l10n.t("by status"),
  technology: vscode.l10n.t("by technology"),
};
