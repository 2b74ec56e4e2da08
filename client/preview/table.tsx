// The roadmap as a table: every fact of the picture in words, for screen readers and for whoever prefers it.
import { useState } from "preact/hooks";
import type { Initiative, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import type { Row } from "../drawings/rows.ts";
import {
  eventSentence,
  gapSentence,
  groupSentence,
  healthNames,
  type Links,
  statusInWords,
  timelineInWords,
} from "../drawings/sentences.ts";
import { count, dateInWords } from "../drawings/time.ts";

export interface TableProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly links: Links;
  readonly onReveal: (source: SourcePlace) => void;
}

const page = 500;

export function Table({ view, rows, links, onReveal }: TableProps) {
  const [shown, setShown] = useState(page);
  const byId = new Map(view.initiatives.map((initiative) => [initiative.id, initiative]));
  const lines = linesOf(view, rows);
  const amount = lines.filter(({ initiative }) => initiative).length;
  const names = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.title ?? id).join(", ");
  return (
    <section class="table">
      <table>
        <caption>{`${view.sentence}. ${count(amount, "initiative")}.`}</caption>
        <thead>
          <tr>
            {[
              "Initiative",
              "Supports",
              "Status",
              "Health",
              "Owner",
              "Teams",
              "Timeline",
              view.currency ?? "Money",
              "Milestones",
              "Waits for",
              "Risks and what is wrong",
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map(({ key, header, initiative, gap }) =>
            initiative ? (
              <tr key={key} class={gap ? "gap" : ""}>
                <th scope="row">
                  <button type="button" class="link" onClick={() => onReveal(initiative.source)}>
                    {initiative.title}
                  </button>
                </th>
                <td>{initiative.path.join(", then ") || "No objective"}</td>
                <td>{statusInWords(initiative)}</td>
                <td>{healthNames[initiative.health]}</td>
                <td>{initiative.owner ?? "–"}</td>
                <td>{initiative.teams.join(", ") || "–"}</td>
                <td>
                  {timelineInWords(initiative)}
                  {initiative.critical ? ". Critical path" : ""}
                </td>
                <td class="number">{initiative.money.amount ?? "–"}</td>
                <td>
                  {initiative.milestones
                    .map(({ title, date, status }) => `${title}: ${status}, ${dateInWords(date)}`)
                    .join("; ") || "–"}
                </td>
                <td>
                  {names(links.before.get(initiative.id)?.map(({ from }) => from) ?? []) || "–"}
                </td>
                <td>{troubles(initiative) || "–"}</td>
              </tr>
            ) : (
              <tr key={key} class={gap ? "group gap" : "group"}>
                <th scope="colgroup" colSpan={11}>
                  {header}
                </th>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {shown < lines.length && (
        <p class="buttons">
          <button type="button" onClick={() => setShown(shown + page)}>
            {`Show ${Math.min(page, lines.length - shown)} more`}
          </button>
        </p>
      )}
      {view.events.length > 0 && (
        <>
          <h3>Reviews, events and KPI targets</h3>
          <ul>
            {view.events.map((event) => (
              <li key={`${event.kind}:${event.id}:${event.date}`}>
                <button type="button" class="link" onClick={() => onReveal(event.source)}>
                  {eventSentence([event])}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A row of the table: a group as a sentence, or an initiative. */
interface Line {
  readonly key: string;
  readonly header?: string;
  readonly initiative?: Initiative;
  readonly gap: boolean;
}

/** The rows of the picture, then what has no dates and so no row in it. */
function linesOf(view: RoadmapView, rows: readonly Row[]): readonly Line[] {
  const lines = rows.map((row): Line => {
    const { key } = row;
    if (row.type === "initiative") return { key, initiative: row.initiative, gap: row.gap };
    if (row.type === "gap")
      return {
        key,
        header: `Supports no objective. ${gapSentence(view.unaligned, true)}`,
        gap: true,
      };
    return { key, header: groupSentence(row.group, view.currency), gap: false };
  });
  const undated = view.initiatives.filter(({ start }) => start === undefined);
  if (undated.length === 0) return lines;
  const header = { key: "undated:", header: "No dates yet.", gap: true };
  return [
    ...lines,
    header,
    ...undated.map((initiative) => ({ key: `undated:${initiative.id}`, initiative, gap: true })),
  ];
}

function troubles({ risk, wrong }: Initiative): string {
  const sentences = risk && !wrong.includes(risk.sentence) ? [risk.sentence, ...wrong] : wrong;
  return sentences.join(". ");
}
