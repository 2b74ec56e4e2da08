// Views → a page in one file that needs no server: the preview's own, with the views and their cards inside.
import type { Card, SourcePlace } from "../../server/views/shape.ts";
import { type Embedded, embeddedId, placeKey } from "../preview/embedded.ts";
import { wholeHtml } from "../preview/html.ts";
import { placesIn } from "../preview/sources.ts";
import type { Writer } from "./format.ts";

/** What is written in the plan goes along only where it is asked for, since it holds comments as well. */
export const writeHtml: Writer = async ({ title, views }, tools) => {
  const cards: Record<string, Card> = {};
  const places = new Map(
    views.flatMap(placesIn).map((place): [string, SourcePlace] => [placeKey(place), place]),
  );
  for (const [key, place] of places) {
    const card = await tools.cardOf(place);
    if (card !== null) cards[key] = tools.withSource ? card : { ...card, text: "" };
  }
  const embedded: Embedded = { views, cards };
  const text = async (name: string) => new TextDecoder().decode(await tools.asset(name));
  const [script, style] = [await text("page.js"), await text("page.css")];
  const html = wholeHtml({
    title,
    // What would end the element early, or late, is written otherwise, and means the same.
    ...(await hashed(
      "script",
      script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--"),
    )),
    ...(await hashed("style", style.trim())),
    language: "en",
    id: embeddedId,
    data: embedded,
  });
  return new TextEncoder().encode(html);
};

async function hashed<Part extends string>(part: Part, text: string) {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hash = `sha256-${btoa(Array.from(digest, (byte) => String.fromCharCode(byte)).join(""))}`;
  return { [part]: text, [`${part}Hash`]: hash } as Record<Part | `${Part}Hash`, string>;
}
