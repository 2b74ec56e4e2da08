// What is known of a thing → its card: how it stands, its facts with their labels, what is wrong.
import { useEffect, useState } from "preact/hooks";
import type { Card, CardFacts, SourcePlace } from "../../server/views/shape.ts";
import { HealthGlyph } from "../drawings/glyphs.tsx";
import { healthNames } from "../drawings/sentences.ts";
import type { AskCard } from "./host.ts";

export function FactsCard({ facts }: { readonly facts: CardFacts }) {
  const { title, health, stands, says, wrong, description } = facts;
  const state = [health && `${healthNames[health]}.`, stands, says].filter(Boolean).join(" ");
  return (
    <>
      <h2>
        <span dir="auto">{title}</span>
      </h2>
      {state && (
        <p class="state">
          {health && <Sign health={health} />}
          {state}
        </p>
      )}
      {facts.facts.length > 0 && (
        <dl>
          {facts.facts.map(([label, text]) => (
            <>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </>
          ))}
        </dl>
      )}
      {description && (
        <p class="prose" dir="auto">
          {description}
        </p>
      )}
      {wrong.length > 0 && (
        <ul class="wrong">
          {wrong.slice(0, 4).map((sentence) => (
            <li key={sentence}>
              <Sign health={health === "red" ? "red" : "amber"} />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Sign({ health }: { readonly health: NonNullable<CardFacts["health"]> }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      <HealthGlyph x={0} y={0} health={health} scale={0.9} />
    </svg>
  );
}

/** The card of what is written at a place, once the host has it; null where nothing is written there any more. */
export function useCardOf(source: SourcePlace | undefined, ask: AskCard): Card | null | undefined {
  const [found, setFound] = useState<{ readonly of: SourcePlace; readonly card: Card | null }>();
  useEffect(() => {
    if (source === undefined) return;
    let isWanted = true;
    ask(source).then((card) => {
      if (isWanted) setFound({ of: source, card });
    });
    return () => {
      isWanted = false;
    };
  }, [source]);
  return found?.of === source ? found?.card : undefined;
}
