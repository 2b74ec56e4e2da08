// A mark of the roadmap → its card: that of its row, of one milestone, review, event or target, or a list of several.
import type { Milestone, RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";
import { useLook } from "../drawings/look.tsx";
import { barOf } from "../drawings/roadmap/bars.ts";
import { laneKey, laneOf } from "../drawings/roadmap/lane.ts";
import type { Row } from "../drawings/roadmap/rows.ts";
import { dateInWords, dayOf, xOf } from "../drawings/time.ts";
import { GroupCard, InitiativeCard, type RoadmapFacts } from "./card.tsx";
import { FactsCard, useCardOf } from "./facts.tsx";
import type { AskCard } from "./host.ts";
import type { MarkKey } from "./marks.ts";
import type { Picture } from "./picture.ts";

export interface ChartCardProps extends RoadmapFacts {
  readonly mark: MarkKey;
  readonly row: Row | undefined;
  readonly picture: Picture;
  readonly ask: AskCard;
  readonly onReveal: (source: SourcePlace) => void;
}

/** What one mark stands for: more than one thing where there was no room for each. */
export interface Holding {
  readonly title: string;
  readonly sentence: string;
  readonly source: SourcePlace;
}

export function ChartCard(props: ChartCardProps) {
  const { measure } = useLook();
  const { row } = props;
  const held = heldBy(props.mark, row, props.view, props.picture, measure);
  if (held.length > 1) return <HeldCard held={held} onReveal={props.onReveal} />;
  if (held[0]) return <CardOfOne held={held[0]} ask={props.ask} />;
  if (row?.type === "initiative") return <InitiativeCard {...props} initiative={row.initiative} />;
  return row?.type === "group" ? <GroupCard group={row.group} /> : null;
}

/** The milestones of a diamond, or the events of a mark on the lane; none for a mark that is a row. */
export function heldBy(
  mark: MarkKey,
  row: Row | undefined,
  view: RoadmapView,
  { scale, frame }: Pick<Picture, "scale" | "frame">,
  measure: Parameters<typeof laneOf>[3],
): readonly Holding[] {
  const today = dayOf(view.today);
  if (mark.startsWith("event:")) {
    const lane = laneOf(view.events, scale, xOf(scale, today), measure);
    return lane.find((one) => laneKey(one) === mark)?.events ?? [];
  }
  if (!mark.startsWith("milestone:") || row?.type !== "initiative") return [];
  const { diamonds } = barOf(row.initiative, scale, today, frame, measure);
  const found = diamonds.find(({ milestones: [first] }) => {
    return first && mark === `milestone:${row.initiative.id}:${first.id}`;
  });
  return found?.milestones.map(heldMilestone) ?? [];
}

function heldMilestone({ title, date, status, overdueDays, source }: Milestone): Holding {
  const says =
    status === "planned" ? (overdueDays ? "was planned for" : "planned for") : `${status} on`;
  return { title, sentence: `${title}, ${says} ${dateInWords(date)}`, source };
}

function CardOfOne({ held, ask }: { readonly held: Holding; readonly ask: AskCard }) {
  const card = useCardOf(held.source, ask);
  const facts = card ?? { title: held.title, stands: held.sentence, facts: [], wrong: [] };
  return <FactsCard facts={facts} />;
}

/** A line for each thing that a mark holds, which leads to its text. */
function HeldCard(props: {
  readonly held: readonly Holding[];
  readonly onReveal: (source: SourcePlace) => void;
}) {
  return (
    <ul class="held">
      {props.held.map(({ sentence, source }) => (
        <li key={sentence}>
          <button type="button" class="link" onClick={() => props.onReveal(source)}>
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  );
}
