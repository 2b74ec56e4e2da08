// An edit that is made → done once the picture has followed it, or refused with a sentence.
import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import type { ViewData } from "../../server/views/shape.ts";

/** In milliseconds: an edit that changes nothing in this picture brings no new one. */
const patience = 3_000;

/** Makes an edit, and is done when there is another picture than before; at once where it is refused. */
export type Settle = (make: () => Promise<string | undefined>) => Promise<string | undefined>;

export function useSettling(view: ViewData): Settle {
  const latest = useRef(view);
  const waiting = useRef(new Set<() => void>());
  useLayoutEffect(() => {
    latest.current = view;
    for (const done of waiting.current) done();
    waiting.current.clear();
  }, [view]);
  return useCallback(async (make) => {
    const before = latest.current;
    const refused = await make();
    if (refused !== undefined || latest.current !== before) return refused;
    await new Promise<void>((done) => {
      waiting.current.add(done);
      setTimeout(done, patience);
    });
    return undefined;
  }, []);
}
