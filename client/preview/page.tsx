// The preview's page: messages of its host become pictures on screen, and what the reader does goes back.
import "./page.css";
import "./drag/drag.css";
import { type ComponentChildren, render } from "preact";
import { useEffect, useErrorBoundary, useMemo, useRef, useState } from "preact/hooks";
import type { PageState } from "../../server/protocol.ts";
import type { ViewData } from "../../server/views/shape.ts";
import type { Drawing } from "../drawings/drawing.ts";
import { drawingNamed, drawings } from "../drawings/index.ts";
import { LookProvider } from "../drawings/look.tsx";
import { pageTokens } from "../drawings/theme.ts";
import { Aside, asideWidth, type Beside, leastForAside } from "./aside.tsx";
import { CalendarPage } from "./calendar.tsx";
import { createEditing, type Editing } from "./editing.ts";
import { createHold, type Hold } from "./held.ts";
import { createAsking, findHost, type Host } from "./host.ts";
import { forgiven, type Knowledge, receive, staleness, unsought } from "./known.ts";
import { followTheme, mendColours, type PageTheme, pageMeasure, watchTheme } from "./look.ts";
import { Failed, Loading } from "./notices.tsx";
import { type PageOf, usePageWidth } from "./page-of.ts";
import { printsAll } from "./print.ts";
import { focusAgain } from "./refocus.ts";
import { SheetPage } from "./sheet.tsx";
import { TabBar } from "./tabs.tsx";
import { ToldLine, useTelling } from "./told.tsx";
import { useUndoKey } from "./undo-key.ts";

function Page({ host }: { readonly host: Host }) {
  const [known, setKnown] = useState<Knowledge>({
    ...{ seen: {}, inserts: host.inserts, edits: host.edits, exports: host.exports },
  });
  const holds = useRef(new Map<string, Hold>());
  const memory = useMemory(host);
  const offered = drawings.filter(({ name }) => host.only?.includes(name) !== false);
  const [name, setName] = useState(() => startingView(memory.state(), offered));
  const current = useRef(name);
  const [opened, setOpened] = useState<Beside>();
  const { ask, hear } = useMemo(() => createAsking(host.send), [host]);
  const { told, tell, hush } = useTelling();
  const writing = useMemo(() => createEditing(host.send), [host]);
  const editing = useMemo<Editing>(
    () => ({
      make: (gestures) => {
        hush();
        return writing.make(gestures);
      },
      undo: writing.undo,
    }),
    [writing],
  );
  const [locked, setLocked] = useState(memory.state().locked === true);

  const ready = (view: string) => {
    const since = holds.current.get(view)?.version();
    host.send({ type: "ready", view, ...(since === undefined ? {} : { since }) });
  };
  useEffect(() => {
    host.listen((message) => {
      if (message.type === "setting") {
        if (message.locale) document.documentElement.lang = message.locale;
        if (message.state) {
          memory.recall(message.state);
          setLocked(memory.state().locked === true);
        }
        begin(message.start?.view);
      }
      if (message.type === "show") open(message.view);
      if (message.type === "card") hear(message.number, message.card);
      else if (message.type === "edited") writing.hear(message.number, message.refused);
      else if (message.type !== "sheet") setKnown((before) => receive(before, message));
      else {
        const hold = holds.current.get(message.view) ?? createHold();
        holds.current.set(message.view, hold);
        const view = hold.take(message.of);
        if (view !== undefined) setKnown((before) => receive(before, { type: "view", view }));
        else {
          holds.current.delete(message.view);
          ready(message.view);
        }
      }
    });
    ready(name);
  }, []);

  const open = (view: string) => {
    if (view === current.current || !offered.some((one) => one.name === view)) return;
    current.current = view;
    setName(view);
    setOpened(undefined);
    setKnown((before) => forgiven(before, view));
    ready(view);
  };
  const choose = (view: string) => {
    memory.keep({ view });
    setKnown(unsought);
    open(view);
  };
  /** Of a reader who has chosen no view yet. */
  const begin = (view: string | undefined) => {
    if (view !== undefined && memory.state().view === undefined) open(view);
  };

  const toPrint = useRef<() => readonly ViewData[]>(() => []);
  toPrint.current = () => host.all?.() ?? [known.seen[name]?.view ?? []].flat();
  useEffect(() => printsAll(() => toPrint.current()), []);

  const switchLock = (on: boolean) => {
    memory.keep({ locked: on });
    setLocked(on);
  };
  const undo = async () => {
    if (locked) return tell("The picture is locked. Unlock it to take a change back.");
    const before = document.activeElement;
    tell((await editing.undo()) ?? "Undone.");
    // An editor that undoes takes the focus meanwhile.
    if (document.activeElement === document.body) focusAgain(before);
  };
  useUndoKey(known.edits ? undo : undefined);

  const [failure, again] = useErrorBoundary();
  const details = failure instanceof Error ? (failure.stack ?? failure.message) : failure;
  const redraw = () => {
    again();
    holds.current.delete(name);
    setKnown((before) => forgiven(before, name));
    ready(name);
  };
  const drawing = drawingNamed(name);
  const seen = known.seen[name] ?? {};
  const error = seen.error ?? (details === undefined ? undefined : String(details));
  const room = usePageWidth();
  const width = opened && room >= leastForAside ? room - asideWidth : room;
  const lock = { on: locked, onSwitch: switchLock };
  const isFresh = staleness(seen, known.silent) === undefined;
  const shared: Omit<PageOf, "view" | "seen"> = {
    ...{ known, memory, ask, host, width, tell },
    editing: known.edits && !locked && isFresh ? editing : undefined,
    bar: {
      ...{ drawings: offered, name, onChoose: choose },
      lock: known.edits ? lock : undefined,
      exporting: known.exports
        ? {
            ...{ view: name, label: drawing?.label ?? name, offers: known.exports },
            onAsk: () => host.send({ type: "export", view: name }),
          }
        : undefined,
    },
    onOpen: (now) => {
      if ("source" in now) {
        const { uri, range, name: select } = now.source;
        host.send({ type: "reveal", uri, range, select });
      }
      // What an editor shows needs no panel; what follows from several things is written nowhere.
      setOpened(host.reveals && "source" in now ? undefined : now);
    },
  };
  const view = error === undefined ? seen.view : undefined;
  return (
    <Looked theme={known.theme}>
      <div class={opened ? "frame with-aside" : "frame"}>
        {view === undefined || drawing === undefined ? (
          <div class="page">
            <TabBar {...shared.bar} width={width} />
            <main class="content">
              {error === undefined ? (
                <Waiting />
              ) : (
                <Failed
                  label={drawing?.label ?? name}
                  details={error}
                  onAgain={redraw}
                  onCopy={() => host.send({ type: "copy", text: error })}
                />
              )}
            </main>
          </div>
        ) : drawing.stage === "calendar" ? (
          <CalendarPage key={name} {...shared} seen={seen} view={drawing.workOf(view)} />
        ) : (
          <SheetPage key={name} {...shared} seen={seen} view={view} drawing={drawing} />
        )}
        {opened && <Aside opened={opened} ask={ask} onClose={() => setOpened(undefined)} />}
        <ToldLine told={told} hush={hush} />
      </div>
    </Looked>
  );
}

/** The view that was shown last, else the first. */
function startingView({ view }: PageState, offered: readonly Drawing[]): string {
  const [first] = offered;
  return (offered.find(({ name }) => name === view) ?? first)?.name ?? "";
}

/** What the page remembers: kept at once, and told to the host once it rests. */
function useMemory(host: Host): PageOf["memory"] & { readonly recall: (state: PageState) => void } {
  const remembered = useRef(host.remembered());
  const saving = useRef(0);
  return useMemo(
    () => ({
      state: () => remembered.current,
      keep: (part) => {
        remembered.current = { ...remembered.current, ...part };
        clearTimeout(saving.current);
        saving.current = window.setTimeout(() => host.remember(remembered.current), 250);
      },
      recall: (state) => {
        remembered.current = { ...state, ...remembered.current };
        host.remember(remembered.current);
      },
    }),
    [host],
  );
}

/** Tokens, and a measure in the page's font, made again when the theme changes. */
function Looked(props: {
  readonly theme: PageTheme | undefined;
  readonly children: ComponentChildren;
}) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const update = () => {
      followTheme(props.theme);
      const root = document.getElementById("page");
      if (root) mendColours(root);
      setTurn((before) => before + 1);
    };
    update();
    document.fonts.ready.then(() => setTurn((before) => before + 1));
    return watchTheme(update);
  }, [props.theme]);
  const look = useMemo(() => {
    const contrast = document.body.matches(".vscode-high-contrast, .vscode-high-contrast-light");
    return { tokens: pageTokens, measure: pageMeasure(), ...(contrast ? { contrast } : {}) };
  }, [turn]);
  return <LookProvider value={look}>{props.children}</LookProvider>;
}

/** Grey bars, but only where the first picture takes over 300 ms. */
function Waiting() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return late ? <Loading /> : null;
}

function start(): void {
  let root = document.getElementById("page");
  if (!root) {
    root = document.createElement("div");
    root.id = "page";
    document.body.append(root);
  }
  followTheme(undefined);
  render(<Page host={findHost()} />, root);
}

start();
