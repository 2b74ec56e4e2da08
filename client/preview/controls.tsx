// The controls of the roadmap: grouping, filters, zoom, what to draw, and the table.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { AxisLevel, Zoom } from "../drawings/roadmap/axis.ts";
import { gapKey, isProgrammeKey } from "../drawings/roadmap/rows.ts";
import { groupWords } from "../drawings/sentences.ts";
import { Check, Choice, Segments } from "./choices.tsx";
import { FilterMenu, FilterPanel } from "./filters.tsx";
import { filterOf, groupings, type Settings, type Wanted } from "./settings.ts";

export interface ControlsProps {
  readonly view: RoadmapView;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  /** How fine the axis is that is drawn. */
  readonly level: AxisLevel;
  /** Below 600 px the calendar has one width. */
  readonly zoomable: boolean;
  readonly onToday: () => void;
  /** Names stand above the bars, unless somebody wants them beside. */
  readonly isSmall: boolean;
  /** They stand in a menu: the filters below the rest instead of in a menu of their own. */
  readonly inMenu: boolean;
}

export function Controls(props: ControlsProps) {
  const { view, settings, onChange, zoomable } = props;
  // A table has no bars to zoom, to fold or to frame.
  const isPicture = !settings.table;
  const available = new Set(view.groupings.map(({ by }) => by));
  const onFilter = (wanted: Wanted) => onChange({ wanted });
  return (
    <div class="controls" role="group" aria-label="Roadmap controls">
      <Choice
        label="Group by"
        value={settings.groupBy}
        options={groupings.filter((by) => available.has(by)).map((by) => [by, groupWords[by]])}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      {!props.inMenu && <FilterMenu view={view} filter={filterOf(settings)} onChange={onFilter} />}
      {props.isSmall && isPicture && (
        <Segments
          label="Names"
          options={nameWords}
          value={settings.names === undefined ? "above" : "beside"}
          onChange={(place) => onChange({ names: place === "above" ? undefined : smallNames })}
        />
      )}
      {zoomable && isPicture && <Zooms {...props} />}
      {isPicture && <Folds view={view} settings={settings} onChange={onChange} />}
      {isPicture && (
        <Check
          label="Critical path"
          on={settings.critical}
          onChange={(critical) => onChange({ critical })}
        />
      )}
      {zoomable && isPicture && (
        <Check
          label="Dependencies"
          on={settings.dependencies}
          onChange={(dependencies) => onChange({ dependencies })}
        />
      )}
      {props.inMenu && <FilterPanel view={view} filter={filterOf(settings)} onChange={onFilter} />}
    </div>
  );
}

const nameWords = [
  ["above", "Names above"],
  ["beside", "Names beside"],
] as const;

/** How wide names are that are put beside the bars, in px. */
const smallNames = 244;

const zoomWords: readonly (readonly [Zoom, string])[] = [
  ["years", "Years"],
  ["quarters", "Quarters"],
  ["months", "Months"],
];

/** What is pressed is what is drawn, be it chosen or what fits. */
function Zooms({ level, settings, onChange, onToday }: ControlsProps) {
  const halves = [["halves", "Halves"]] as const;
  return (
    <>
      <Segments
        label="Zoom"
        options={
          level === "halves"
            ? [...zoomWords.slice(0, 1), ...halves, ...zoomWords.slice(1)]
            : zoomWords
        }
        value={level}
        onChange={(zoom) => {
          if (zoom !== "halves") onChange({ zoom, quarter: undefined });
        }}
      />
      <button
        type="button"
        disabled={settings.zoom === "fit" && settings.quarter === undefined}
        onClick={() => onChange({ zoom: "fit", quarter: undefined })}
      >
        Fit
      </button>
      <button type="button" onClick={onToday}>
        Today
      </button>
    </>
  );
}

/** Opens or closes all groups at once. */
function Folds({
  view,
  settings,
  onChange,
}: Pick<ControlsProps, "view" | "settings" | "onChange">) {
  const groups = view.groupings.find(({ by }) => by === settings.groupBy)?.groups ?? [];
  const closable = groups.map(({ id }) => id);
  const closed = new Set(settings.collapsed);
  const isOpenable = (key: string) =>
    closable.includes(key) || isProgrammeKey(key) || key === gapKey;
  return (
    <>
      <button
        type="button"
        disabled={!settings.collapsed.some(isOpenable)}
        onClick={() => onChange({ collapsed: [] })}
      >
        Expand all
      </button>
      <button
        type="button"
        disabled={closable.every((id) => closed.has(id))}
        onClick={() => onChange({ collapsed: [...new Set([...settings.collapsed, ...closable])] })}
      >
        Collapse all
      </button>
    </>
  );
}
