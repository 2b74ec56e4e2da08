// What a page means by a mark → the declaration that stands there now, or why it is not what was meant.

import { entityAround, spotAt } from "../cursor/spot.ts";
import { isRefusal, type Refusal } from "../edits/refusal.ts";
import { called, type Entity, nameSpan } from "../model/entity.ts";
import { linesInFile } from "../model/lines.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";
import { idIn } from "../views/ids.ts";
import type { Marked } from "./shape.ts";

/** A file by its address, with the model of its project; undefined where there is no such file any more. */
export type FileOf = (uri: string) => { model: Model; file: SourceFile } | undefined;

/** What is said wherever the text is not as the picture showed it. */
export const movedOn: Refusal = {
  refused: "The text has been changed meanwhile. Look at the new picture and try again.",
};

/** Work on its way from one group to another: each by what its members have in common, "" of that of what has none. */
export interface Dragged {
  readonly model: Model;
  readonly work: Entity;
  readonly from: string;
  readonly to: string;
}

/** The declaration of this project whose name begins where the picture has it. */
export function markedBy(model: Model, fileOf: FileOf, marked: Marked): Entity | Refusal {
  const found = foundAt(model, fileOf, marked);
  if (isRefusal(found)) return found;
  const home = model.universe.modelOf(found);
  return home === model ? found : elsewhere(home, found);
}

/** What is said of a declaration of another project. */
export function elsewhere({ project }: Model, entity: Entity): Refusal {
  return {
    refused: `'${called(entity)}' belongs to another project, '${project.root.split("/").at(-1)}'. Change it there.`,
  };
}

/** The same of any project. What a picture does not show, since its kind is in doubt, is not found. */
export function foundAt(
  model: Model,
  fileOf: FileOf,
  { id, uri, position }: Marked,
): Entity | Refusal {
  const held = fileOf(uri);
  const start = held && linesInFile(held.file.tree)[position.line];
  if (held === undefined || start === undefined) return movedOn;
  const offset = start + position.character;
  const spot = spotAt({ ...held, offset });
  const entity = spot && entityAround(spot);
  if (spot === undefined || !entity?.sure) return movedOn;
  return nameSpan(entity).start === spot.at && isCalled(model, entity, id) ? entity : movedOn;
}

/** Its card, and a milestone inside of its initiative, go by its name alone. */
function isCalled(model: Model, entity: Entity, id: string): boolean {
  return called(entity) === id || idIn(model, entity) === id;
}
