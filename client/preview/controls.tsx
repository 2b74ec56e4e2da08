// The controls of the roadmap: grouping, filters, zoom, what to draw, and the table.
import type { GroupBy, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { Zoom } from "../drawings/axis.ts";
import { statusWords } from "../drawings/sentences.ts";
import { Check, Choice, Segments } from "./choices.tsx";
import { groupings, type Settings, statuses } from "./settings.ts";

export interface ControlsProps {
  readonly view: RoadmapView;
  readonly settings: Settings;
  readonly onChange: (change: Partial<Settings>) => void;
  /** Below 600 px the calendar has one width. */
  readonly zoomable: boolean;
}

const groupWords: Readonly<Record<GroupBy, string>> = {
  objective: "Objective",
  theme: "Theme",
  team: "Team",
  owner: "Owner",
  status: "Status",
  technology: "Technology",
};

function statusName(status: Settings["status"]): string {
  if (status === "all") return "All status";
  return status === "open" ? "Open work" : statusWords[status];
}

export function Controls({ view, settings, onChange, zoomable }: ControlsProps) {
  const available = new Set(view.groupings.map(({ by }) => by));
  const teams = [...new Set(view.initiatives.flatMap((initiative) => initiative.teams))].sort();
  return (
    <div class="controls" role="group" aria-label="Roadmap controls">
      <Choice
        label="Group by"
        value={settings.groupBy}
        options={groupings.filter((by) => available.has(by)).map((by) => [by, groupWords[by]])}
        onChange={(groupBy) => onChange({ groupBy })}
      />
      <Choice
        label="Show"
        value={settings.status}
        options={statuses.map((status) => [status, statusName(status)])}
        onChange={(status) => onChange({ status })}
      />
      {teams.length > 0 && (
        <Choice
          label="Team"
          value={settings.team}
          options={[["", "All"], ...teams.map((team): [string, string] => [team, team])]}
          onChange={(team) => onChange({ team })}
        />
      )}
      {zoomable && <Zooms zoom={settings.zoom} onChange={onChange} />}
      <Check
        label="Critical path"
        on={settings.critical}
        onChange={(critical) => onChange({ critical })}
      />
      {zoomable && (
        <Check
          label="Dependencies"
          on={settings.dependencies}
          onChange={(dependencies) => onChange({ dependencies })}
        />
      )}
      <Check label="Table" on={settings.table} onChange={(table) => onChange({ table })} />
    </div>
  );
}

const zoomWords: readonly (readonly [Zoom, string])[] = [
  ["years", "Years"],
  ["quarters", "Quarters"],
  ["months", "Months"],
];

function Zooms(props: {
  readonly zoom: Zoom;
  readonly onChange: (change: Partial<Settings>) => void;
}) {
  return (
    <Segments
      label="Zoom"
      options={zoomWords}
      value={props.zoom}
      onChange={(zoom) => props.onChange({ zoom, quarter: undefined })}
    />
  );
}
