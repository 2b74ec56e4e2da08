// A sentence about what was just done or refused → a line over the foot of the page, read out and gone after a while.
import { useCallback, useEffect, useState } from "preact/hooks";
import { CloseButton } from "./close-button.tsx";

interface Told {
  readonly sentence: string;
  /** Tells the same sentence from the one before it. */
  readonly count: number;
}

/** How long a sentence stays, in milliseconds. */
const patience = 10_000;

interface Telling {
  readonly told: Told | undefined;
  /** Another sentence takes the place of the one before it. */
  readonly tell: (sentence: string) => void;
  readonly hush: () => void;
}

export function useTelling(): Telling {
  const [told, setTold] = useState<Told>();
  useEffect(() => {
    if (told === undefined) return;
    const timer = setTimeout(() => setTold(undefined), patience);
    return () => clearTimeout(timer);
  }, [told]);
  const tell = useCallback(
    (sentence: string) => setTold((before) => ({ sentence, count: (before?.count ?? 0) + 1 })),
    [],
  );
  const hush = useCallback(() => setTold(undefined), []);
  return { told, tell, hush };
}

export function ToldLine({ told, hush }: Pick<Telling, "told" | "hush">) {
  return (
    <div class="told" role="status" aria-live="polite">
      {told && (
        <p key={told.count}>
          <span>{told.sentence}</span>
          <CloseButton onClose={hush} />
        </p>
      )}
    </div>
  );
}
