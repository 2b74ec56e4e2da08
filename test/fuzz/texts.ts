// A seed → any text at all, which must give a tree, diagnostics, answers of every feature and views that hold.
import { universe } from "../../server/model/universe.ts";
import { workspaceOf } from "../workspace.ts";
import { diceOf } from "./material/dice.ts";
import { holdsAsShown, holdsAsTold, holdsAsTree, holdsAt } from "./material/everything.ts";
import { holds } from "./material/smaller.ts";
import { wildFiles } from "./material/texts.ts";

/** So many places of a text are asked about. */
const places = 8;

/** Checks one wild text in its workspace; throws with the smallest text that shows the same. */
export async function run(seed: number): Promise<void> {
  const { files, path } = wildFiles(diceOf(seed), seed);
  await holds(files[path] ?? "", (text) => {
    holdsAsTree(text);
    const { models } = universe(workspaceOf({ ...files, [path]: text }));
    const dice = diceOf(seed);
    for (const model of models.values()) {
      holdsAsTold(model);
      for (const file of model.project.files.values()) {
        if (file.tree.text !== text) continue;
        holdsAsShown(model, file.path);
        for (const offset of dice.many(places, () => dice.below(text.length + 1)))
          holdsAt({ model, file, offset });
      }
    }
  });
}
