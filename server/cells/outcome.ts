// Work → what came of it, as one value: mostly the result itself.

/** A result, or what is kept in its place where it could not be told from none, or where the work broke. */
export type Outcome<Result> = (Result & {}) | Nothing<Result> | Break;

class Nothing<Result> {
  readonly result: Result;

  constructor(result: Result) {
    this.result = result;
  }
}

class Break {
  readonly error: unknown;

  constructor(error: unknown) {
    this.error = error;
  }
}

/** What stands for a result: never undefined. */
export function outcomeOf<Result>(result: Result): Outcome<Result> {
  return result === undefined || result === null ? new Nothing(result) : result;
}

/** What stands for an error. */
export function breakOf(error: unknown): Break {
  return new Break(error);
}

/** The result; where the work broke, the same error once more. */
export function resultOf<Result>(outcome: Outcome<Result>): Result {
  if (outcome instanceof Nothing) return outcome.result;
  if (outcome instanceof Break) throw outcome.error;
  return outcome;
}

/** Whether two pieces of work came to the same. */
export function isSameOutcome<Result>(
  a: Outcome<Result>,
  b: Outcome<Result>,
  same: (a: Result, b: Result) => boolean,
): boolean {
  if (a instanceof Break || b instanceof Break) return false;
  return same(resultOf(a), resultOf(b));
}
