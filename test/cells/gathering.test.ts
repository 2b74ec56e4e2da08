// Keys that come and go, and what is found for each → the few lists that are not empty, in the order of the keys.
import { expect, test } from "vitest";
import { Engine, Input, Live } from "../../server/cells/engine.ts";
import { seldom } from "../../server/cells/gathering.ts";

class Shelf extends Live {
  readonly boxes: Input<readonly string[]>;
  readonly #holes = new Map<string, Input<readonly string[]>>();

  constructor(...boxes: readonly string[]) {
    super(new Engine());
    this.boxes = new Input(this.engine, boxes);
  }

  holesOf(box: string): Input<readonly string[]> {
    const known = this.#holes.get(box) ?? new Input(this.engine, []);
    this.#holes.set(box, known);
    return known;
  }
}

let looked: string[] = [];

const holes = seldom<Shelf, string, string>({
  keys: (shelf) => shelf.boxes.get(),
  find: (shelf, box) => {
    looked.push(box);
    return shelf.holesOf(box).get();
  },
});

/** What is found, and behind it the boxes that were looked into for it. */
function check(shelf: Shelf): string {
  looked = [];
  shelf.engine.settle();
  const found = holes(shelf).join(", ");
  return `${found}; ${looked.join(" ")}`;
}

test("only what has changed is looked at again, and what is found stands in order", () => {
  const shelf = new Shelf("a", "b", "c");
  expect(check(shelf)).toBe("; a b c");
  shelf.holesOf("c").set(["small"]);
  expect(check(shelf)).toBe("small; c");
  shelf.holesOf("a").set(["large", "round"]);
  expect(check(shelf)).toBe("large, round, small; a");
  expect(check(shelf)).toBe("large, round, small; ");
  shelf.holesOf("a").set([]);
  expect(check(shelf)).toBe("small; a");
});

test("keys come and go", () => {
  const shelf = new Shelf("a", "b");
  shelf.holesOf("b").set(["small"]);
  expect(check(shelf)).toBe("small; a b");
  shelf.boxes.set(["b", "c", "a"]);
  shelf.holesOf("a").set(["large"]);
  expect(check(shelf)).toBe("small, large; a c");
  shelf.boxes.set(["a"]);
  expect(check(shelf)).toBe("large; ");
});
