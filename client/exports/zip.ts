// A packed file → the same parts packed anew: in the same order and of the same time whenever that is done.
import { unzipSync, zipSync } from "fflate";

/** The first day that an archive can name, in the hours of the machine, in which it is written. */
const time = new Date(1980, 0, 1);

/** The parts in the order of their names, but for the one that must come first; a part may be mended on the way. */
export function repacked(
  bytes: Uint8Array,
  first: string,
  mended: (name: string, part: Uint8Array) => Uint8Array,
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const rank = (name: string) => (name === first ? `0${name}` : `1${name}`);
  const sorted = parts.toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const options = { mtime: time, level: 6 } as const;
  return zipSync(
    Object.fromEntries(sorted.map(([name, part]) => [name, [mended(name, part), options]])),
  );
}
