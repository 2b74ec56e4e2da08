// Samples taken in turns → their medians and the goals: the order, who is left out, and what holds.
import { expect, test } from "vitest";
import { goals } from "./table.ts";
import { inTurns, median } from "./turns.ts";

const pair = new Map([
  ["a", "A"],
  ["b", "B"],
]);

test("programs take turns, and what is typed is taken back", async () => {
  const asked: string[] = [];
  const columns = await inTurns(pair, { runs: 3, seconds: 60 }, async (one, turn) => {
    asked.push(`${one}${turn}`);
    return turn;
  });
  // Two do not count, and the third that does is followed by one that takes it back.
  expect(asked.join(" ")).toBe("A0 B0 A1 B1 A2 B2 A3 B3 A4 B4 A5 B5");
  expect(columns.get("b")).toEqual({ samples: [2, 3, 4, 5] });
});

test("a slow program takes its own share of the time, and not that of the others", async () => {
  let clock = 0;
  const time = async (one: string) => {
    const took = one === "A" ? 6000 : 100;
    clock += took;
    return took;
  };
  const columns = await inTurns(pair, { runs: 10, seconds: 20 }, time, () => clock);
  expect(columns.get("a")?.samples).toHaveLength(2);
  expect(columns.get("b")?.samples).toHaveLength(10);
});

test("who fails is asked no more, and has no median", async () => {
  const columns = await inTurns(pair, { runs: 2, seconds: 60 }, async (one, turn) => {
    if (one === "A" && turn === 3) throw new Error("it ended");
    return turn;
  });
  expect(columns.get("a")).toEqual({ samples: [2], failure: "it ended" });
  expect(median(columns.get("a") ?? { samples: [] })).toBeUndefined();
  expect(median(columns.get("b") ?? { samples: [] })).toBe(2.5);
});

test("a goal holds, does not, or was not measured", () => {
  const columns = new Map([
    ["strategy", { samples: [4] }],
    ["echo", { samples: [2] }],
    ["langium", { samples: [200] }],
    ["gone", { samples: [], failure: "it ended" }],
  ]);
  const asked = [
    { of: "strategy", than: "echo", most: 3 },
    { of: "strategy", than: "langium", most: 1 / 100 },
    { of: "strategy", than: "gone", most: 3 },
    { of: "strategy", most: 3 },
  ];
  const rows = goals([{ what: "a key", unit: "ms", columns, goals: asked }])
    .split("\n")
    .slice(2);
  const cells = rows.map((row) =>
    row
      .split("|")
      .map((one) => one.trim())
      .slice(2, 5)
      .join(", "),
  );
  expect(cells).toEqual([
    "≤ 3 × echo, 2.00 ×, yes",
    "≥ 100 × better than langium, 50.0 × better, **no**",
    "≤ 3 × gone, –, not measured",
    "≤ 3 ms, 4.00 ms, **no**",
  ]);
});
