// What is carried, and where → the place under it, the next one for a key, and where its label stands.
import { expect, test } from "vitest";
import type { Drop, DropPlace, PictureMark } from "../../client/drawings/drawing.ts";
import { scrollStep } from "../../client/preview/edge-scroll.ts";
import { labelPlace } from "../../client/preview/point-label.tsx";
import {
  type Carried,
  carriedOn,
  placeAt,
  placeNext,
  saidOfCarried,
  toneOfCarried,
} from "../../client/preview/stage/carried.ts";

/** Each letter is a place of 40 × 30 px. */
const places: readonly DropPlace[] = ["abc", "def", "ghi"].flatMap((line, row) =>
  [...line].map((key, column) => ({ key, x: column * 40, y: row * 30, width: 40, height: 30 })),
);

test("a place begins at its edge and ends before that of the next one", () => {
  expect(placeAt(places, 39.9, 10)?.key).toBe("a");
  expect(placeAt(places, 40, 30)?.key).toBe("e");
  expect(placeAt(places, -1, 10)).toBeUndefined();
});

test("of places that lie over each other the last is meant", () => {
  expect(placeAt([...places, { key: "top", x: 0, y: 0, width: 20, height: 20 }], 10, 10)?.key).toBe(
    "top",
  );
});

test("arrows go from place to place, and begin in the middle", () => {
  expect(placeNext(places, "e", "ArrowUp")?.key).toBe("b");
  expect(placeNext(places, "e", "ArrowRight")?.key).toBe("f");
  expect(placeNext(places, "c", "ArrowRight")).toBeUndefined();
  expect(placeNext(places, undefined, "ArrowUp")?.key).toBe("e");
  expect(placeNext([], undefined, "ArrowUp")).toBeUndefined();
});

const mark: PictureMark = {
  ...{ key: "risk", x: 0, y: 0, width: 10, height: 10, sentence: "A risk" },
  drags: { x: 5, y: 5, width: 10, height: 10, draw: () => null },
};
const held: Carried = { mark: "risk", by: "pointer", x: 5, y: 5, state: "held" };
const drop: Drop = { says: "Severity 9", warns: true };

test("with a new picture it is carried on, as long as it is there and can be dragged", () => {
  const over = { ...held, place: places[4] };
  const dropped = () => drop;
  const on = carriedOn(over, new Map([["risk", mark]]), places, dropped);
  expect([on?.place?.key, on?.drop]).toEqual(["e", drop]);
  expect(carriedOn(over, new Map([["risk", mark]]), [], dropped)?.drop).toBeUndefined();
  expect(carriedOn(over, new Map(), places, dropped)).toBeUndefined();
  const still = new Map([["risk", { ...mark, drags: undefined }]]);
  expect(carriedOn(over, still, places, dropped)).toBeUndefined();
});

test("a label says what dropping it means, or why it goes back", () => {
  expect([saidOfCarried(held), toneOfCarried(held)]).toEqual(["Here nothing changes", undefined]);
  const over = { ...held, drop };
  expect([saidOfCarried(over), toneOfCarried(over)]).toEqual(["Severity 9", "amber"]);
  const back: Carried = { ...over, state: { refused: "The text has moved on." } };
  expect([saidOfCarried(back), toneOfCarried(back)]).toEqual(["The text has moved on.", "red"]);
});

test("the label stands above, below where there is no room, and always in the window", () => {
  const room = { width: 400, height: 300 };
  const size = { width: 100, height: 20 };
  const at = (x: number, y: number) =>
    labelPlace({ left: x, right: x, top: y - 5, bottom: y + 5 }, size, room);
  expect(at(200, 150)).toEqual({ left: 150, top: 115 });
  expect(at(200, 20)).toEqual({ left: 150, top: 35 });
  expect(at(0, 150).left).toBe(8);
  expect(at(400, 150).left).toBe(292);
  expect(labelPlace({ left: 0, right: 0, top: 0, bottom: 290 }, size, room).top).toBe(272);
});

test("near an edge it scrolls, the faster the nearer, and outside no faster", () => {
  expect(scrollStep(200, 200)).toBe(0);
  expect(scrollStep(40, 300)).toBeLessThan(0);
  expect(scrollStep(4, 300)).toBeLessThan(scrollStep(40, 300));
  expect(scrollStep(-50, 300)).toBe(scrollStep(0, 300));
  expect(scrollStep(300, 4)).toBe(-scrollStep(4, 300));
});
