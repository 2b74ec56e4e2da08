// Messages of the host, one after the other → what the page knows: of each view its last good picture and what is wrong since.
import type { HostMessage, OfferedFormat, PageStart } from "../../server/protocol.ts";
import type { Position, SourcePlace, ViewData } from "../../server/views/shape.ts";
import { showsNothing } from "../drawings/index.ts";
import type { PageTheme } from "./look.ts";
import { clock, faultSentence } from "./words.ts";

/** What is known of one view. */
export interface Seen {
  /** The picture on screen: the latest, or the last good one while the text has faults. */
  readonly view?: ViewData;
  readonly time?: Date;
  /** The first fault of the text, and whether the picture is older than it. */
  readonly fault?: {
    readonly sentence: string;
    readonly source: SourcePlace;
    readonly kept: boolean;
  };
  /** It could not be made. */
  readonly error?: string;
}

/** A place to be brought into sight in a view. */
export interface Sought {
  readonly view: string;
  readonly uri: string;
  readonly position: Position;
}

export interface Knowledge {
  readonly seen: Readonly<Record<string, Seen>>;
  /** The host cannot answer. */
  readonly silent?: string;
  readonly cursor?: { readonly uri: string; readonly position: Position };
  /** What was asked to be shown last, until something else is: in this view, whatever hides it. */
  readonly sought?: Sought;
  readonly start?: PageStart;
  readonly theme?: PageTheme;
  /** The host writes declarations to begin with. */
  readonly inserts: boolean;
  /** With what a strategy can begin, where the host writes one that is chosen in the page. */
  readonly templates?: Extract<HostMessage, { readonly type: "setting" }>["templates"];
  /** The host writes what is done to the picture. */
  readonly edits: boolean;
  /** The host writes files of what is shown. */
  readonly exports: boolean | readonly OfferedFormat[];
}

/** A sheet has become a view by then, and an answer has gone to who asked for it. */
export type Heard = Exclude<HostMessage, { readonly type: "sheet" | "card" | "edited" }>;

export function receive(known: Knowledge, message: Heard): Knowledge {
  switch (message.type) {
    case "view": {
      const { silent: _, ...rest } = known;
      const { view } = message;
      return withSeen(rest, view.view, seenAfter(known.seen[view.view], view));
    }
    case "cursor": {
      const { cursor: _, ...others } = known;
      const { uri, position } = message;
      if (uri === undefined || position === undefined) return others;
      const cursor = { uri, position };
      return isAt(known.sought, cursor) ? { ...others, cursor } : { ...unsought(others), cursor };
    }
    case "show": {
      const { view, uri, position } = message;
      if (uri === undefined || position === undefined) return unsought(known);
      return { ...known, cursor: { uri, position }, sought: { view, uri, position } };
    }
    case "stale":
      return { ...known, silent: message.sentence };
    case "error": {
      const { view, details } = message;
      return withSeen(known, view, { ...known.seen[view], error: details });
    }
    case "setting":
      return {
        ...known,
        ...(message.theme ? { theme: message.theme } : {}),
        ...(message.start ? { start: message.start } : {}),
        ...(message.inserts === undefined ? {} : { inserts: message.inserts }),
        ...(message.templates === undefined ? {} : { templates: message.templates }),
        ...(message.edits === undefined ? {} : { edits: message.edits }),
        ...(message.exports === undefined ? {} : { exports: message.exports }),
      };
  }
}

function isAt(sought: Sought | undefined, cursor: Knowledge["cursor"]): boolean {
  const { uri, position } = sought ?? {};
  return (
    uri === cursor?.uri &&
    position?.line === cursor?.position.line &&
    position?.character === cursor?.position.character
  );
}

/** The reader looks for something else. */
export function unsought({ sought: _, ...known }: Knowledge): Knowledge {
  return known;
}

/** The view is asked for again: what went wrong with it counts no more. */
export function forgiven(known: Knowledge, view: string): Knowledge {
  const { error: _, ...rest } = known.seen[view] ?? {};
  return withSeen(known, view, rest);
}

function withSeen(known: Knowledge, view: string, seen: Seen): Knowledge {
  return { ...known, seen: { ...known.seen, [view]: seen } };
}

function seenAfter(before: Seen | undefined, view: ViewData): Seen {
  const [first] = view.faults;
  if (first === undefined) return { view, time: new Date() };
  // What was drawn of a text with faults is no good picture, and follows the text.
  const isGood = before?.fault === undefined || before.fault.kept;
  const kept = before?.view !== undefined && isGood && !showsNothing(before.view);
  const fault = { sentence: faultSentence(view, first), source: first.source, kept };
  if (!kept) return { view, time: new Date(), fault };
  const { error: _, ...rest } = before;
  return { ...rest, fault };
}

/** What keeps a picture from being up to date, in a sentence, and where it is written. */
export function staleness(
  { fault, time }: Seen,
  silent: string | undefined,
): { readonly sentence: string; readonly source?: SourcePlace } | undefined {
  if (fault === undefined) return silent === undefined ? undefined : { sentence: silent };
  const rest =
    fault.kept && time
      ? `This is the last good picture, from ${clock(time)}.`
      : "What could be read is drawn.";
  return { sentence: `${fault.sentence} ${rest}`, source: fault.source };
}
