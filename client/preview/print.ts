// The browser is about to print → all pages of what is known, in place of what is in sight of it.
import type { ViewData } from "../../server/views/shape.ts";
import { drawings } from "../drawings/index.ts";
import { pagesOfAll } from "../drawings/pages.tsx";
import { pageMeasure } from "./look.ts";

/** A4 across, in px; the sheet says the same to the browser. */
const paper = { width: 1123, height: 794 };

/** As long as the browser prints, the views that `known` gives lie on the page as paper has them. */
export function printsAll(known: () => readonly ViewData[]): () => void {
  const sheets = document.createElement("div");
  sheets.className = "sheets";
  const lay = () => {
    const names = drawings.map(({ name }) => name);
    const views = known().toSorted((a, b) => names.indexOf(a.view) - names.indexOf(b.view));
    const [first] = views;
    const fonts = getComputedStyle(document.body).fontFamily;
    const face = { fonts, measure: pageMeasure(), smallest: 0 };
    const pages = pagesOfAll(views, { theme: "light", ...paper, foot: first?.title ?? "", face });
    sheets.innerHTML = pages.map(({ svg }) => svg).join("");
    // The first of two patterns of a name counts: that of the page is hidden then.
    document.body.prepend(sheets);
  };
  const clear = () => {
    sheets.replaceChildren();
    sheets.remove();
  };
  window.addEventListener("beforeprint", lay);
  window.addEventListener("afterprint", clear);
  return () => {
    window.removeEventListener("beforeprint", lay);
    window.removeEventListener("afterprint", clear);
    clear();
  };
}
