// A function of an object → the same function, computed once per object: the one cache, by identity.

/**
 * Remembers what `make` gave for each object as long as the object lives. Since everything that is
 * derived hangs on an immutable object, nothing ever has to be invalidated.
 */
export function memo<Key extends object, Result>(make: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.result;
    const result = make(key);
    known.set(key, { result });
    return result;
  };
}

/** The same for a function of an object within a whole: remembered as long as the whole lives. */
export function memoIn<Whole extends object, Key, Result>(
  make: (whole: Whole, key: Key) => Result,
): (whole: Whole, key: Key) => Result {
  const results = memo((_whole: Whole) => new Map<Key, { readonly result: Result }>());
  return (whole, key) => {
    const known = results(whole);
    const found = known.get(key);
    if (found !== undefined) return found.result;
    const result = make(whole, key);
    known.set(key, { result });
    return result;
  };
}

/**
 * The same where `make` asks for the results of the neighbours to which `next` leads: these are made
 * first, so that no call stack is as deep as a chain is long. `next` must not lead round in a circle.
 */
export function memoAlong<Whole extends object, Key extends object, Result>(
  next: (whole: Whole, key: Key) => Iterable<Key>,
  make: (whole: Whole, key: Key) => Result,
): (whole: Whole, key: Key) => Result {
  const results = memo((_whole: Whole) => new Map<Key, { readonly result: Result }>());
  return (whole, key) => {
    const known = results(whole);
    const found = known.get(key);
    if (found !== undefined) return found.result;
    const entered = new Set<Key>();
    const work = [key];
    for (let one = work.at(-1); one !== undefined; one = work.at(-1)) {
      const before = work.length;
      if (!entered.has(one))
        for (const other of next(whole, one)) if (!known.has(other)) work.push(other);
      entered.add(one);
      if (work.length > before) continue;
      if (!known.has(one)) known.set(one, { result: make(whole, one) });
      work.pop();
    }
    const made = known.get(key);
    return made === undefined ? make(whole, key) : made.result;
  };
}
