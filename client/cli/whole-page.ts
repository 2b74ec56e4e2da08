// A view of a model → a page in one file that needs no server: the preview's own, with the view and its cards inside.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Model } from "../../server/model/universe.ts";
import { resolve } from "../../server/project/project.ts";
import type { Card } from "../../server/views/shape.ts";
import { type View, viewOf } from "../../server/views/view.ts";
import { type Embedded, embeddedId, placeKey } from "../preview/embedded.ts";
import { wholeHtml } from "../preview/html.ts";
import { placesIn } from "../preview/sources.ts";
import { cardInFile } from "./cards.ts";
import { UsageFault } from "./command.ts";
import { distFile } from "./pages.ts";
import { relative } from "./relative.ts";

/** The HTML of a view; what is written goes along only where it is asked for, since it holds comments as well. */
export function wholePageOf(view: View, model: Model, withSource: boolean): string {
  const { root } = model.project;
  // Who gets the file is not told in which folder of which machine the strategy lies.
  const data = viewOf(view, model, { uriOf: (path) => relative(root, path) });
  const cards: Record<string, Card> = {};
  for (const place of placesIn(data)) {
    const card = cardInFile(model, resolve(root, place.uri), place.name.start);
    if (card !== null) cards[placeKey(place)] = withSource ? card : { ...card, text: "" };
  }
  const embedded: Embedded = { view: data, cards };
  const [script, style] = [built("page.js"), built("page.css")];
  return wholeHtml({
    title: data.title,
    // What would end the element early is written otherwise, and means the same.
    ...hashed("script", script.replaceAll("</script", "<\\/script")),
    ...hashed("style", style.trim()),
    language: "en",
    id: embeddedId,
    data: embedded,
  });
}

function hashed<Part extends string>(part: Part, text: string) {
  const hash = `sha256-${createHash("sha256").update(text).digest("base64")}`;
  return { [part]: text, [`${part}Hash`]: hash } as Record<Part | `${Part}Hash`, string>;
}

function built(name: string): string {
  const path = distFile(name);
  if (!existsSync(path)) throw new UsageFault("The page is not built. 'npm run build' builds it.");
  return readFileSync(path, "utf8");
}
