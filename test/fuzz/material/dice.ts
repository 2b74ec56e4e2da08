// A seed → dice that fall the same on every machine and every run.

export interface Dice {
  /** From 0 up to, but without, a number. */
  below(limit: number): number;
  /** Whether something happens that happens once in so many times. */
  once(times: number): boolean;
  /** One of some values. */
  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T;
  /** So many values, made one by one. */
  many<T>(count: number, make: () => T): readonly T[];
}

/** Dice for a seed: neighbouring seeds have nothing in common. */
export function diceOf(seed: number): Dice {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  // Mulberry32: small, and even enough for this.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => (limit <= 1 ? 0 : next() % limit);
  return {
    below,
    once: (times) => below(times) === 0,
    pick: (values) => {
      const found = values[below(values.length)];
      if (found === undefined) throw new Error("There is nothing to pick from.");
      return found;
    },
    many: (count, make) => Array.from({ length: count }, make),
  };
}
