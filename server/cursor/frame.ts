// A word that was put into a text → the block it landed in: whose fields and which declarations may stand there.
import { lastUpTo } from "../../grammar/ordered.ts";
import type { Entry, Node } from "../../grammar/tree.ts";
import {
  type FieldEntry,
  fieldOf,
  type KindEntry,
  kindOf,
  type Place,
} from "../../grammar/vocabulary.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { counterpart } from "../model/reading.ts";
import { encloses, type Probe } from "./probe.ts";
import { entityOfNode, type Query, type Spot } from "./spot.ts";

/** The surroundings of a place: what may be written there follows from them. */
export interface Enclosure {
  /** The kind or block field whose fields may stand here; undefined at the top level and in the unknown. */
  readonly owner: KindEntry | FieldEntry | undefined;
  /** Which declarations may stand here; undefined where none may, or nobody knows. */
  readonly place: Place | undefined;
  /** The declaration around the place, as the file has it. */
  readonly entity: Entity | undefined;
  /** The fields that are written directly in the block, the one being written aside. */
  readonly used: ReadonlySet<string>;
}

/** The block around the word of a probe of a file. */
export function frameOf(of: Pick<Query, "model" | "file">, probe: Probe): Enclosure {
  const { path, chunk } = probe.spot;
  let frame: Enclosure = {
    owner: undefined,
    place: "file",
    entity: undefined,
    used: usedIn(chunk.entries, probe),
  };
  for (const [index, node] of path.entries()) {
    if (node.type !== "block") continue;
    frame = {
      ...meaning(of, probe.spot, path[index - 1], frame),
      used: usedIn(node.entries, probe),
    };
  }
  return frame;
}

/** What the block of a node holds. */
function meaning(
  of: Pick<Query, "model" | "file">,
  spot: Spot,
  node: Node | undefined,
  around: Enclosure,
): Pick<Enclosure, "owner" | "place" | "entity"> {
  if (node?.type === "declaration") {
    const owner = kindOf(entityOfNode(spot.chunk, node)?.kind ?? "");
    const entity = entityFrom(of, spot.start + node.start);
    return { owner, place: owner?.name, entity };
  }
  const owner =
    node?.type === "field" && around.owner ? fieldOf(around.owner, node.name.text) : undefined;
  return { owner, place: undefined, entity: around.entity };
}

/** The entity that begins at an offset of a file: what stands before a place is as it was without the word. */
function entityFrom(
  { model, file }: Pick<Query, "model" | "file">,
  offset: number,
): Entity | undefined {
  const { chunks, starts } = file.tree;
  const index = lastUpTo(starts, offset);
  const chunk = chunks[index];
  const at = offset - (starts[index] ?? 0);
  const entity = chunk && outline(chunk).entities.find((one) => one.node.start === at);
  return entity && counterpart(model.readingOf(chunk), entity);
}

function usedIn(entries: readonly Entry[], { mark }: Probe): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => {
      if (entry.type !== "field") return [];
      const { start, end, text } = entry.name;
      if (!encloses({ start, end }, mark)) return [text];
      // Right before a word, another one is to be written.
      return start === mark.start && end > mark.end ? [text.slice(mark.end - mark.start)] : [];
    }),
  );
}
