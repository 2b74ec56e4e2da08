// A page on screen → what is wrong with it for people: what axe finds, and texts that are cut or faint.
import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** All that was found wrong, each with the places where it was seen. */
export class Findings {
  readonly #seen = new Map<string, string[]>();

  add(where: string, found: readonly string[]): void {
    for (const line of found) this.#seen.set(line, [...(this.#seen.get(line) ?? []), where]);
  }

  check(): void {
    const lines = [...this.#seen].map(([line, places]) => `${line} (${places.join(", ")})`);
    if (lines.length > 0) throw new Error(lines.join("\n"));
  }
}

/** What axe finds, a line each. Also asks what it leaves out unless told: whether targets are large enough, and names say what is seen. */
export async function axeFindings(place: Page | Frame): Promise<readonly string[]> {
  await place.evaluate(axe.source);
  const found = await place.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
    const { violations } = await axe.run(document, {
      resultTypes: ["violations"],
      preload: false,
      rules: {
        "label-content-name-mismatch": { enabled: true },
        "target-size": { enabled: true },
      },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id}: ${target.join(" ")}: ${failureSummary?.replace(/^Fix .*/, "")}`,
      ),
    );
  });
  return found.map((line) => line.replace(/\s+/g, " "));
}

/** Texts that stand over an edge behind which nobody sees them, and a page that scrolls sideways. */
export async function cutTexts(place: Page | Frame): Promise<readonly string[]> {
  return [...(await cutOnPage(place)), ...(await cutInPictures(place))];
}

function cutInPictures(place: Page | Frame): Promise<readonly string[]> {
  return place.evaluate(() => {
    const isCutBy = (box: DOMRect, { left, right }: { left: number; right: number }) =>
      box.right > right + 1 || box.left < left - 1;
    const edgeOf = (text: Element, box: DOMRect): string | undefined => {
      let paper = text.closest("svg");
      while (paper?.ownerSVGElement) paper = paper.ownerSVGElement;
      if (paper && isCutBy(box, paper.getBoundingClientRect())) return "The paper's edge";
      const scroller = text.closest(".scroller");
      if (!scroller || scroller.scrollWidth > scroller.clientWidth + 1) return undefined;
      const { left } = scroller.getBoundingClientRect();
      const sight = { left, right: left + scroller.clientWidth };
      return isCutBy(box, sight) ? "The edge of sight" : undefined;
    };
    const wrong = new Set<string>();
    for (const text of document.querySelectorAll("svg text")) {
      const box = text.getBoundingClientRect();
      const edge = box.width === 0 ? undefined : edgeOf(text, box);
      if (edge) wrong.add(`${edge} cuts "${text.textContent?.slice(0, 60)}"`);
    }
    return [...wrong];
  });
}

function cutOnPage(place: Page | Frame): Promise<readonly string[]> {
  return place.evaluate(() => {
    const scrolls = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    // What stands in a box that scrolls sideways is reached by scrolling.
    const isReached = (element: Element): boolean => {
      const up = element.parentElement;
      if (!up || up.matches(".page")) return false;
      return (scrolls(up) && /auto|scroll/.test(getComputedStyle(up).overflowX)) || isReached(up);
    };
    const isSaid = (element: Element) =>
      [...element.childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
      );
    const edgeOf = (element: Element): string | undefined => {
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (/hidden|clip/.test(overflowX) && textOverflow !== "ellipsis" && scrolls(element))
        return "Its box";
      const { left, right } = element.getBoundingClientRect();
      const isOut = right > window.innerWidth + 1 || left < -1;
      return isOut && !isReached(element) ? "The window's edge" : undefined;
    };
    const wrong = new Set<string>();
    for (const element of [document.documentElement, ...document.querySelectorAll(".page")])
      if (scrolls(element)) wrong.add(`The page scrolls sideways to ${element.scrollWidth} px`);
    for (const element of document.querySelectorAll("#page *")) {
      if (!isSaid(element) || element.closest("svg, .unseen") || !element.checkVisibility())
        continue;
      const edge = edgeOf(element);
      if (edge) wrong.add(`${edge} cuts "${element.textContent?.trim().slice(0, 60)}"`);
    }
    return [...wrong];
  });
}

/** Texts of the picture in sight with too little contrast to what lies under them: axe looks at no text in SVG. */
export function faintTexts(place: Page | Frame): Promise<readonly string[]> {
  return place.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number];
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const known = new Map<string, Colour>();
    const colourOf = (written: string): Colour => {
      const before = known.get(written);
      if (before !== undefined || canvas === null) return before ?? [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = written;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
      const colour: Colour = [red, green, blue, alpha / 255];
      known.set(written, colour);
      return colour;
    };
    const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => [
      r * a + red * (1 - a),
      g * a + green * (1 - a),
      b * a + blue * (1 - a),
      1,
    ];
    const light = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
        part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: Colour, other: Colour) => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    /** What an element paints at a point: nothing where it has only lines or a pattern. */
    const paintOf = (element: Element): Colour => {
      const style = getComputedStyle(element);
      if (!(element instanceof SVGGeometryElement)) {
        return element instanceof SVGElement ? [0, 0, 0, 0] : colourOf(style.backgroundColor);
      }
      if (element.matches("line") || !/^(?:rgb|color|#)/.test(style.fill)) return [0, 0, 0, 0];
      const [red, green, blue, alpha] = colourOf(style.fill);
      return [red, green, blue, alpha * Number(style.fillOpacity) * Number(style.opacity)];
    };
    /** What lies under a text at a point; undefined where something lies over it. */
    const groundAt = (x: number, y: number, text: Element): Colour | undefined => {
      const stack = document.elementsFromPoint(x, y);
      const at = stack.findIndex((one) => text.contains(one));
      const paints = stack.map(paintOf);
      if (at < 0 || paints.slice(0, at).some(([, , , alpha]) => alpha > 0)) return undefined;
      const below = paints.slice(at + 1);
      const solid = below.findIndex(([, , , alpha]) => alpha === 1);
      return below.slice(0, solid + 1).reduceRight((ground, paint) => over(paint, ground));
    };
    const wrong: string[] = [];
    for (const text of document.querySelectorAll("svg text")) {
      const box = text.getBoundingClientRect();
      const [x, y] = [box.left + Math.min(4, box.width / 2), box.top + box.height / 2];
      const style = getComputedStyle(text);
      const under = box.width === 0 ? undefined : groundAt(x, y, text);
      if (under === undefined) continue;
      const halo = style.paintOrder.startsWith("stroke") && style.stroke !== "none";
      const ground = halo ? colourOf(style.stroke) : under;
      const [red, green, blue, alpha] = colourOf(style.fill);
      const found = contrast(
        over([red, green, blue, alpha * Number(style.opacity)], ground),
        ground,
      );
      if (found < 4.45) wrong.push(`${found.toFixed(2)}: "${text.textContent?.slice(0, 40)}"`);
    }
    return [...new Set(wrong)];
  });
}
