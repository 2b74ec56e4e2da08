// The page's way to its host: VS Code's webview, or the local server of `strategy preview`.
import type { HostMessage, PageMessage, PageState } from "../../server/protocol.ts";

/** A button of the empty state. */
export type Command = Extract<PageMessage, { type: "command" }>["command"];

export interface Host {
  /** What its empty state offers, until the host says otherwise. */
  readonly commands: readonly Command[];
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
  return typeof acquireVsCodeApi === "function" ? editorHost(acquireVsCodeApi()) : localHost();
}

function isMessage(data: unknown): data is HostMessage {
  return typeof data === "object" && data !== null && "type" in data;
}

function editorHost(code: VsCode): Host {
  return {
    commands: ["new-strategy", "insert-initiative"],
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

const storageKey = "strategy-preview";

/** How long to wait before a stream that was refused is asked for again, in milliseconds. */
const pause = 5_000;

/**
 * Messages come as server-sent events from `events` and go by POST to `message`, both beside the
 * page: its address holds the word that lets it in.
 */
function localHost(): Host {
  return {
    commands: [],
    send: (message) => {
      fetch("message", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(message),
      }).catch(() => {
        // The server has gone: the event stream says so and comes back by itself.
      });
    },
    listen: (receive) => {
      const events = new EventSource("events");
      events.addEventListener("message", ({ data }: MessageEvent<string>) => {
        const message: unknown = JSON.parse(data);
        if (isMessage(message)) receive(message);
      });
      events.addEventListener("error", async () => {
        // A stream that broke comes back by itself, one that was refused does not.
        const isRefused = events.readyState === EventSource.CLOSED;
        const why = isRefused ? await refusal() : "The preview server does not answer.";
        receive({ type: "stale", sentence: `${why} This is the last good picture.` });
        if (isRefused) setTimeout(() => localHost().listen(receive), pause);
      });
    },
    remembered: () => {
      try {
        const state: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "{}");
        return typeof state === "object" && state !== null ? { ...state } : {};
      } catch {
        return {};
      }
    },
    remember: (state) => {
      try {
        sessionStorage.setItem(storageKey, JSON.stringify(state));
      } catch {
        // A browser may forbid storage; then the page forgets.
      }
    },
  };
}

/** Why the server refuses the stream, in its own words. */
async function refusal(): Promise<string> {
  const gone = "The preview server does not answer.";
  const left = new AbortController();
  try {
    const answer = await fetch("events", { signal: left.signal });
    return answer.ok ? gone : (await answer.text()).trim() || gone;
  } catch {
    return gone;
  } finally {
    left.abort();
  }
}
