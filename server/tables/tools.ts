// The headings of a table → the tool whose documented export it is, and what is peculiar to its columns.
import { asCompared } from "./folded.ts";

export interface KnownTool {
  readonly name: string;
  /** Headings of which each export has all of one of these lists. */
  readonly has: readonly (readonly string[])[];
  /** What its columns say, where their headings alone would mean another thing. */
  readonly says: Readonly<Record<string, string>>;
  /** Headings of what the tool needs for itself. */
  readonly leaves: RegExp;
  /** Durations count days of work, five in a week. */
  readonly countsWork?: true;
}

/** All of them as they are compared: see `asCompared`. */
const tools: readonly KnownTool[] = [
  {
    name: "Viva Goals",
    has: [
      ["objective id", "objective title"],
      ["title", "type", "time period"],
      ["title", "okr type"],
      ["title", "metric name", "start value", "target value"],
      ["okr title"],
    ],
    says: {
      "objective id": "id",
      "okr id": "id",
      "objective title": "title",
      "okr title": "title",
      "objective type": "kind",
      "okr type": "kind",
      type: "kind",
      "objective description": "description",
      "aligned to": "parent",
      "parent objective id": "parent",
      "parent okr id": "parent",
      "metric name": "unit",
      status: "status",
      "time period": "timeline",
      team: "teams",
    },
    leaves:
      /^(?:objective owner id|owner id|owner email|owner e mail|team id|created (?:on|by|at|date)|last modified.*|permissions?|visibility|expected progress.*|score|number of check ins|check in owner.*|metric type)$/,
  },
  {
    name: "Jira",
    has: [
      ["summary", "issue key"],
      ["summary", "issue type", "issue id"],
      ["zusammenfassung", "vorgangsschlussel"],
      ["resume", "cle de ticket"],
    ],
    says: {
      summary: "title",
      zusammenfassung: "title",
      "issue key": "id",
      "issue id": "id",
      vorgangsschlussel: "id",
      "cle de ticket": "id",
      "issue type": "kind",
      vorgangstyp: "kind",
      "type de ticket": "kind",
      parent: "parent",
      "parent id": "parent",
      "parent key": "parent",
      "custom field epic link": "parent",
      "epic link": "parent",
      "custom field parent link": "parent",
      "custom field story points": "effort",
      "story points": "effort",
      "custom field start date": "start",
      "custom field target start": "start",
      "custom field target end": "end",
      "inward issue link blocks": "after",
      labels: "tags",
      component: "tags",
      components: "tags",
      assignee: "owner",
      "due date": "end",
    },
    leaves:
      /^(?:parent summary|project (?:key|name|type|lead|lead id|description|url)|(?!issue|parent).* id|outward issue link blocks|creator|reporter|created|updated|last viewed|resolved|resolution|status category.*|votes|watchers|log work|work ratio|attachment|comment|security level|custom field (?:rank|epic (?:color|colour|name|status)|development|flagged|\[chart\].*|chart.*|vulnerability|issue color|design|open issues.*)|original estimate|remaining estimate|time spent|sum .*|environment|affects versions?)$/,
  },
  {
    name: "Asana",
    has: [
      ["task id", "name", "section column"],
      ["task id", "created at", "completed at", "name"],
    ],
    says: {
      "task id": "id",
      name: "title",
      "section column": "theme",
      assignee: "owner",
      "parent task": "parent",
      "blocked by dependencies": "after",
      "blocked by": "after",
      notes: "description",
      projects: "tags",
    },
    leaves:
      /^(?:created at|last modified|assignee email|blocking dependencies|blocking|followers|task progress)$/,
  },
  {
    name: "Monday",
    has: [
      ["name", "subitems"],
      ["name", "item id auto generated"],
      ["name", "timeline start", "timeline end"],
      ["name", "person", "status"],
    ],
    says: {
      name: "title",
      person: "owner",
      people: "owner",
      "timeline start": "start",
      "timeline end": "end",
      date: "end",
      "dependent on": "after",
      "item id auto generated": "id",
    },
    leaves: /^(?:subitems|subitems .*|last updated|creation log|item id|unterelemente)$/,
  },
  {
    name: "MS Project",
    has: [
      ["task mode", "duration", "start", "finish"],
      ["outline level", "duration", "start", "finish"],
      ["outline level", "name", "start", "finish"],
      ["predecessors", "resource names"],
      ["vorgangsmodus", "dauer", "anfang"],
      ["vorganger", "ressourcennamen"],
      ["predecesseurs", "noms ressources"],
      ["id", "name", "duration", "start", "finish"],
    ],
    says: {
      id: "id",
      name: "title",
      "task name": "title",
      vorgangsname: "title",
      "nom de la tache": "title",
      wbs: "",
      "unique id": "",
      work: "",
    },
    leaves:
      /^(?:active|task mode|vorgangsmodus|mode tache|aktiv|indicators|unique id|wbs|outline number|constraint .*|baseline .*|type|summary|critical|calendar|guid|% work complete|total slack|free slack)$/,
    countsWork: true,
  },
];

/** The first tool whose export has these headings. */
export function toolOf(headings: readonly string[]): KnownTool | undefined {
  const all = new Set(headings.map(asCompared));
  return tools.find(({ has }) => has.some((some) => some.every((one) => all.has(one))));
}
