// The page of a view that is a sheet: what can be chosen, the picture or its table, and the legend.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { SheetDrawing } from "../drawings/drawing.ts";
import { modeFor } from "../drawings/frame.ts";
import { Choice, Segments } from "./choices.tsx";
import { DataTable } from "./data-table.tsx";
import { Headline, TopBar } from "./header.tsx";
import { staleness } from "./known.ts";
import { LegendStrip } from "./legend-strip.tsx";
import { Empty, Stale } from "./notices.tsx";
import { type PageOf, useSettings } from "./page-of.ts";
import { readSheetSettings } from "./sheet-settings.ts";
import { SheetStage } from "./stage.tsx";

export function SheetPage(props: PageOf & { readonly drawing: SheetDrawing }) {
  const { view, drawing, known, seen, host, width, memory, onOpen } = props;
  const [settings, change] = useSettings(memory, drawing.name, readSheetSettings);
  const [search, setSearch] = useState("");
  const [next, setNext] = useState(0);
  const [found, setFound] = useState(0);
  useEffect(() => {
    document.title = `${drawing.label}: ${view.title}`;
  }, [view.title]);
  const { sought } = known;
  useEffect(() => {
    if (sought?.view === drawing.name) change({ table: false });
  }, [sought]);
  const { mode } = modeFor(width);
  const stale = staleness(seen, known.silent);
  const emptiness = useMemo(() => drawing.empty(view), [view]);
  const legend = useMemo(() => (emptiness ? [] : drawing.legend(view)), [view]);
  // The table has all of it, and is sorted by its heads.
  const choices = emptiness || settings.table ? [] : (drawing.choices?.(view) ?? []);
  return (
    <div class={`page ${mode}`}>
      <TopBar
        tabs={props.bar}
        width={width}
        search={search}
        onSearch={(text) => {
          setSearch(text);
          setNext(0);
        }}
        onNext={() => setNext(next + 1)}
        bare={view.isBare}
        table={emptiness ? undefined : settings.table}
        onTable={(table) => change({ table, scroll: 0 })}
      />
      <main class="content">
        {!emptiness && <Headline view={view} />}
        <div class="tools">
          {choices.length > 0 && (
            <div class="controls" role="group" aria-label={`What ${drawing.label} shows`}>
              {choices.map(({ key, label, options }) => {
                const chosen = settings.chosen[key] ?? options[0]?.[0] ?? "";
                const onChange = (value: string) =>
                  change({ chosen: { ...settings.chosen, [key]: value } });
                const shared = { label, options, value: chosen, onChange };
                return mode === "narrow" ? (
                  <Choice key={key} {...shared} />
                ) : (
                  <Segments key={key} {...shared} />
                );
              })}
            </div>
          )}
          {search.trim() !== "" && !settings.table && !emptiness && (
            <p class="found" role="status">
              {found === 0
                ? `Nothing matches “${search.trim()}”`
                : `${found} found, Enter shows the next`}
            </p>
          )}
          {stale && (
            <Stale
              sentence={stale.sentence}
              {...(stale.source ? { link: mode === "wide" ? "Go to the fault" : "Go to it" } : {})}
              onLink={() => stale.source && onOpen({ source: stale.source })}
            />
          )}
        </div>
        {emptiness ? (
          <Empty {...{ view, known, host }} says={emptiness} />
        ) : settings.table ? (
          <DataTable
            caption={`${view.sentence}.`}
            table={drawing.table(view)}
            search={search}
            onReveal={(source) => onOpen({ source })}
          />
        ) : (
          <>
            <SheetStage
              {...{ view, drawing, settings, search, next }}
              onFound={setFound}
              onChange={change}
              cursor={known.cursor}
              sought={sought}
              {...{ ask: props.ask, editing: props.editing, tell: props.tell, onOpen }}
            />
            <LegendStrip items={legend} width={width} mode={mode} />
          </>
        )}
      </main>
    </div>
  );
}
