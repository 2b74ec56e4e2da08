// A list that was gathered → the same to be kept: one that has grown has room to spare, a copy has none.

const none: readonly never[] = [];

/** Those that are empty are one. */
export function compact<One>(list: readonly One[]): readonly One[] {
  return list.length === 0 ? none : list.slice();
}
