// The page of a view on a calendar: its controls, the picture or its table, the tray and the legend.
import { useEffect, useMemo, useState } from "preact/hooks";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { besideFrom, frameFor } from "../drawings/frame.ts";
import { useLook } from "../drawings/look.tsx";
import { headFor } from "../drawings/roadmap/filtered-head.ts";
import { roadmapLegend } from "../drawings/roadmap/legend.tsx";
import { nothingPlanned } from "../drawings/roadmap/nothing.tsx";
import { siftOf } from "../drawings/roadmap/sift.ts";
import { linksOf } from "../drawings/sentences.ts";
import { Chart } from "./chart.tsx";
import { heldBy } from "./chart-card.tsx";
import { Controls } from "./controls.tsx";
import { markAt, roadmapPlaces } from "./cursor.ts";
import { createDragging } from "./drag/dragging.ts";
import { FilterChips, toggled } from "./filters.tsx";
import { Headline, TopBar } from "./header.tsx";
import { staleness } from "./known.ts";
import { LegendStrip } from "./legend-strip.tsx";
import { MarkMenu } from "./mark-menu.tsx";
import { markOf, rowKeyOf, sourceAt } from "./marks.ts";
import { Menu } from "./menu.tsx";
import { Empty, Stale } from "./notices.tsx";
import { type PageOf, useIsLow, useSettings } from "./page-of.ts";
import { type Picture, pictureOf } from "./picture.ts";
import { filterOf, readSettings } from "./settings.ts";
import { RoadmapTable } from "./table.tsx";
import { Tray } from "./tray.tsx";
import { unhidden } from "./unhidden.ts";

export function CalendarPage(props: PageOf<RoadmapView>) {
  const { known, seen, view, host, width, memory } = props;
  const [settings, onChange] = useSettings(memory, view.view, readSettings, known.start);
  const [todays, setTodays] = useState(0);
  const [picture, setPicture] = useState<Picture>();
  const level = picture?.axis.level ?? "quarters";
  const { mode } = frameFor(width, 0);
  const isLow = useIsLow();
  const { measure } = useLook();
  const filter = useMemo(() => filterOf(settings), [settings.wanted, settings.search]);
  const sifted = siftOf(view, filter);
  const head = useMemo(() => headFor(view, sifted), [sifted]);
  const links = useMemo(() => linksOf(view), [view]);
  const { byId } = sifted;
  const dragging = useMemo(createDragging, []);
  const cursor = useMemo(
    () => known.cursor && markAt(roadmapPlaces(view), known.cursor.uri, known.cursor.position),
    [view, known.cursor],
  );
  useEffect(() => {
    document.title = view.title;
  }, [view.title]);
  const { sought } = known;
  useEffect(() => {
    if (sought?.view === view.view && cursor)
      onChange(unhidden(cursor, view, settings, sifted, width));
  }, [sought]);
  const reveal = (source: SourcePlace) => props.onOpen({ source });
  const sourceOf = (mark: string) => {
    const row = picture?.byKey.get(rowKeyOf(mark));
    // What stands for several is written in several places.
    if (picture && heldBy(mark, row, view, picture, measure).length > 1) return undefined;
    return sourceAt(mark, row, view) ?? byId.get(mark.replace(/^work:/, ""))?.source;
  };
  const controls = (
    <Controls
      {...{ view, settings, onChange, level }}
      zoomable={picture?.frame.stacked !== true}
      isSmall={mode === "middle" && width < besideFrom}
      inMenu={mode !== "wide"}
      onToday={() => setTodays(todays + 1)}
    />
  );
  const menu = (
    <Menu label="Filter" icon={<path d="M2 4H14M4 8H12M6 12H10" />} brief={mode === "narrow"}>
      {controls}
    </Menu>
  );
  const legend = useMemo(
    () => (picture === undefined ? [] : roadmapLegend(view, picture.rows, picture.frame)),
    [picture],
  );
  const stale = staleness(seen, known.silent);
  const empty = view.initiatives.length === 0;
  return (
    <div class={`page ${mode}`}>
      <TopBar
        tabs={props.bar}
        width={width}
        search={settings.search}
        onSearch={(search) => onChange({ search })}
        menu={mode === "wide" || empty ? undefined : menu}
        bare={view.isBare}
        table={empty ? undefined : settings.table}
        onTable={(table) => onChange({ table })}
      />
      <main class="content">
        {!empty && <Headline view={{ ...view, ...head }} />}
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
        {!empty && (
          <FilterChips
            filter={filter}
            counted={head.counted}
            onChange={(wanted) => onChange({ wanted })}
            onSearch={(search) => onChange({ search })}
          />
        )}
        {empty ? (
          <Empty {...{ view, known, host }} says={nothingPlanned} />
        ) : (
          <>
            {settings.table ? (
              <RoadmapTable
                view={view}
                rows={pictureOf(view, { ...settings, collapsed: [] }, width).rows}
                onReveal={reveal}
              />
            ) : (
              <MarkMenu
                {...{ view, editing: props.editing, ask: props.ask, onOpen: props.onOpen }}
                tell={props.tell}
                keyOf={markOf}
                more={dragging.menuOf}
                sourceOf={sourceOf}
              >
                <Chart
                  {...{ view, settings, links, byId, cursor, sought, onChange, todays, dragging }}
                  ask={props.ask}
                  editing={props.editing}
                  tell={props.tell}
                  onPicture={setPicture}
                  onReveal={reveal}
                />
                <Tray
                  view={view}
                  sifted={sifted}
                  byId={byId}
                  isBrief={mode === "narrow" || isLow}
                  cursor={cursor}
                  onReveal={reveal}
                  dragging={props.editing && dragging}
                />
              </MarkMenu>
            )}
            {!settings.table && (
              <LegendStrip
                items={legend}
                width={width}
                mode={mode}
                isOn={({ filter: one }) =>
                  one !== undefined && (filter[one.field] ?? []).includes(one.value)
                }
                onItem={({ filter: one }) => {
                  if (one) onChange({ wanted: toggled(filter, one.field, one.value) });
                }}
              />
            )}
          </>
        )}
      </main>
    </div>
  );
}
