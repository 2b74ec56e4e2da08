// Names, nouns and counts → the words with which a sentence tells them.

/** `'a'`, `'a' or 'b'`, `'a', 'b' or 'c'`; at most `most` of them, then "…". */
export function either(names: readonly string[], most = 8): string {
  const quoted = names.slice(0, most).map((name) => `'${name}'`);
  if (names.length > most) return `${quoted.join(", ")}, …`;
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} or ${last}`;
}

/** "an objective", "A risk". */
export function article(noun: string, capital = false): string {
  const word = /^[aeiou]/.test(noun) ? "an" : "a";
  return `${capital ? word[0]?.toUpperCase() + word.slice(1) : word} ${noun}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joined(words: readonly string[], joint: "and" | "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** So many names are told of a list that may be long. */
const mostTold = 8;

/** `a, b`; of a long list the first, and how many more there are. */
export function listed(words: readonly string[]): string {
  const more = words.length - mostTold;
  // To count one takes as much room as to name it.
  if (more < 2) return words.join(", ");
  return `${words.slice(0, mostTold).join(", ")} and ${more} more`;
}

/** `1 day`, `3 days`, `2 initiatives`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
