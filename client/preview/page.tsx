// The preview's page: messages of its host become the roadmap on screen, and what the reader does goes back.
import "./page.css";
import { render } from "preact";
import { useEffect, useErrorBoundary, useMemo, useRef, useState } from "preact/hooks";
import type { HostMessage } from "../../server/protocol.ts";
import type { Position, RoadmapView, SourcePlace } from "../../server/views/roadmap/shape.ts";
import { frameFor } from "../drawings/frame.ts";
import { Legend, legendPlaces } from "../drawings/legend.tsx";
import { LookProvider, useLook } from "../drawings/look.tsx";
import { linksOf } from "../drawings/sentences.ts";
import { pageTokens } from "../drawings/theme.ts";
import { Chart } from "./chart.tsx";
import { Controls } from "./controls.tsx";
import { markAt } from "./cursor.ts";
import { Headline, TopBar } from "./header.tsx";
import { createHold } from "./held.ts";
import { type Command, findHost, type Host } from "./host.ts";
import { followTheme, mendColours, type PageTheme, pageMeasure, watchTheme } from "./look.ts";
import { Empty, Failed, Loading, Stale } from "./notices.tsx";
import { pictureOf } from "./picture.ts";
import { readSettings, type Settings } from "./settings.ts";
import { Table } from "./table.tsx";
import { Tray } from "./tray.tsx";
import { clock, faultSentence } from "./words.ts";

/** What the page knows of its host's messages. */
interface Known {
  /** The picture on screen: the latest, or the last good one while the text has faults. */
  readonly view?: RoadmapView;
  readonly time?: Date;
  /** The first fault of the text, and whether the picture is older than it. */
  readonly fault?: {
    readonly sentence: string;
    readonly source: SourcePlace;
    readonly kept: boolean;
  };
  /** The host cannot answer. */
  readonly silent?: string;
  readonly error?: string;
  readonly cursor?: { readonly uri: string; readonly position: Position };
  readonly theme?: PageTheme;
  readonly commands: readonly Command[];
}

/** A sheet has become a view by then. */
type Heard = Exclude<HostMessage, { readonly type: "sheet" }>;

function receive(known: Known, message: Heard): Known {
  const { silent: _, error: __, ...rest } = known;
  switch (message.type) {
    case "view":
      return receiveView(rest, message.view);
    case "cursor": {
      const { cursor: ___, ...others } = known;
      const { uri, position } = message;
      return uri !== undefined && position ? { ...others, cursor: { uri, position } } : others;
    }
    case "stale":
      return { ...known, silent: message.sentence };
    case "error":
      return { ...known, error: message.details };
    case "setting":
      return {
        ...known,
        ...(message.theme ? { theme: message.theme } : {}),
        ...(message.commands ? { commands: message.commands } : {}),
      };
  }
}

function receiveView(known: Known, view: RoadmapView): Known {
  const { fault: _, ...rest } = known;
  const first = view.faults[0];
  if (!first) return { ...rest, view, time: new Date() };
  const kept = known.view !== undefined && known.view.initiatives.length > 0;
  const fault = { sentence: faultSentence(view, first), source: first.source, kept };
  return kept ? { ...rest, fault } : { ...rest, view, time: new Date(), fault };
}

function Page({ host }: { readonly host: Host }) {
  const [known, setKnown] = useState<Known>({ commands: host.commands });
  const hold = useRef(createHold());
  const remembered = useRef(host.remembered());
  const [settings, setSettings] = useState(() => readSettings(remembered.current));
  const saving = useRef(0);
  const save = (next: Settings) => {
    clearTimeout(saving.current);
    saving.current = window.setTimeout(() => {
      remembered.current = { ...remembered.current, roadmap: next };
      host.remember(remembered.current);
    }, 250);
  };
  const latest = useRef(settings);
  const change = (part: Partial<Settings>) => {
    latest.current = { ...latest.current, ...part };
    save(latest.current);
    // Where it is scrolled is remembered, and nothing is drawn from it.
    if (Object.keys(part).join() !== "scroll") setSettings(latest.current);
  };

  useEffect(() => {
    host.listen((message) => {
      if (message.type === "setting") {
        if (message.locale) document.documentElement.lang = message.locale;
        if (message.state) {
          remembered.current = { ...message.state, ...remembered.current };
          host.remember(remembered.current);
        }
      }
      if (message.type !== "sheet") {
        setKnown((before) => receive(before, message));
        return;
      }
      const view = hold.current(message.of);
      if (view === undefined) host.send({ type: "ready" });
      else setKnown((before) => receive(before, { type: "view", view }));
    });
    host.send({ type: "ready" });
  }, []);

  const [failure, again] = useErrorBoundary();
  const details = failure instanceof Error ? (failure.stack ?? failure.message) : failure;
  const redraw = () => {
    again();
    setKnown(({ error: _, ...rest }) => rest);
    host.send({ type: "ready" });
  };
  const error = known.error ?? (details === undefined ? undefined : String(details));
  return (
    <Looked theme={known.theme}>
      {error !== undefined ? (
        <Failed
          details={error}
          onAgain={redraw}
          onCopy={() => host.send({ type: "copy", text: error })}
        />
      ) : known.view ? (
        <Roadmap
          known={known}
          view={known.view}
          settings={settings}
          onChange={change}
          host={host}
        />
      ) : (
        <Waiting />
      )}
    </Looked>
  );
}

/** Tokens, and a measure in the page's font, made again when the theme changes. */
function Looked(props: {
  readonly theme: PageTheme | undefined;
  readonly children: preact.ComponentChildren;
}) {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const update = () => {
      followTheme(props.theme);
      const root = document.getElementById("page");
      if (root) mendColours(root);
    };
    update();
    document.fonts.ready.then(() => setTurn((before) => before + 1));
    return watchTheme(update);
  }, [props.theme]);
  const look = useMemo(() => ({ tokens: pageTokens, measure: pageMeasure() }), [turn]);
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

function Roadmap(props: {
  readonly known: Known;
  readonly view: RoadmapView;
  readonly settings: Settings;
  readonly onChange: (part: Partial<Settings>) => void;
  readonly host: Host;
}) {
  const { known, view, settings, onChange, host } = props;
  const width = useWindowWidth();
  const { mode } = frameFor(width, 0);
  const links = useMemo(() => linksOf(view), [view]);
  const byId = useMemo(
    () => new Map(view.initiatives.map((initiative) => [initiative.id, initiative])),
    [view],
  );
  const cursor = useMemo(
    () => known.cursor && markAt(view, known.cursor.uri, known.cursor.position),
    [view, known.cursor],
  );
  useEffect(() => {
    document.title = view.title;
  }, [view.title]);
  const reveal = ({ uri, range, name }: SourcePlace) =>
    host.send({ type: "reveal", uri, range, select: name });
  const controls = (
    <Controls view={view} settings={settings} onChange={onChange} zoomable={mode !== "narrow"} />
  );
  const menu = (
    <details class="menu">
      <summary class="icon" aria-label="Filter and display">
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="line">
          <path d="M2 4H14M4 8H12M6 12H10" />
        </svg>
        <span>Filter</span>
      </summary>
      <div class="panel">{controls}</div>
    </details>
  );
  const stale = staleOf(known);
  const empty = view.initiatives.length === 0;
  return (
    <div class={`page ${mode}`}>
      <TopBar
        search={settings.search}
        onSearch={(search) => onChange({ search })}
        menu={mode === "wide" || empty ? undefined : menu}
      />
      {!empty && <Headline view={view} />}
      <div class="tools">
        {mode === "wide" && !empty && controls}
        {stale && (
          <Stale
            sentence={stale.sentence}
            {...(stale.source ? { link: mode === "wide" ? "Go to the fault" : "Go to it" } : {})}
            onLink={() => stale.source && reveal(stale.source)}
          />
        )}
      </div>
      {empty ? (
        <Empty
          commands={known.commands}
          onCommand={(command) => host.send({ type: "command", command })}
        />
      ) : (
        <>
          {settings.table ? (
            <Table
              view={view}
              rows={pictureOf(view, { ...settings, collapsed: [] }, width).rows}
              links={links}
              onReveal={reveal}
            />
          ) : (
            <Chart {...{ view, settings, links, byId, cursor, onChange }} onReveal={reveal} />
          )}
          {!settings.table && (
            <Tray
              view={view}
              byId={byId}
              narrow={mode === "narrow"}
              cursor={cursor}
              onReveal={reveal}
            />
          )}
          {mode !== "narrow" && !settings.table && <LegendStrip view={view} width={width} />}
        </>
      )}
    </div>
  );
}

function staleOf(known: Known): { sentence: string; source?: SourcePlace } | undefined {
  const { fault, time } = known;
  if (fault) {
    const kept = fault.kept && time;
    const rest = kept
      ? `This is the last good picture, from ${clock(kept)}.`
      : "What could be read is drawn.";
    return { sentence: `${fault.sentence} ${rest}`, source: fault.source };
  }
  return known.silent === undefined ? undefined : { sentence: known.silent };
}

function LegendStrip({ view, width }: { readonly view: RoadmapView; readonly width: number }) {
  const { measure } = useLook();
  const wide = width - 48;
  const { height } = legendPlaces(view, wide, measure);
  return (
    <svg class="legend" width={wide} height={height} role="img" aria-label="Legend">
      <Legend view={view} width={wide} />
    </svg>
  );
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const update = () => setWidth(window.innerWidth);
    window.addEventListener("resize", update);
    return () => window.removeEventListener("resize", update);
  }, []);
  return width;
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
