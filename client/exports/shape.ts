// What a picture is made of, for formats that know no SVG: boxes, discs, outlines and lines of text, in px.

/** Strokes at 45° over the whole of a shape, 6 px apart, in this colour. */
export interface Hatch {
  readonly hatch: string;
}

export interface Paint {
  /** A colour as `#RRGGBB`; nothing where it is not filled. */
  readonly fill?: string | Hatch;
  /** From 0 to 1. */
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  /** In px; 0 without a stroke. */
  readonly strokeWidth: number;
  readonly dashes?: readonly number[];
  readonly cap?: "round" | "square";
  readonly join?: "round";
}

/** What all shapes have. */
export interface Spoken {
  /** What the innermost group round it says in words. */
  readonly says?: string;
}

export interface BoxShape extends Paint, Spoken {
  readonly is: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export interface DiscShape extends Paint, Spoken {
  readonly is: "disc";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A straight or curved outline; all points are absolute. */
export type PathStep =
  | readonly ["M" | "L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

export interface PathShape extends Paint, Spoken {
  readonly is: "path";
  readonly steps: readonly PathStep[];
}

/** One line of text. */
export interface TextShape extends Spoken {
  readonly is: "text";
  readonly text: string;
  /** Of its start, or of its end where it is anchored there. */
  readonly x: number;
  readonly baseline: number;
  readonly anchor: "start" | "middle" | "end";
  /** In px. */
  readonly size: number;
  readonly weight: number;
  readonly fill: string;
  /** The colour of the ground round it, 3.5 px wide in all. */
  readonly halo?: string;
  readonly struck?: true;
  /** It runs from right to left. */
  readonly rtl?: true;
  /** Numbers in tabular figures. */
  readonly figures?: true;
}

export type DrawnShape = BoxShape | DiscShape | PathShape | TextShape;

/** A picture as shapes, the first at the bottom. */
export interface Shapes {
  readonly width: number;
  readonly height: number;
  /** What it says as a whole. */
  readonly says: string;
  readonly shapes: readonly DrawnShape[];
}
