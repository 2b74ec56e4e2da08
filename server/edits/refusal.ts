// What stands in the place of edits where there can be none.

/** A sentence for the user instead of a result. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(result: object): result is Refusal {
  return "refused" in result;
}
