// A strategy → its deck of slides, and what is on each of them.
import type { Theme } from "../../client/drawings/theme.ts";
import { writePptx } from "../../client/exports/pptx.ts";
import type { Model } from "../../server/model/universe.ts";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { named, type OpenedPackage, type XmlNode } from "./package.ts";

/** The bytes of a deck with these views of a model, or with all of them. */
export function deckOf(model: Model, names?: readonly string[], theme: Theme = "light") {
  const shown = views.filter(({ name }) => names?.includes(name) ?? true);
  const data = shown.map((view) => viewOf(view, model));
  return writePptx(
    { title: data[0]?.title ?? "", views: data },
    {
      ...{ theme, width: 1600, revision: "3f2a91c", withSource: false },
      asset: () => Promise.reject(new Error("A deck needs no file.")),
      cardOf: () => Promise.reject(new Error("A deck shows no card.")),
      tell: () => {},
      progress: () => {},
    },
  );
}

export interface OpenedSlide {
  readonly path: string;
  readonly tree: XmlNode;
  readonly title: string;
  readonly notes: string;
}

/** The slides of a deck, in their order. */
export function slidesOf(deck: OpenedPackage): readonly OpenedSlide[] {
  const presentation = "ppt/presentation.xml";
  const targets = new Map(deck.relationsOf(presentation).map(({ id, target }) => [id, target]));
  return named(deck.treeOf(presentation), "p:sldId").map(({ attributes }) => {
    const path = targets.get(attributes["r:id"] ?? "") ?? "";
    const tree = deck.treeOf(path);
    const notes = deck.relationsOf(path).find(({ type }) => type === "notesSlide")?.target ?? "";
    const [title] = named(tree, "p:sp").filter((shape) =>
      named(shape, "p:ph").some((place) => place.attributes.type === "title"),
    );
    return { path, tree, title: textIn(title), notes: textIn(deck.treeOf(notes)) };
  });
}

/** All text in a node, a line a paragraph that is not empty. */
export function textIn(node: XmlNode | undefined): string {
  if (node === undefined) return "";
  return named(node, "a:p")
    .map((paragraph) =>
      named(paragraph, "a:t")
        .map(({ text }) => text)
        .join(""),
    )
    .filter((line) => line !== "")
    .join("\n");
}
