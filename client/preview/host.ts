// The page's way to its host: VS Code's webview, the local server of `strategy preview`, or what a file brought along.
import type { HostMessage, PageMessage, PageState } from "../../server/protocol.ts";
import type { Card, SourcePlace, ViewData } from "../../server/views/shape.ts";
import { type Embedded, embeddedId, placeKey } from "./embedded.ts";

export interface Host {
  /** It shows places in an editor; where it does not, the page shows their text itself. */
  readonly reveals: boolean;
  /** It writes declarations to begin with, until it says otherwise. */
  readonly inserts: boolean;
  /** It writes what is done to the picture, until it says otherwise. */
  readonly edits: boolean;
  /** It writes files of what is shown. */
  readonly exports: boolean;
  /** Only these views can be shown, by their names. */
  readonly only?: readonly string[];
  /** All views, where it has them at hand: they are printed together. */
  readonly all?: () => readonly ViewData[];
  readonly send: (message: PageMessage) => void;
  /** Calls back with each message of the host, as long as the page lives. */
  readonly listen: (receive: (message: HostMessage) => void) => void;
  /** What the page remembered before it was closed. */
  readonly remembered: () => PageState;
  readonly remember: (state: PageState) => void;
}

interface VsCode {
  readonly postMessage: (message: PageMessage) => void;
  readonly getState: () => PageState | undefined;
  readonly setState: (state: PageState) => void;
}

declare function acquireVsCodeApi(): VsCode;

export function findHost(): Host {
  if (typeof acquireVsCodeApi === "function") return editorHost(acquireVsCodeApi());
  return embeddedHost() ?? localHost();
}

function isMessage(data: unknown): data is HostMessage {
  return typeof data === "object" && data !== null && "type" in data;
}

function editorHost(code: VsCode): Host {
  return {
    reveals: true,
    inserts: true,
    edits: true,
    exports: true,
    send: (message) => code.postMessage(message),
    listen: (receive) =>
      window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        if (isMessage(data)) receive(data);
      }),
    remembered: () => code.getState() ?? {},
    remember: (state) => {
      code.setState(state);
      code.postMessage({ type: "state", state });
    },
  };
}

/** A file of its own has all that its page asks for; its address says which of its views is shown. */
function embeddedHost(): Host | undefined {
  const text = document.getElementById(embeddedId)?.textContent;
  if (!text) return undefined;
  const { views, cards }: Embedded = JSON.parse(text);
  let receive: (message: HostMessage) => void = () => {};
  return {
    reveals: false,
    inserts: false,
    edits: false,
    exports: false,
    only: views.map(({ view }) => view),
    all: () => views,
    send: (message) => {
      if (message.type === "ready") {
        const found = views.find(({ view }) => view === message.view);
        if (found !== undefined) receive({ type: "view", view: found });
      }
      if (message.type !== "card") return;
      const { uri, position: start, number } = message;
      const card = cards[placeKey({ uri, name: { start, end: start } })] ?? null;
      receive({ type: "card", number, card });
    },
    listen: (callback) => {
      receive = callback;
      // Another view is asked for by hand, or by a link to this very file.
      window.addEventListener("hashchange", () => location.reload());
    },
    remembered: () => ({ ...stored(), ...viewInAddress(views) }),
    remember: (state) => {
      store(state);
      const { view } = state;
      // Not a step back in the history: a reader goes back to where the file was opened from.
      if (typeof view === "string") history.replaceState(null, "", `#${view}`);
    },
  };
}

/** "#risks" at the end of an address asks for that view. */
function viewInAddress(views: Embedded["views"]): PageState {
  const named = location.hash.slice(1);
  return views.some(({ view }) => view === named) ? { view: named } : {};
}

const storageKey = "strategy-preview";

/** How long to wait before a stream that was refused is asked for again, in milliseconds. */
const pause = 5_000;

/**
 * Messages come as server-sent events from `events` and go by POST to `message`, both beside the
 * page: its address holds the word that lets it in. There is one stream for each view, since the
 * server does not know one page from another.
 */
function localHost(): Host {
  let receive: (message: HostMessage) => void = () => {};
  let stream: EventSource | undefined;
  const open = (view: string) => {
    stream?.close();
    const events = new EventSource(`events?view=${encodeURIComponent(view)}`);
    stream = events;
    events.addEventListener("message", ({ data }: MessageEvent<string>) => {
      const message: unknown = JSON.parse(data);
      if (isMessage(message)) receive(message);
    });
    events.addEventListener("error", async () => {
      // A stream that broke comes back by itself, one that was refused does not.
      const isRefused = events.readyState === EventSource.CLOSED;
      const why = isRefused ? await refusal(view) : gone;
      if (stream !== events) return;
      receive({ type: "stale", sentence: `${why} This is the last good picture.` });
      if (isRefused) setTimeout(() => stream === events && open(view), pause);
    });
  };
  return {
    reveals: false,
    inserts: false,
    edits: false,
    exports: false,
    send: (message) => {
      if (message.type === "ready") open(message.view);
      else if (message.type !== "state") void post(message, receive);
    },
    listen: (callback) => {
      receive = callback;
    },
    remembered: stored,
    remember: store,
  };
}

/** What a page remembers as long as its tab in the browser is open. */
function stored(): PageState {
  try {
    const state: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "{}");
    return typeof state === "object" && state !== null ? { ...state } : {};
  } catch {
    return {};
  }
}

function store(state: PageState): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(state));
  } catch {
    // A browser may forbid storage; then the page forgets.
  }
}

/** Sends a message; what is answered at once is heard like any other. */
async function post(message: PageMessage, receive: (message: HostMessage) => void): Promise<void> {
  const asked = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(message),
  };
  const answer = await fetch("message", asked).catch(() => undefined);
  const text = (await answer?.text().catch(() => undefined))?.trim();
  if (answer?.status === 200 && text) {
    const said: unknown = JSON.parse(text);
    if (isMessage(said)) return receive(said);
  }
  // Where the server has gone the event stream says so and comes back by itself; a card stays away.
  if (message.type === "card") receive({ type: "card", number: message.number, card: null });
  else if (message.type === "edit" || message.type === "undo")
    receive({ type: "edited", number: message.number, refused: text || gone });
}

const gone = "The preview does not answer: 'strategy preview' has ended.";

/** Why the server refuses the stream, in its own words. */
async function refusal(view: string): Promise<string> {
  try {
    const answer = await fetch(`events?view=${encodeURIComponent(view)}`);
    return answer.ok ? gone : (await answer.text()).trim() || gone;
  } catch {
    return gone;
  }
}

/** Asks the host for the card of what is written at a place; null where nothing is written there any more. */
export type AskCard = (place: SourcePlace) => Promise<Card | null>;

/** A way to ask for cards, and what has to hear the answers. */
export function createAsking(send: Host["send"]): {
  readonly ask: AskCard;
  readonly hear: (number: number, card: Card | null) => void;
} {
  const waiting = new Map<number, (card: Card | null) => void>();
  let count = 0;
  return {
    ask: ({ uri, name }) =>
      new Promise((resolve) => {
        count += 1;
        waiting.set(count, resolve);
        send({ type: "card", number: count, uri, position: name.start });
      }),
    hear: (number, card) => {
      waiting.get(number)?.(card);
      waiting.delete(number);
    },
  };
}
