// Keys of which something is asked, and changes of what it rests on → the keys that are asked for again.
import { expect, test } from "vitest";
import { Engine, Input } from "../../server/cells/engine.ts";
import { Watch } from "../../server/cells/watch.ts";

function check() {
  const engine = new Engine();
  const prices = new Map(["tea", "milk"].map((name) => [name, new Input(engine, 1)]));
  const factor = new Input(engine, 2);
  const watch = new Watch(engine, (name: string) => {
    const price = prices.get(name);
    if (price === undefined) throw new Error(`Nobody sells ${name}.`);
    return price.get() * factor.get();
  });
  const changes = () => [...watch.changes()].map(([name, sum]) => `${name} ${sum}`);
  return { prices, factor, watch, changes };
}

test("all keys are asked for once, and again only those that rest on what has changed", () => {
  const { prices, factor, watch, changes } = check();
  watch.keep(["tea", "milk"]);
  expect(changes()).toEqual(["tea 2", "milk 2"]);
  expect(changes()).toEqual([]);
  prices.get("tea")?.set(5);
  expect(changes()).toEqual(["tea 10"]);
  factor.set(3);
  expect(changes().toSorted()).toEqual(["milk 3", "tea 15"]);
});

test("keys come and go", () => {
  const { prices, watch, changes } = check();
  watch.keep(["tea"]);
  expect(changes()).toEqual(["tea 2"]);
  watch.keep(["tea", "milk"]);
  expect(changes()).toEqual(["milk 2"]);
  watch.keep(["milk"]);
  prices.get("tea")?.set(5);
  prices.get("milk")?.set(5);
  expect(changes()).toEqual(["milk 10"]);
});

test("a key that breaks is asked for again", () => {
  const { prices, watch, changes } = check();
  watch.keep(["coffee"]);
  expect(changes).toThrow("Nobody sells coffee.");
  const milk = prices.get("milk");
  if (milk !== undefined) prices.set("coffee", milk);
  expect(changes()).toEqual(["coffee 2"]);
});
