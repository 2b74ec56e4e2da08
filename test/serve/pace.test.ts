// Moments at which work is wished for → when it is done, and how often.
import { afterEach, expect, test, vi } from "vitest";
import { afterBurst, createPace } from "../../server/serve/pace.ts";

afterEach(() => void vi.useRealTimers());

/** How long each piece of work is put off that is wished for at a moment and takes so long, in milliseconds. */
function check(...works: readonly (readonly [at: number, takes: number])[]): readonly number[] {
  let now = 0;
  const pace = createPace(() => now);
  return works.map(([at, takes]) => {
    now = Math.max(now, at);
    const wait = pace.wait();
    now += wait;
    pace.timed(() => {
      now += takes;
    });
    return wait;
  });
}

test("the first is done at once, however long it takes", () => {
  expect(check([0, 9000])).toEqual([0]);
});

test("what comes after a rest as long as the work is done at once", () => {
  expect(check([0, 40], [80, 40], [1000, 5], [1010, 5])).toEqual([0, 0, 0, 0]);
});

test("what is quick is done at every key", () => {
  expect(check([0, 5], [5, 15], [20, 5], [25, 5])).toEqual([0, 0, 0, 0]);
});

test("what comes sooner waits for the rest of it, and never very long", () => {
  expect(check([0, 40], [50, 1])).toEqual([0, 30]);
  expect(check([0, 9000], [9001, 1])).toEqual([0, 99]);
});

test("work that breaks counts as work", () => {
  let now = 0;
  const pace = createPace(() => now);
  const broken = () =>
    pace.timed(() => {
      now += 20;
      throw new Error("Broken.");
    });
  expect(broken).toThrow("Broken.");
  expect(pace.wait()).toBe(20);
});

test("a burst is met once, and a wish that comes with the work is met again", () => {
  vi.useFakeTimers();
  let count = 0;
  const wish = afterBurst(() => {
    count++;
    if (count === 1) wish();
  });
  for (let call = 0; call < 5; call++) wish();
  expect(count).toBe(0);
  vi.runAllTimers();
  expect(count).toBe(2);
});
