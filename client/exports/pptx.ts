// Views → a deck of slides whose shapes and charts can be edited: a slide a page of a view, and those of its charts.
import { pagesOfAll } from "../drawings/pages.tsx";
import { themes } from "../drawings/theme.ts";
import { footOf } from "./foot.ts";
import type { Writer } from "./format.ts";
import { chartsOf } from "./pptx/charts.ts";
import { deckBytes, type SlideParts } from "./pptx/deck.ts";
import { slideParts } from "./pptx/slide.ts";
import { slideSize } from "./pptx/units.ts";
import { shapesOf } from "./shapes.ts";

export const writePptx: Writer = async (board, tools) => {
  const { title, views } = board;
  const { theme, progress } = tools;
  const [first] = views;
  if (first === undefined) throw new Error("There is no view to write.");
  const foot = footOf(board, tools);
  const pages = pagesOfAll(views, { theme, ...slideSize, foot, withCharts: true });
  const slides: SlideParts[] = [];
  let charts = 0;
  for (const [index, { label, sentence, svg, marks }] of pages.entries()) {
    progress(index / pages.length);
    const drawn = chartsOf(marks, charts + 1, themes[theme]);
    charts += drawn.length;
    const { shapes } = shapesOf(svg);
    const content = { section: label, sentence, shapes, marks, charts: drawn };
    slides.push(slideParts(content, index + 1, themes[theme]));
  }
  return deckBytes({ title, day: first.today, theme, slides });
};
