// Changes, faults and days → how often the strategy is drawn, and what pages are told.
import { expect, test } from "vitest";
import { createPicture } from "../../client/cli/preview/picture.ts";
import type { HostMessage } from "../../server/protocol.ts";

const said = (details: string): HostMessage => ({ type: "error", view: "roadmap", details });
const drawing = (sentence: string) => ({ draw: () => said(sentence) });

test("the strategy is loaded once for all who look, and once more for all who ask meanwhile", async () => {
  let draws = 0;
  const picture = createPicture(
    drawing("0"),
    async () => drawing(String(++draws)),
    () => "Monday",
  );
  for (let page = 0; page < 300; page++) picture.messages("roadmap");
  expect(draws).toBe(0);
  await Promise.all(Array.from({ length: 300 }, () => picture.redraw()));
  expect(draws).toBeLessThanOrEqual(2);
  expect(picture.messages("roadmap")).toEqual([said(String(draws))]);
});

test("a strategy that cannot be drawn leaves the last good drawing, and a word behind it", async () => {
  let fault: Error | undefined = new Error("There is no strategy.");
  const draw = async () => {
    if (fault) throw fault;
    return drawing("new");
  };
  const picture = createPicture(drawing("old"), draw, () => "Monday");
  await picture.redraw();
  expect(picture.messages("roadmap")).toEqual([
    said("old"),
    { type: "stale", sentence: "There is no strategy." },
  ]);
  fault = undefined;
  await picture.redraw();
  expect(picture.messages("roadmap")).toEqual([said("new")]);
});

test("on another day the drawing is an old one", async () => {
  let day = "Monday";
  const picture = createPicture(
    drawing("old"),
    async () => drawing("new"),
    () => day,
  );
  expect(picture.isOld()).toBe(false);
  day = "Tuesday";
  expect(picture.isOld()).toBe(true);
  await picture.redraw();
  expect(picture.isOld()).toBe(false);
});
