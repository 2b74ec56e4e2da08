// The dependencies that are there and one that is drawn → whether it leads round in a circle, and along what.
import type { Initiative } from "../../../server/views/roadmap/shape.ts";
import type { Links } from "../../drawings/sentences.ts";

/** What would wait for each other if `of` waited for `on`: from `on` to `of`, each waiting for the next. */
export function circleOf(links: Links, of: string, on: string): readonly string[] | undefined {
  const from = new Map<string, string | undefined>([[on, undefined]]);
  const ahead = [on];
  for (let at = ahead.shift(); at !== undefined && !from.has(of); at = ahead.shift()) {
    for (const { from: next } of links.before.get(at) ?? []) {
      if (from.has(next)) continue;
      from.set(next, at);
      ahead.push(next);
    }
  }
  if (!from.has(of)) return undefined;
  const path: string[] = [];
  for (let at: string | undefined = of; at !== undefined; at = from.get(at)) path.unshift(at);
  return path;
}

/** More names than these are left out in the middle. */
const mostNamed = 4;

/** "It leads round in a circle: 'CRM' waits for 'Data', which waits for 'CRM'" */
export function circleSaid(
  path: readonly string[],
  byId: ReadonlyMap<string, Pick<Initiative, "title">>,
): string {
  const names = path.map((id) => `'${byId.get(id)?.title ?? id}'`);
  const [first = "", ...rest] = names;
  const last = names.at(-1) ?? "";
  const between = rest.slice(0, -1);
  const shown = between.length > mostNamed ? [...between.slice(0, mostNamed - 1), "…"] : between;
  const round = [first, ...shown, last].join(", which waits for ");
  return `It leads round in a circle: ${last} would wait for ${round}`;
}

/** Whether `of` waits for `on` already. */
export function waitsAlready(
  links: Links,
  of: string,
  on: string,
  milestone: string | undefined,
): boolean {
  return (links.before.get(of) ?? []).some((one) => one.from === on && one.milestone === milestone);
}
