// A box, a disc or an outline → XML of where it lies and what its form is.
import type { DrawnShape, PathShape, PathStep, TextShape } from "../shape.ts";
import { extentOf, type ShapeExtent } from "./extent.ts";
import { emu } from "./units.ts";
import { element } from "./xml.ts";

type Solid = Exclude<DrawnShape, TextShape>;

/** Where a shape lies and its form, as they stand at the start of its properties. */
export function geometryXml(shape: Solid): string {
  const bounds = extentOf(shape);
  if (shape.is === "disc") return placeXml(bounds) + presetXml("ellipse");
  if (shape.is === "path") {
    if (isLine(shape)) return placeXml(bounds, flipsOf(shape)) + presetXml("line");
    return placeXml(bounds) + outlineXml(shape.steps, bounds);
  }
  const { width, height, radius } = shape;
  if (radius <= 0) return placeXml(bounds) + presetXml("rect");
  const share = Math.min(50_000, Math.round((radius / Math.min(width, height)) * 100_000));
  const round = element("a:gd", { name: "adj", fmla: `val ${share}` });
  return placeXml(bounds) + presetXml("roundRect", round);
}

/** A straight line from one point to another. */
export function isLine({ steps }: PathShape): boolean {
  return steps.length === 2 && steps[1]?.[0] === "L";
}

/** Where something lies: two edges that are drawn at the same place are the same number. */
export function placeXml(
  { left, top, right, bottom }: ShapeExtent,
  flips: Readonly<Record<string, string>> = {},
  name = "a:xfrm",
  inside = "",
): string {
  const [x, y] = [emu(left), emu(top)];
  return element(
    name,
    flips,
    element("a:off", { x, y }),
    element("a:ext", { cx: emu(right) - x, cy: emu(bottom) - y }),
    inside,
  );
}

export function presetXml(name: "ellipse" | "line" | "rect" | "roundRect", guides = ""): string {
  return element("a:prstGeom", { prst: name }, element("a:avLst", {}, guides));
}

/** A line leads from the upper left to the lower right, unless it is flipped. */
function flipsOf({ steps: [from, to] }: PathShape): Readonly<Record<string, string>> {
  const rises = Number(from?.[2]) > Number(to?.[2]);
  return rises === Number(from?.[1]) > Number(to?.[1]) ? {} : { flipV: "1" };
}

function outlineXml(steps: readonly PathStep[], { left, top, right, bottom }: ShapeExtent): string {
  const [x0, y0] = [emu(left), emu(top)];
  const points = (numbers: readonly number[]) => {
    const found: string[] = [];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      const [x = 0, y = 0] = numbers.slice(at, at + 2);
      found.push(element("a:pt", { x: emu(x) - x0, y: emu(y) - y0 }));
    }
    return found;
  };
  const drawn = steps.map(([name, ...numbers]) =>
    element(`a:${stepNames[name]}`, {}, points(numbers)),
  );
  return element(
    "a:custGeom",
    {},
    ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"].map((name) => element(name)),
    element("a:rect", { l: "0", t: "0", r: "r", b: "b" }),
    element("a:pathLst", {}, element("a:path", { w: emu(right) - x0, h: emu(bottom) - y0 }, drawn)),
  );
}

const stepNames = { M: "moveTo", L: "lnTo", C: "cubicBezTo", Z: "close" } as const;
