// The text of a drawn picture → its shapes in px of the picture, one after the other: for formats that know no SVG.
import { SaxesParser } from "saxes";
import svgPath from "svgpath";
import { type ClipBox, clipped } from "./clipped.ts";
import type { DrawnShape, Paint, PathStep, Shapes, Spoken, TextShape } from "./shape.ts";

type Attributes = Partial<
  Readonly<
    Record<
      | "aria-label"
      | "class"
      | "clip-path"
      | "d"
      | "direction"
      | "fill"
      | "fill-opacity"
      | "font-size"
      | "font-weight"
      | "height"
      | "id"
      | "stroke"
      | "stroke-dasharray"
      | "stroke-linecap"
      | "stroke-linejoin"
      | "stroke-opacity"
      | "stroke-width"
      | "text-anchor"
      | "text-decoration"
      | "transform"
      | Measured,
      string
    >
  >
>;
type Measured =
  | "cx"
  | "cy"
  | "height"
  | "r"
  | "rx"
  | "width"
  | "x"
  | "x1"
  | "x2"
  | "y"
  | "y1"
  | "y2";
/** As SVG has it: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];

/** What holds inside of an element. */
interface Inside {
  readonly matrix: Matrix;
  readonly says?: string;
  readonly clip?: ClipBox;
  /** How what is in a group is painted unless it says so itself. */
  readonly painted?: Attributes;
}

/** Reads the SVG of our own drawings; throws where one has an element that is unknown here. */
export function shapesOf(svg: string): Shapes {
  const hatches = new Map<string, string>();
  const shapes: DrawnShape[] = [];
  const around: Inside[] = [{ matrix: [1, 0, 0, 1, 0, 0] }];
  let size = { width: 0, height: 0, says: "" };
  const clips = new Map<string, ClipBox>();
  let pattern: string | undefined;
  let clip: string | undefined;
  let text: { attributes: Attributes; inside: Inside; text: string } | undefined;
  let isTip = false;
  const put = (shape: DrawnShape | undefined, { clip: box }: Inside) => {
    const seen = shape === undefined || box === undefined ? shape : clipped(shape, box);
    if (seen !== undefined) shapes.push(seen);
  };
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, ...tag }) => {
    const outer = around.at(-1);
    const attributes: Attributes = { ...outer?.painted, ...tag.attributes };
    const inside: Inside = {
      ...(name === "g" ? { painted: paintIn(attributes) } : {}),
      matrix: product(outer?.matrix, matrixOf(attributes.transform)),
      ...saysOf(attributes["aria-label"] ?? outer?.says),
      ...clipOf(clips.get(attributes["clip-path"] ?? "") ?? outer?.clip),
    };
    around.push(inside);
    if (name === "svg") {
      const { width, height } = attributes;
      size = { width: Number(width), height: Number(height), says: attributes["aria-label"] ?? "" };
      around[around.length - 1] = { matrix: inside.matrix };
    } else if (name === "pattern") pattern = attributes.id;
    else if (name === "clipPath") clip = attributes.id;
    else if (name === "title") isTip = true;
    else if (name === "text") text = { attributes, inside, text: "" };
    else if (clip !== undefined) clips.set(`url(#${clip})`, boxOf(attributes, inside.matrix));
    else if (pattern !== undefined) {
      if (name === "path") hatches.set(`url(#${pattern})`, attributes.stroke ?? "");
    } else if (name !== "g" && name !== "defs") {
      put(shapeOf(name, attributes, inside, hatches), inside);
    }
  });
  parser.on("text", (characters) => {
    if (text !== undefined && !isTip) text.text += characters;
  });
  parser.on("closetag", ({ name }) => {
    around.pop();
    if (name === "pattern") pattern = undefined;
    if (name === "clipPath") clip = undefined;
    if (name === "title") isTip = false;
    if (name !== "text" || text === undefined) return;
    if (text.text !== "") put(textOf(text.text, text.attributes, text.inside), text.inside);
    text = undefined;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { ...size, shapes };
}

function shapeOf(
  name: string,
  attributes: Attributes,
  { matrix, says }: Inside,
  hatches: ReadonlyMap<string, string>,
): DrawnShape | undefined {
  const scale = scaleOf(matrix);
  const paint = { ...paintOf(attributes, scale, hatches), ...saysOf(says) };
  // What only catches the pointer is not seen.
  if (paint.fill === undefined && paint.stroke === undefined) return undefined;
  const number = (key: Measured) => Number(attributes[key] ?? 0);
  switch (name) {
    case "rect": {
      const [x, y] = moved(matrix, number("x"), number("y"));
      const [width, height] = [number("width") * scale, number("height") * scale];
      if (width <= 0 || height <= 0) return undefined;
      const radius = Math.min(number("rx") * scale, width / 2, height / 2);
      return { is: "box", x, y, width, height, radius, ...paint };
    }
    case "circle": {
      const [x, y] = moved(matrix, number("cx"), number("cy"));
      return { is: "disc", x, y, radius: number("r") * scale, ...paint };
    }
    case "line": {
      const [from, to] = [
        moved(matrix, number("x1"), number("y1")),
        moved(matrix, number("x2"), number("y2")),
      ];
      return {
        is: "path",
        steps: [
          ["M", ...from],
          ["L", ...to],
        ],
        ...paint,
      };
    }
    case "path":
      return { is: "path", steps: stepsOf(attributes.d ?? "", matrix), ...paint };
    default:
      throw new Error(`A drawing has an element that no export knows: <${name}>.`);
  }
}

/** The steps of an outline, absolute, with all that is round as cubic curves. */
function stepsOf(d: string, matrix: Matrix): readonly PathStep[] {
  const steps: PathStep[] = [];
  const path = svgPath(d)
    .abs()
    .unshort()
    .unarc()
    .matrix([...matrix])
    .abs();
  path.iterate((segment, _index, x, y) => {
    switch (segment[0]) {
      case "M":
      case "L":
        steps.push([segment[0], segment[1], segment[2]]);
        break;
      case "H":
        steps.push(["L", segment[1], y]);
        break;
      case "V":
        steps.push(["L", x, segment[1]]);
        break;
      case "C":
        steps.push(["C", ...segment.slice(1)] as unknown as PathStep);
        break;
      case "Q": {
        // A quadratic curve is a cubic one whose handles lie two thirds of the way to its own.
        const [, cx, cy, endX, endY] = segment;
        const third = (from: number, to: number) => from + (2 / 3) * (to - from);
        steps.push(["C", third(x, cx), third(y, cy), third(endX, cx), third(endY, cy), endX, endY]);
        break;
      }
      default:
        steps.push(["Z"]);
    }
  });
  return steps;
}

function textOf(text: string, attributes: Attributes, { matrix, says }: Inside): TextShape {
  const [x, baseline] = moved(matrix, Number(attributes.x ?? 0), Number(attributes.y ?? 0));
  const anchor = attributes["text-anchor"];
  return {
    is: "text",
    ...{ text, x, baseline },
    anchor: anchor === "end" || anchor === "middle" ? anchor : "start",
    size: Number(attributes["font-size"] ?? 13) * scaleOf(matrix),
    weight: Number(attributes["font-weight"] ?? 400),
    fill: attributes.fill ?? "#000000",
    ...(attributes.stroke === undefined ? {} : { halo: attributes.stroke }),
    ...(attributes["text-decoration"] === undefined ? {} : { struck: true }),
    ...(attributes.direction === "rtl" ? { rtl: true } : {}),
    ...(attributes.class === "figures" ? { figures: true } : {}),
    ...saysOf(says),
  };
}

function paintOf(
  attributes: Attributes,
  scale: number,
  hatches: ReadonlyMap<string, string>,
): Paint {
  const colour = (value: string | undefined) =>
    value === undefined || value === "none" || value === "transparent" ? undefined : value;
  const written = colour(attributes.fill ?? "#000000");
  const hatch = written === undefined ? undefined : hatches.get(written);
  const fill = hatch === undefined ? written : { hatch };
  const stroke = colour(attributes.stroke);
  const share = (key: "fill-opacity" | "stroke-opacity") =>
    attributes[key] === undefined ? undefined : Number(attributes[key]);
  const [fillOpacity, strokeOpacity] = [share("fill-opacity"), share("stroke-opacity")];
  const dashes = attributes["stroke-dasharray"]?.split(/[\s,]+/).map((one) => Number(one) * scale);
  const cap = attributes["stroke-linecap"];
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(fillOpacity === undefined ? {} : { fillOpacity }),
    ...(stroke === undefined ? {} : { stroke }),
    ...(strokeOpacity === undefined ? {} : { strokeOpacity }),
    strokeWidth: stroke === undefined ? 0 : Number(attributes["stroke-width"] ?? 1) * scale,
    ...(dashes === undefined ? {} : { dashes }),
    ...(cap === "round" || cap === "square" ? { cap } : {}),
    ...(attributes["stroke-linejoin"] === "round" ? { join: "round" } : {}),
  };
}

/** What of a group holds for all that is in it. */
function paintIn(attributes: Attributes): Attributes {
  const own = Object.entries(attributes).filter(([name]) => /^(?:fill|stroke)/.test(name));
  return Object.fromEntries(own);
}

function saysOf(says: string | undefined): Spoken {
  return says === undefined ? {} : { says };
}

function clipOf(clip: ClipBox | undefined): Pick<Inside, "clip"> {
  return clip === undefined ? {} : { clip };
}

function boxOf({ x, y, width, height }: Attributes, matrix: Matrix): ClipBox {
  const [left, top] = moved(matrix, Number(x), Number(y));
  const [right, bottom] = moved(matrix, Number(x) + Number(width), Number(y) + Number(height));
  return { left, top, right, bottom };
}

/** Drawings move and scale, the same in both directions; they turn nothing. */
function matrixOf(transform: string | undefined): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, inside = ""] of transform?.matchAll(/(\w+)\(([^)]*)\)/g) ?? []) {
    const [a = 0, b] = inside.split(/[\s,]+/).map(Number);
    if (name === "translate") matrix = product(matrix, [1, 0, 0, 1, a, b ?? 0]);
    else if (name === "scale") matrix = product(matrix, [a, 0, 0, b ?? a, 0, 0]);
    else if (name === "rotate") matrix = product(matrix, turned(a));
    else throw new Error(`A drawing moves in a way that no export knows: ${transform}.`);
  }
  return matrix;
}

function turned(degrees: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}

function product(outer: Matrix = [1, 0, 0, 1, 0, 0], inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [A, B, C, D, E, F] = inner;
  return [
    a * A + c * B,
    b * A + d * B,
    a * C + c * D,
    b * C + d * D,
    a * E + c * F + e,
    b * E + d * F + f,
  ];
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function scaleOf([a, b]: Matrix): number {
  return Math.hypot(a, b);
}
