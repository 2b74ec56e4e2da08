// The people view as a table: loads quarter by quarter, skills, reporting lines and key roles.
import type { LineNode, PeopleView, TeamLoad } from "../../../server/views/people/shape.ts";
import { numberCell, textCell, unknown } from "../cells.ts";
import type { Table, TableRow } from "../drawing.ts";
import { capitalised } from "../sentences.ts";
import { count } from "../time.ts";
import { secondLine } from "./lines.tsx";
import { loadInWords } from "./load-words.ts";
import { presence } from "./skills.tsx";

export function peopleTable(view: PeopleView): Table {
  return {
    columns: [
      { key: "what", head: "Team, skill or role" },
      { key: "when", head: "Quarter or holder" },
      { key: "fte", head: "FTE", is: "number", numeric: true },
      { key: "capacity", head: "Capacity, FTE", is: "number", numeric: true },
      { key: "there", head: "What is there" },
      { key: "says", head: "In words" },
    ],
    rows: [
      ...view.teams.flatMap((team) => teamRows(view, team)),
      ...skillRows(view),
      ...lineRows(view),
      ...keyRows(view),
    ],
  };
}

const section = { load: "Load", skills: "Skills", lines: "Reporting lines", keys: "Key roles" };

/** A team once for each quarter in which anything is asked of it, or once. */
function teamRows({ quarters }: PeopleView, team: TeamLoad): readonly TableRow[] {
  const { id, title, source, capacity, reason, work } = team;
  const has = numberCell(capacity === undefined ? undefined : Number(capacity));
  const there = textCell(reason);
  const shared = { source, section: section.load };
  if (team.cells.length === 0)
    return [
      {
        ...shared,
        key: `team:${id}`,
        cells: [title, unknown, unknown, has, there, "Nothing is asked of it"],
      },
    ];
  return team.cells.map((cell) => {
    const quarter = quarters.find(({ name }) => name === cell.quarter);
    const shares = cell.shares.map(([at, fte]) => `${work[at]}: ${fte}`);
    const silent = cell.unstated.map((at) => `${work[at]}: not written`);
    return {
      ...shared,
      key: `load:${id}:${cell.quarter}`,
      cells: [
        title,
        { text: quarter ? `${quarter.label} ${quarter.year}` : cell.quarter, by: cell.quarter },
        cell.fte === undefined
          ? unknown
          : numberCell(Number(cell.fte), `${cell.atLeast ? "at least " : ""}${cell.fte}`),
        has,
        there,
        [...(cell.over ? [`${cell.over} too many`] : []), ...shares, ...silent].join("; ") ||
          loadInWords(team, cell),
      ],
    };
  });
}

function skillRows({ skills }: PeopleView): readonly TableRow[] {
  return skills.map((skill) => {
    const { id, title, source, state, neededBy, note, learning, wrong } = skill;
    const learns =
      learning.length > 0 ? `Learning: ${learning.join(", ")}` : "Nobody is learning it";
    return {
      key: `skill:${id}`,
      source,
      section: section.skills,
      gap: state === "nobody" ? "Nobody has it" : undefined,
      cells: [
        title,
        unknown,
        unknown,
        unknown,
        `${presence(skill)}${note ? ` ${note}` : ""}`,
        [`Needed by ${count(neededBy.length, "initiative")}`, learns, ...wrong].join(". "),
      ],
    };
  });
}

function lineRows({ lines }: PeopleView): readonly TableRow[] {
  return lines.map((node) => ({
    key: `role:${node.id}`,
    source: node.source,
    section: section.lines,
    gap: node.fault === undefined ? undefined : secondLine(node).text,
    cells: [
      node.title,
      holderIn(node),
      unknown,
      unknown,
      node.key ? "Key role" : unknown,
      node.sentence.startsWith(node.title)
        ? capitalised(node.sentence.slice(node.title.length + 1))
        : "",
    ],
  }));
}

function holderIn(node: LineNode): string {
  return (
    node.holder ??
    (node.fault === "lead" ? "No lead" : secondLine({ ...node, fault: undefined }).text)
  );
}

function keyRows({ keyRoles }: PeopleView): readonly TableRow[] {
  return keyRoles.map(({ id, title, source, holder, health, successors, missing, wrong }) => ({
    key: `key:${id}`,
    source,
    section: section.keys,
    gap: health === "red" ? (missing ?? (holder ? "No successor" : "Nobody holds it")) : undefined,
    cells: [
      title,
      holder ?? "Nobody holds it",
      unknown,
      unknown,
      missing ?? `Successors: ${successors.map((one) => one.title).join(", ")}`,
      [
        ...successors.flatMap(({ title: who, mentor }) =>
          mentor === undefined ? [] : [`${mentor} mentors ${who}`],
        ),
        ...wrong,
      ].join(". ") || unknown,
    ],
  }));
}
