// Programs and something to time → samples of each, taken in turns, so that a noisy machine is as noisy for all.

/** What was measured, in columns that can be compared: as a rule one a peer. */
export interface Measured {
  readonly what: string;
  readonly unit: "ms" | "MB" | "kB";
  /** What the columns are: programs, or sizes of what one program is given, or what it is asked for. */
  readonly by?: "size" | "command";
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
  /** So many come first and do not count: two, where nothing else is said. */
  readonly warm?: number;
}

/** The fewest samples, where each takes long. */
const fewest = 2;

/**
 * Times all in turns: A B A B. Each has its share of the time, so that a slow one does not take it
 * from the others; who fails once is asked no more.
 */
export async function inTurns<One>(
  all: ReadonlyMap<string, One>,
  { runs, seconds, warm = 2 }: Effort,
  time: (one: One, turn: number) => Promise<number>,
  now: () => number = () => performance.now(),
): Promise<ReadonlyMap<string, Column>> {
  const share = (seconds * 1000) / all.size;
  const columns = new Map<string, Column>();
  const going = new Map(
    [...all].map(([name, one]) => [name, { one, samples: [], spent: 0 } as Going<One>]),
  );
  for (let turn = 0; going.size > 0; turn++) {
    for (const [name, state] of going) {
      const { one, samples } = state;
      const start = now();
      try {
        const took = await time(one, turn);
        if (turn >= warm) samples.push(took);
      } catch (error) {
        columns.set(name, {
          samples,
          failure: error instanceof Error ? error.message : `${error}`,
        });
        going.delete(name);
        continue;
      }
      state.spent += now() - start;
      // What is typed in one turn is taken back in the next: there is an even number of them.
      const isEven = turn % 2 === 1;
      const isEnough = samples.length >= runs || (samples.length >= fewest && state.spent > share);
      if (!isEven || !isEnough) continue;
      columns.set(name, { samples });
      going.delete(name);
    }
  }
  return new Map(
    [...all.keys()].flatMap((name) => {
      const column = columns.get(name);
      return column === undefined ? [] : [[name, column]];
    }),
  );
}

interface Going<One> {
  readonly one: One;
  readonly samples: number[];
  spent: number;
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
