// Work → the themes to which it belongs, by itself, by its programme, or by the objectives it supports.
import { memoIn } from "../../cells/memo.ts";
import { alignmentPath, supportOf } from "../../model/derive/alignment.ts";
import { called, type Entity, refsOf } from "../../model/entity.ts";
import { programmeOf } from "../../model/programmes.ts";
import { entityOf } from "../../model/resolve.ts";
import type { Universe } from "../../model/universe.ts";
import { shownTitle } from "../said.ts";

/** A theme as work knows it: what tells it from others, and how it is called. */
export interface ThemeOf {
  readonly key: string;
  readonly title: string;
  /** Where it is declared. */
  readonly theme?: Entity | undefined;
}

/**
 * The themes of some work, each once, what counts first: the theme that it stands in or names; else
 * that of its programme; else of each objective that it supports the nearest one on the way up, in the
 * order in which they are supported.
 */
export const themesOf: (all: Universe, work: Entity) => readonly ThemeOf[] = memoIn(
  (all, work) => {
    const own = ownTheme(all, work);
    return own === undefined ? themesAbove(all, work) : [own];
  },
  (a, b) =>
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return one.key === other?.key && one.title === other.title && one.theme === other.theme;
    }),
);

/** Those that some work has where it stands in none itself and names none. */
export function themesAbove(all: Universe, work: Entity): readonly ThemeOf[] {
  for (let at = programmeOf(all, work); at !== undefined; at = programmeOf(all, at)) {
    const own = ownTheme(all, at);
    if (own !== undefined) return [own];
  }
  const found = new Map<string, ThemeOf>();
  for (const { to } of supportOf(all, work)) {
    const [nearest] = [to, ...alignmentPath(all, to)].flatMap((one) => ownTheme(all, one) ?? []);
    if (nearest !== undefined && !found.has(nearest.key)) found.set(nearest.key, nearest);
  }
  return [...found.values()];
}

/** The theme that work names by this key, wherever it is declared. */
export function themeCalled(all: Universe, work: Entity, key: string): Entity | undefined {
  for (const model of all.models.values())
    for (const theme of model.of("theme")) if (declared(all, work, theme).key === key) return theme;
  return undefined;
}

/** The theme in which something stands, else the one it names. */
export function ownTheme(all: Universe, one: Entity): ThemeOf | undefined {
  const { parent } = one;
  if (parent?.kind === "theme" && parent.sure) return declared(all, one, parent);
  const [ref] = refsOf(one, "theme");
  if (ref === undefined) return undefined;
  const theme = entityOf(all, ref);
  return theme === undefined ? { key: ref.name, title: ref.name } : declared(all, one, theme);
}

function declared(all: Universe, one: Entity, theme: Entity): ThemeOf {
  const home = all.modelOf(theme);
  const elsewhere = home === all.modelOf(one) ? "" : ` in ${home.project.root}`;
  return { key: `${called(theme)}${elsewhere}`, title: shownTitle(all, theme), theme };
}
