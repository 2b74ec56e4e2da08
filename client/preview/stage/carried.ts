// A sign that is taken from its place → where it is carried, and what it would mean to drop it there.
import type { Drop, DropPlace, PictureMark } from "../../drawings/drawing.ts";
import { neighbourOf } from "../neighbours.ts";

export interface Carried {
  /** The key of its mark. */
  readonly mark: string;
  readonly by: "pointer" | "keys";
  /** Where its middle is, in px of the picture. */
  readonly x: number;
  readonly y: number;
  readonly place?: DropPlace | undefined;
  readonly drop?: Drop | undefined;
  /** It is held; or it is dropped, and the new picture has not come yet; or why it goes back. */
  readonly state: "held" | "sent" | { readonly refused: string };
}

/** The place under a point of the picture; of several that lie over each other the last. */
export function placeAt(drops: readonly DropPlace[], x: number, y: number): DropPlace | undefined {
  return drops.findLast(
    (place) =>
      x >= place.x && x < place.x + place.width && y >= place.y && y < place.y + place.height,
  );
}

/** Where an arrow key leads from a place; from nowhere into the middle of all. */
export function placeNext(
  drops: readonly DropPlace[],
  from: string | undefined,
  key: string,
): DropPlace | undefined {
  if (!drops.some((place) => place.key === from)) return drops[Math.floor(drops.length / 2)];
  return neighbourOf(drops, from, key);
}

export function middleOfPlace({ x, y, width, height }: DropPlace) {
  return { x: x + width / 2, y: y + height / 2 };
}

/** What is said of it: what dropping it would mean, or why it goes back. */
export function saidOfCarried({ state, drop }: Carried): string {
  if (typeof state === "object") return state.refused;
  return drop?.says ?? "Here nothing changes";
}

/** How it is said: something is wrong with it, or against a rule. */
export function toneOfCarried({ state, drop }: Carried): "red" | "amber" | undefined {
  if (typeof state === "object") return "red";
  return drop?.warns ? "amber" : undefined;
}

/** The same once there is another picture; undefined where what is carried is there no more. */
export function carriedOn(
  carried: Carried,
  marks: ReadonlyMap<string, PictureMark>,
  drops: readonly DropPlace[],
  dropped: (mark: string, place: string) => Drop | undefined,
): Carried | undefined {
  if (marks.get(carried.mark)?.drags === undefined) return undefined;
  const place = drops.find(({ key }) => key === carried.place?.key);
  return { ...carried, place, drop: place && dropped(carried.mark, place.key) };
}
