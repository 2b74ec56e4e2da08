// What is held, dropped and answered → one state that all drawings of a drag listen to, and edits, one after the other.
import type { RefObject } from "preact";
import type { GroupBy, Initiative, RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { Row } from "../../drawings/roadmap/rows.ts";
import type { Links } from "../../drawings/sentences.ts";
import type { MeasureText } from "../../drawings/text.ts";
import type { Editing } from "../editing.ts";
import type { Picture } from "../picture.ts";
import { notNow } from "../words.ts";
import type { Doing, DragOutcome } from "./doing.ts";
import { glide } from "./glide.ts";
import { dragOutcome } from "./outcome.ts";
import { factsIn, wrongSince } from "./settled.ts";
import type { ShownRoadmap, ThingKey } from "./things.ts";

/** The chart on screen, and what it offers to who drags in it. */
export interface ChartGround {
  readonly view: RoadmapView;
  readonly byId: ReadonlyMap<string, Initiative>;
  readonly links: Links;
  readonly groupBy: GroupBy;
  readonly picture: Picture;
  readonly measure: MeasureText;
  /** Missing where the picture is only to be looked at. */
  readonly editing: Editing | undefined;
  readonly tell: (sentence: string) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  /** A drag has begun: what floats over the picture goes. */
  readonly onBegin: () => void;
  readonly scrollTo: (row: Row) => void;
  /** Gives the focus back to what had it, wherever it is drawn now. */
  readonly refocus: (key: ThingKey) => void;
}

/** What is in somebody's hand. */
export interface InHand {
  readonly doing: Doing;
  readonly by: "pointer" | "keys";
  /** How far below their rows bars are held, in px. */
  readonly below?: number;
  /** Where the pointer is, in px from the first row and from the start of the calendar. */
  readonly point?: { readonly x: number; readonly y: number };
}

/** The same, with what it comes to. */
export interface Shown extends InHand {
  readonly outcome: DragOutcome;
  /** On its way back, from 1 where it was dropped to 0 where it came from. */
  readonly share?: number;
}

/** What came of it: refused, or made and against a rule. */
export interface Note {
  readonly tone: "red" | "amber";
  readonly at: ThingKey;
  readonly sentence: string;
}

export interface HandState {
  /** The keys of rows whose bars are moved together. */
  readonly chosen: ReadonlySet<string>;
  readonly held: Shown | undefined;
  /** Dropped, and not drawn yet by the host. */
  readonly sent: readonly Shown[];
  /** Refused, on its way back. */
  readonly back: Shown | undefined;
  readonly note: Note | undefined;
  /** For those who hear the page. */
  readonly said: string;
}

export interface Hand {
  readonly state: () => HandState;
  /** Calls back after each change; gives the function that ends it. */
  readonly listen: (changed: () => void) => () => void;
  readonly ground: () => ChartGround | undefined;
  /** The roadmap with all that was dropped where it was dropped. */
  readonly standing: () => ShownRoadmap | undefined;
  /** The chart is drawn anew. */
  readonly stand: (ground: ChartGround) => void;
  /** A new picture is on screen. */
  readonly arrived: () => void;
  readonly hold: (held: InHand) => Shown | undefined;
  readonly putDown: () => void;
  /** Lets go of what is held: it is done. */
  readonly drop: () => void;
  readonly choose: (chosen: ReadonlySet<string>) => void;
  readonly say: (sentence: string) => void;
  readonly closeNote: () => void;
}

/** How long a note stays, and how long an answered edit waits for its picture, in milliseconds. */
const patience = 8_000;
const longest = 6_000;

interface Flight {
  readonly entry: Shown;
  readonly view: RoadmapView;
  readonly gestures: DragOutcome["gestures"];
  readonly facts: string;
  isAnswered: boolean;
  readonly done: () => void;
}

export function createHand(): Hand {
  let state: HandState = {
    ...{ chosen: new Set(), held: undefined, sent: [], back: undefined, note: undefined, said: "" },
  };
  let ground: ChartGround | undefined;
  let flight: Flight | undefined;
  let tail = Promise.resolve();
  let noteTimer = 0;
  const listeners = new Set<() => void>();

  const set = (part: Partial<HandState>) => {
    state = { ...state, ...part };
    for (const changed of listeners) changed();
  };
  const standing = () => ground && standingOf(ground, state.sent);

  const note = (found: Note | undefined) => {
    clearTimeout(noteTimer);
    set({ note: found });
    if (found) noteTimer = window.setTimeout(() => set({ note: undefined }), patience);
  };
  const take = (entry: Shown) => set({ sent: state.sent.filter((one) => one !== entry) });

  const refuse = (entry: Shown, sentence: string) => {
    // What was done on top of it cannot be done either.
    set({ sent: [] });
    glide((share) => set({ back: share > 0 ? { ...entry, share } : undefined }));
    note({ tone: "red", at: heldKey(entry), sentence });
    ground?.tell(sentence);
  };

  const send = async (entry: Shown) => {
    if (!state.sent.includes(entry)) return;
    const { view, editing } = ground ?? {};
    const now = ground && dragOutcome(entry.doing, standingOf(ground, []));
    if (!view || !now || now.gestures.length === 0) return take(entry);
    if (!editing) return refuse(entry, notNow);
    const { gestures } = now;
    const drawn = new Promise<void>((done) => {
      const facts = factsIn(view, gestures);
      flight = { entry, view, gestures, facts, isAnswered: false, done };
    });
    const refused = await editing.make(gestures);
    if (refused !== undefined) {
      flight = undefined;
      return refuse(entry, refused);
    }
    if (flight) flight.isAnswered = true;
    await Promise.race([drawn, new Promise((done) => setTimeout(done, longest))]);
    if (state.sent.includes(entry)) take(entry);
    flight = undefined;
    if (ground === undefined) return;
    if (entry.by === "keys") ground.refocus(heldKey(entry));
    const wrong = wrongSince(view, ground.view, gestures);
    if (wrong) note({ tone: "amber", at: heldKey(entry), sentence: wrong });
    set({ said: `Done: ${saidOfDrag(entry.outcome)}${wrong ? ` ${wrong}.` : ""}` });
  };

  return {
    state: () => state,
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    ground: () => ground,
    standing,
    stand: (now) => {
      ground = now;
    },
    arrived: () => {
      if (ground === undefined) return;
      const here = ground.picture.byKey;
      const chosen = [...state.chosen].filter((key) => here.has(key));
      if (chosen.length < state.chosen.size) set({ chosen: new Set(chosen) });
      const { held } = state;
      const on = standing();
      if (held && on) set({ held: { ...held, outcome: dragOutcome(held.doing, on) } });
      if (flight === undefined || ground.view === flight.view) return;
      const now = factsIn(ground.view, flight.gestures);
      if (!flight.isAnswered && now === flight.facts) return;
      take(flight.entry);
      flight.done();
    },
    hold: (held) => {
      const on = standing();
      if (on === undefined) return undefined;
      const shown = { ...held, outcome: dragOutcome(held.doing, on) };
      clearTimeout(noteTimer);
      set({ held: shown, note: undefined });
      return shown;
    },
    putDown: () => set({ held: undefined }),
    drop: () => {
      const { held } = state;
      if (held === undefined) return;
      set({ held: undefined });
      const { gestures, wrong, words } = held.outcome;
      if (gestures.length > 0) {
        set({ sent: [...state.sent, held] });
        tail = tail.then(() => send(held));
      } else if (wrong) refuse(held, `${words}.`);
    },
    choose: (chosen) => {
      const says = chosen.size === 0 ? "Nothing is chosen." : `${chosen.size} chosen.`;
      set({ chosen, said: says });
    },
    say: (said) => set({ said }),
    closeNote: () => note(undefined),
  };
}

/** "Apr to Sep 2026, 1 quarter later." */
export function saidOfDrag({ words, more }: DragOutcome): string {
  return `${[words, more].filter((part) => part).join(", ")}.`;
}

/** The thing by which it is held. */
export function heldKey({ doing, outcome }: Shown): ThingKey {
  if (doing.does === "wait") return doing.of ?? doing.on;
  const [first] = outcome.places.keys();
  return first ?? (doing.does === "lay" ? doing.mark : (doing.marks[0] ?? ""));
}

function standingOf(ground: ChartGround, sent: readonly Shown[]): ShownRoadmap {
  const { view, byId, links, groupBy, picture } = ground;
  const dropped = new Map(sent.flatMap(({ outcome }) => [...outcome.places]));
  const { rows, byKey } = picture;
  return { view, byId, links, groupBy, rows, byKey, dropped };
}
