// What is measured of a thing → the same without measuring again, as long as the thing and its room are the same.
import type { MeasureText } from "./text.ts";

/** What depends on nothing but a thing, a font, and one or two numbers such as a width. */
type Find<Thing, Found> = (
  thing: Thing,
  measure: MeasureText,
  width?: number,
  more?: number,
) => Found;

/**
 * Remembers for each thing what was found of it last. After an edit nearly all things of a view are
 * the same objects, and a page is laid out again in the same room.
 */
export function remembered<Thing extends object, Found>(
  find: Find<Thing, Found>,
): Find<Thing, Found> {
  interface Memory {
    readonly measure: MeasureText;
    readonly width: number | undefined;
    readonly more: number | undefined;
    readonly found: Found;
  }
  const memories = new WeakMap<Thing, Memory>();
  return (thing, measure, width, more) => {
    const known = memories.get(thing);
    if (known?.measure === measure && known.width === width && known.more === more)
      return known.found;
    const found = find(thing, measure, width, more);
    memories.set(thing, { measure, width, more, found });
    return found;
  };
}
