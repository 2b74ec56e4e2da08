// Programs and something to time → samples of each, taken in turns, so that a noisy machine is as noisy for all.

/** What was measured, in columns that can be compared: as a rule one a peer. */
export interface Measured {
  readonly what: string;
  readonly unit: "ms" | "MB";
  readonly columns: ReadonlyMap<string, Column>;
  readonly goals: readonly Goal[];
}

/** Samples; without any, why there are none. */
export interface Column {
  readonly samples: readonly number[];
  readonly failure?: string;
}

/** The median of `of` is at most `most`, or at most so many times that of `than`. */
export interface Goal {
  readonly of: string;
  readonly than?: string;
  readonly most: number;
}

export interface Effort {
  /** So many samples of each are enough. */
  readonly runs: number;
  /** When so much time has passed, what is there is enough. */
  readonly seconds: number;
}

/** The fewest samples, where each takes long. */
const fewest = 2;
/** So many come first, and do not count. */
const warm = 2;

/** Times all in turns: A B A B. Who fails once is asked no more. */
export async function inTurns<One>(
  all: ReadonlyMap<string, One>,
  { runs, seconds }: Effort,
  time: (one: One, turn: number) => Promise<number>,
): Promise<ReadonlyMap<string, Column>> {
  const samples = new Map([...all.keys()].map((name) => [name, [] as number[]]));
  const failures = new Map<string, string>();
  const start = performance.now();
  const isOver = (turn: number) =>
    turn >= runs + warm || (turn >= fewest + warm && performance.now() - start > seconds * 1000);
  // What is typed in one turn is taken back in the next: there is an even number of them.
  for (let turn = 0; turn % 2 === 1 || !isOver(turn); turn++) {
    for (const [name, one] of all) {
      if (failures.has(name)) continue;
      try {
        const took = await time(one, turn);
        if (turn >= warm) samples.get(name)?.push(took);
      } catch (error) {
        failures.set(name, error instanceof Error ? error.message : String(error));
      }
    }
  }
  return new Map(
    [...samples].map(([name, taken]) => {
      const failure = failures.get(name);
      return [name, { samples: taken, ...(failure !== undefined && { failure }) }];
    }),
  );
}

/** The middle of the samples; undefined where something failed. */
export function median({ samples, failure }: Column): number | undefined {
  if (failure !== undefined || samples.length === 0) return undefined;
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** The spread of the middle half of the samples. */
export function quartiles({ samples }: Column): readonly [number, number] {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? 0;
  return [at(0.25), at(0.75)];
}
