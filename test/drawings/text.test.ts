// Texts by their measure: what fits, where they are cut, which way they run.
import { expect, test } from "vitest";
import { interWidth, shorten, textDirection } from "../../client/drawings/text.ts";

test("a text is cut between graphemes, with an ellipsis, and never below six characters", () => {
  const cut = (text: string, width: number) => shorten(text, width, 13, 400, interWidth);
  expect(cut("Mobile app relaunch", 300)).toBe("Mobile app relaunch");
  expect(cut("Mobile app relaunch", 90)).toBe("Mobile app r…");
  expect(cut("Mobile app relaunch", 30)).toBe("");
  const family = "👩‍👩‍👧‍👦";
  const families = cut(family.repeat(20), 120);
  expect(families.replaceAll(family, "")).toBe("…");
});

test("what is cut fits", () => {
  for (const width of [60, 80, 100, 140]) {
    const text = shorten("Eine sehr lange Überschrift mit Umlauten", width, 13, 600, interWidth);
    expect(interWidth(text, 13, 600)).toBeLessThanOrEqual(width);
  }
});

test("Chinese and Japanese take a whole em, marks nothing", () => {
  expect(interWidth("顧客", 10, 400)).toBe(20);
  expect(interWidth("e\u0301", 10, 400)).toBe(interWidth("e", 10, 400));
});

test("a text runs as its first strong letter does", () => {
  expect(textDirection("Cloud")).toBe("ltr");
  expect(textDirection("2026: سحابة")).toBe("rtl");
  expect(textDirection("120")).toBe("ltr");
});
