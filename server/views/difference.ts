// Two versions of some plain data → what has changed, as small as what they share is large.
import { type Difference, isRelativePlace, type ListPart } from "./sheet.ts";

/** What has to change in one value so that it becomes the other; undefined where both say the same. */
export function differenceOf(before: unknown, after: unknown): Difference | undefined {
  if (Object.is(before, after)) return undefined;
  if (isList(before) && isList(after)) return differenceOfLists(before, after);
  if (!isRecord(before) || !isRecord(after)) return { put: after };
  const parts: Record<string, Difference | null> = {};
  let isOther = false;
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[name], after[name]];
    const change =
      now === undefined ? (old === undefined ? undefined : null) : differenceOf(old, now);
    if (change === undefined) continue;
    parts[name] = change;
    isOther = true;
  }
  if (!isOther) return undefined;
  return isRelativePlace(before) || isRelativePlace(after) ? { put: after } : { parts };
}

/** Whether two values say the same; a part that is undefined is not there. */
export function isSame(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (isList(before) && isList(after))
    return before.length === after.length && before.every((one, at) => isSame(one, after[at]));
  if (!isRecord(before) || !isRecord(after)) return false;
  for (const name in before) if (!isSame(before[name], after[name])) return false;
  for (const name in after)
    if (before[name] === undefined && after[name] !== undefined) return false;
  return true;
}

/** The later list, piece by piece: what stayed side by side is one piece, wherever it stands now. */
function differenceOfLists(
  before: readonly unknown[],
  after: readonly unknown[],
): Difference | undefined {
  const pieces: ListPart[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  let next = 0;
  let kept: [from: number, count: number] = [0, 0];
  let fresh: unknown[] = [];
  const keep = (at: number) => {
    if (pieces.at(-1) === kept && kept[0] + kept[1] === at) kept[1] += 1;
    else {
      kept = [at, 1];
      pieces.push(kept);
    }
    next = at + 1;
  };
  const put = (item: unknown) => {
    const last = pieces.at(-1);
    if (last === undefined || !("put" in last)) {
      fresh = [];
      pieces.push({ put: fresh });
    }
    fresh.push(item);
  };
  for (const item of after) {
    if (next < before.length && Object.is(before[next], item)) {
      keep(next);
      continue;
    }
    const key = keyOf(item);
    let at: number | undefined = next;
    if (next >= before.length || keyOf(before[next]) !== key) {
      places ??= new Map(before.map((one, index) => [keyOf(one), index]));
      at = places.get(key);
    }
    if (at === undefined) {
      put(item);
      continue;
    }
    const change = differenceOf(before[at], item);
    if (change === undefined) keep(at);
    else if ("put" in change) {
      put(item);
      next = at + 1;
    } else {
      pieces.push({ of: at, change });
      next = at + 1;
    }
  }
  const isAll =
    pieces.length === 1 && pieces[0] === kept && kept[0] === 0 && kept[1] === before.length;
  const isNone = before.length === 0 && after.length === 0;
  return isNone || isAll ? undefined : { list: pieces };
}

/** What tells the items of a list apart; where two are not told apart, more is sent. */
function keyOf(item: unknown): string {
  if (isList(item)) return String(item[0]);
  if (!isRecord(item)) return String(item);
  const { kind, id, by, date, from, to } = item;
  return [kind, id, by, date, from, to].join(" ");
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
