// What the page of every view is given, what its reader has set, and how large it is.
import { useEffect, useRef, useState } from "preact/hooks";
import type { PageStart, PageState } from "../../server/protocol.ts";
import type { ViewData } from "../../server/views/shape.ts";
import type { Beside } from "./aside.tsx";
import type { Editing } from "./editing.ts";
import type { AskCard, Host } from "./host.ts";
import type { Knowledge, Seen } from "./known.ts";
import type { Tabs } from "./tabs.tsx";

export interface PageOf<Data extends ViewData = ViewData> {
  readonly view: Data;
  readonly seen: Seen;
  readonly known: Knowledge;
  readonly host: Host;
  readonly ask: AskCard;
  /** Missing where the picture is only to be looked at: it is locked, out of date, or its host writes nothing. */
  readonly editing: Editing | undefined;
  /** Says a sentence at the foot of the page: why something was refused, or what was done. */
  readonly tell: (sentence: string) => void;
  /** In px, of the window. */
  readonly width: number;
  readonly bar: Tabs;
  /** What is remembered over a reload; the settings of a view stand under its name. */
  readonly memory: {
    readonly state: () => PageState;
    readonly keep: (part: PageState) => void;
  };
  /** Shows what was clicked: in the editor, or beside the picture. */
  readonly onOpen: (opened: Beside) => void;
}

/**
 * What the reader has set in a view, as it was remembered, and a way to change a part of it. What
 * was never changed follows what the page begins with.
 */
export function useSettings<Settings extends object>(
  memory: PageOf["memory"],
  view: string,
  read: (state: PageState, view: string, start: PageStart | undefined) => Settings,
  start?: PageStart,
): readonly [Settings, (part: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(() => read(memory.state(), view, start));
  const latest = useRef(settings);
  const begun = useRef(start);
  if (begun.current !== start) {
    begun.current = start;
    latest.current = read(memory.state(), view, start);
    setSettings(latest.current);
  }
  const change = (part: Partial<Settings>) => {
    latest.current = { ...latest.current, ...part };
    const kept = memory.state()[view];
    memory.keep({ [view]: { ...(typeof kept === "object" ? kept : {}), ...part } });
    // Where it is scrolled is remembered, and nothing is drawn from it.
    if (Object.keys(part).join() !== "scroll") setSettings(latest.current);
  };
  return [settings, change];
}

export function usePageWidth(): number {
  return useOfWindow(() => window.innerWidth);
}

/** In px: in a page that is lower, what stands round the picture folds. */
const leastHeight = 620;

export function useIsLow(): boolean {
  return useOfWindow(() => window.innerHeight < leastHeight);
}

function useOfWindow<T extends number | boolean>(read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const update = () => setValue(read());
    window.addEventListener("resize", update);
    return () => window.removeEventListener("resize", update);
  }, []);
  return value;
}
