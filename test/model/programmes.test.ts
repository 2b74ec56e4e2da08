// Initiatives in initiatives and `part-of` → programmes, their parts, and what they hand down.
import { expect, test } from "vitest";
import { ownerOf } from "../../server/model/owner.ts";
import {
  allParts,
  countedParts,
  inheritedChoice,
  isProgrammeDoubtful,
  partsOf,
  programmeOf,
  withoutParts,
  withProgrammes,
} from "../../server/model/programmes.ts";
import { closedAs, isClosed, isCommitted, isDecided, isOpen } from "../../server/model/status.ts";
import { universeOf } from "../workspace.ts";

const plan = `
  initiative cloud { owner: cio type: transform priority: must framework: agile
    initiative network {
      initiative cables { owner: head-of-cables type: run }
    }
    initiative dropped { status: cancelled }
  }
  initiative desks { part-of: cloud }
  initiative alone { owner: cto }
`;

const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

test("an initiative in an initiative, or one that says so, is a part of it", () => {
  const { all, entity } = universeOf(plan);
  expect(names(partsOf(all, entity("cloud")))).toEqual(["network", "dropped", "desks"]);
  expect(names(countedParts(all, entity("cloud")))).toEqual(["network", "desks"]);
  expect(names(allParts(all, entity("cloud"))).toSorted()).toEqual([
    "cables",
    "desks",
    "dropped",
    "network",
  ]);
  expect(names(withProgrammes(all, entity("cables")))).toEqual(["cables", "network", "cloud"]);
  expect(programmeOf(all, entity("cloud"))).toBeUndefined();
});

test("sums and counts take a programme, not its parts beside it", () => {
  const { all, entity } = universeOf(plan);
  const some = ["cables", "cloud", "alone", "desks"].map((name) => entity(name));
  expect(names(withoutParts(all, some))).toEqual(["cloud", "alone"]);
  expect(names(withoutParts(all, some.slice(0, 1)))).toEqual(["cables"]);
});

test("what a part does not write it has from its programme", () => {
  const { all, entity } = universeOf(plan);
  const types = ["cloud", "network", "cables", "desks", "alone"].map((name) =>
    inheritedChoice(all, entity(name), "type"),
  );
  expect(types).toEqual(["transform", "transform", "run", "transform", undefined]);
  const owners = ["network", "cables", "desks", "alone"].map(
    (name) => ownerOf(all, entity(name))?.name,
  );
  expect(owners).toEqual(["cio", "head-of-cables", "cio", "cto"]);
});

test("a choice that is not understood hides that of the programme", () => {
  const { all, entity } = universeOf(
    "initiative a { type: run initiative b { type: rn initiative c { owner: cio } } }",
  );
  expect(inheritedChoice(all, entity("c"), "type")).toBeUndefined();
});

test("a part of closed work is closed, as its programme is", () => {
  const { all, entity } = universeOf(`
    initiative done { status: completed
      initiative a { status: active
        initiative deep { owner: cio }
      }
      initiative stopped { status: cancelled }
    }
    initiative off { status: cancelled
      initiative b { status: planned }
      initiative ready { status: completed }
    }
    initiative idea { status: proposed
      initiative c { owner: cio }
      initiative d { status: active }
    }
    initiative odd { status: compleet
      initiative e { owner: cio }
    }
  `);
  const told = (name: string) => {
    const one = entity(name);
    const words = [
      isOpen(all, one) && "open",
      isClosed(all, one) && "closed",
      isCommitted(all, one) && "committed",
      isDecided(all, one) && "decided",
      closedAs(all, one),
    ];
    return words.filter((word) => word).join(" ");
  };
  const found = "a deep stopped b ready c d e".split(" ").map((name) => [name, told(name)]);
  expect(Object.fromEntries(found)).toEqual({
    a: "closed decided completed",
    deep: "closed decided completed",
    stopped: "closed cancelled",
    b: "closed cancelled",
    ready: "closed decided completed",
    c: "open",
    d: "open committed decided",
    e: "",
  });
});

test("the reference that closes a circle is ignored", () => {
  const { all, entity } = universeOf(`
    initiative a { part-of: b }
    initiative b { part-of: c }
    initiative c { part-of: a }
    initiative self { part-of: self }
    initiative outer { part-of: inner
      initiative inner { owner: cio }
    }
  `);
  expect(["a", "b", "c"].map((name) => programmeOf(all, entity(name))?.name)).toEqual([
    "b",
    "c",
    undefined,
  ]);
  expect(programmeOf(all, entity("self"))).toBeUndefined();
  expect(programmeOf(all, entity("inner"))?.name).toBe("outer");
  expect(programmeOf(all, entity("outer"))).toBeUndefined();
});

test("what is faulty hides what belongs together", () => {
  const { all, entity } = universeOf(`
    initiative a { initiativ b { owner: cio } }
    initiative c { part-of: nothing-like-it }
    initiative d { owner: cio }
  `);
  const doubts = ["a", "c", "d"].map((name) => isProgrammeDoubtful(all, entity(name)));
  expect(doubts).toEqual([true, true, false]);
});
