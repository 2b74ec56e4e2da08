// A mark that is pointed at → the card beside it: what is known of it, or a list of the marks that it stands for.
import { useRef } from "preact/hooks";
import type { PictureMark } from "../../drawings/drawing.ts";
import { FactsCard, useCardOf } from "../facts.tsx";
import { FloatingCard } from "../floating.tsx";
import type { AskCard } from "../host.ts";
import type { CardControl } from "../resting.ts";

/** What a card is shown of. */
export interface Carded {
  readonly mark: PictureMark;
  /** The marks that it stands for are to be chosen from. */
  readonly isList?: true;
}

export function MarkCard(props: {
  readonly card: CardControl<Carded>;
  readonly byKey: ReadonlyMap<string, PictureMark>;
  readonly ask: AskCard;
  /** Leads to the mark of this key. */
  readonly onChoose: (key: string) => void;
}) {
  const { card, byKey, ask, onChoose } = props;
  if (!card.shown) return null;
  const { thing, x, y } = card.shown;
  const mark = byKey.get(thing.mark.key) ?? thing.mark;
  const place = { x, y, onEnter: card.hold, onLeave: card.leave };
  return thing.isList ? (
    <ListCard mark={mark} place={place} onChoose={onChoose} />
  ) : (
    <CardOfMark mark={mark} place={place} ask={ask} />
  );
}

type Place = Omit<Parameters<typeof FloatingCard>[0], "choosing" | "children">;

function CardOfMark(props: {
  readonly mark: PictureMark;
  readonly place: Place;
  readonly ask: AskCard;
}) {
  const { mark, place, ask } = props;
  const card = useCardOf(mark.card === undefined ? mark.source : undefined, ask);
  const facts = mark.card ?? card;
  if (!facts) return null;
  return (
    <FloatingCard {...place}>
      <FactsCard facts={facts} />
    </FloatingCard>
  );
}

/** The focus goes into it as it comes; Escape leads back. */
function ListCard(props: {
  readonly mark: PictureMark;
  readonly place: Place;
  readonly onChoose: (key: string) => void;
}) {
  const { mark, place, onChoose } = props;
  const enters = useRef(true);
  const label = mark.card?.title ?? mark.sentence;
  return (
    <FloatingCard {...place} choosing={{ label, enters, onEscape: () => onChoose(mark.key) }}>
      <h2>{label}</h2>
      <ul class="held">
        {mark.holds?.map(([key, words]) => (
          <li key={key}>
            <button type="button" class="link" onClick={() => onChoose(key)}>
              {words}
            </button>
          </li>
        ))}
      </ul>
    </FloatingCard>
  );
}
