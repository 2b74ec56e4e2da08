// The roadmap as a table: every fact of the picture in words, for screen readers and for whoever prefers it.
import { useState } from "preact/hooks";
import type { RoadmapView, Source } from "../../server/views/roadmap.ts";
import type { Row } from "../drawings/rows.ts";
import {
  eventSentence,
  healthWords,
  type Links,
  statusInWords,
  timelineInWords,
} from "../drawings/sentences.ts";
import { dateInWords } from "../drawings/time.ts";

export interface TableProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly links: Links;
  readonly onReveal: (source: Source) => void;
}

const page = 500;

export function Table({ view, rows, links, onReveal }: TableProps) {
  const [shown, setShown] = useState(page);
  const byId = new Map(view.initiatives.map((initiative) => [initiative.id, initiative]));
  const undated = new Set(view.undated.initiatives);
  const work = rows.flatMap((row) => (row.type === "initiative" ? [row.initiative] : []));
  const tray = view.undated.initiatives.flatMap((id) => byId.get(id) ?? []);
  const all = [...new Set([...work, ...tray])];
  const names = (ids: readonly string[]) => ids.map((id) => byId.get(id)?.title ?? id).join(", ");
  return (
    <section class="table">
      <table>
        <caption>{`${view.sentence}. ${all.length} initiatives.`}</caption>
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
              "What is wrong",
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.slice(0, shown).map((initiative) => (
            <tr
              key={initiative.id}
              class={initiative.unaligned || undated.has(initiative.id) ? "gap" : ""}
            >
              <th scope="row">
                <button type="button" class="link" onClick={() => onReveal(initiative.source)}>
                  {initiative.title}
                </button>
              </th>
              <td>{initiative.path.join(", then ") || "No objective"}</td>
              <td>{statusInWords(initiative)}</td>
              <td>{healthWords[initiative.health]}</td>
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
              <td>{initiative.wrong.join(". ") || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown < all.length && (
        <p class="buttons">
          <button type="button" onClick={() => setShown(shown + page)}>
            {`Show ${Math.min(page, all.length - shown)} more`}
          </button>
        </p>
      )}
      {view.events.length > 0 && (
        <>
          <h3>Reviews and KPI targets</h3>
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
