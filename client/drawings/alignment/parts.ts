// Pieces of a long picture → parts by stretch, of which only those in sight are drawn.
import { h } from "preact";
import type { PicturePart, Room } from "../drawing.ts";

/** Something small that is drawn. */
export type DrawnPiece = Omit<PicturePart, "key">;

const stretch = 480;

/**
 * Pieces that lie near each other as one part; one that reaches further is a part of its own, and where
 * all is drawn each of them.
 */
export function partsOfPieces(
  name: string,
  pieces: readonly DrawnPiece[],
  { still }: Pick<Room, "still">,
): readonly PicturePart[] {
  if (still) return pieces.map((piece, index) => ({ ...piece, key: `${name}:${index}` }));
  const near = new Map<number, DrawnPiece[]>();
  const far: PicturePart[] = [];
  for (const piece of pieces) {
    const at = Math.floor(piece.top / stretch);
    if (piece.bottom - piece.top > stretch) {
      far.push({ ...piece, key: `${name}:far:${far.length}` });
      continue;
    }
    const known = near.get(at);
    if (known === undefined) near.set(at, [piece]);
    else known.push(piece);
  }
  const parts = [...near].map(
    ([at, some]): PicturePart => ({
      key: `${name}:${at}`,
      top: some.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
      bottom: some.reduce((most, { bottom }) => Math.max(most, bottom), 0),
      draw: () => some.map(({ draw }, index) => h("g", { key: index }, draw())),
    }),
  );
  return [...far, ...parts];
}
