// Views of a model and a format → the file that shows them, and what its writer had to say.
import { existsSync, readFileSync } from "node:fs";
import type { Model } from "../../server/model/universe.ts";
import { resolve } from "../../server/project/project.ts";
import { type View, viewOf } from "../../server/views/view.ts";
import { visible } from "../../server/words/visible.ts";
import type { Tools } from "../exports/format.ts";
import { isExportRefusal } from "../exports/refusal.ts";
import { relative } from "../exports/relative.ts";
import { unreadIn } from "../exports/unread.ts";
import { cardInFile } from "./cards.ts";
import { progress, say, UsageFault } from "./command.ts";
import { distFile } from "./pages.ts";
import { revisionOf } from "./revision.ts";

/** What is wished of a file. */
export type Wishes = Pick<Tools, "theme" | "width" | "withSource"> &
  Partial<Pick<Tools, "paper" | "fallbackFont">> & {
    /** At the foot of its pages stands the revision of the repository. */
    readonly hasRevision: boolean;
  };

/** The bytes of the file; what cannot be written is a fault of use, with what to do. */
export async function exported(
  model: Model,
  shown: readonly View[],
  format: string,
  { hasRevision, ...wishes }: Wishes,
): Promise<Uint8Array> {
  const { writers } = await import("../exports/writers.ts");
  const writer = writers[format];
  if (writer === undefined) throw new Error(`Nothing writes '${format}'.`);
  const { root } = model.project;
  // Who gets the file is not told in which folder of which machine the strategy lies.
  const data = shown.map((view) => viewOf(view, model, { uriOf: (path) => relative(root, path) }));
  const [first] = data;
  const revision = hasRevision ? await revisionOf(model.project) : undefined;
  const unread = unreadIn(data);
  const told = unread === undefined ? [] : [visible(unread)];
  const tools: Tools = {
    ...wishes,
    ...(revision === undefined ? {} : { revision }),
    asset: assetOf,
    cardOf: async ({ uri, name: { start } }) => cardInFile(model, resolve(root, uri), start),
    tell: (sentence) => told.push(visible(sentence)),
    progress: (share) => progress(`Writing ${Math.round(share * 100)}% …`),
  };
  try {
    return await writer({ title: first?.title ?? "", views: data }, tools);
  } catch (error) {
    throw isExportRefusal(error) ? new UsageFault(error.message) : error;
  } finally {
    progress("");
    for (const sentence of told) say(sentence);
  }
}

async function assetOf(name: string): Promise<Uint8Array> {
  const path = distFile(name);
  if (!existsSync(path)) throw new UsageFault(`'${name}' is not built. 'npm run build' builds it.`);
  return readFileSync(path);
}
