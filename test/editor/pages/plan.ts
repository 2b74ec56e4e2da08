// A plan as text → the page of a host that writes what is done to it, and what it was asked to write.
import { cardIn } from "../../../client/cli/cards.ts";
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { HostMessage, PageMessage } from "../../../server/protocol.ts";
import { viewNamed } from "../../../server/views/index.ts";
import type { Card, CardEdits } from "../../../server/views/shape.ts";
import { viewOf } from "../../../server/views/view.ts";
import { universeOf } from "../../workspace.ts";
import { type ServedPage, servedMessages } from "./served.ts";

/** The text that follows from a gesture, or the sentence of a refusal. */
type Write = (gesture: Gesture, text: string) => string | { readonly refused: string };

export interface ServedPlan extends ServedPage {
  readonly asked: readonly Gesture[];
  readonly text: () => string;
  /** Somebody else writes it, and the page gets a new picture. */
  readonly write: (text: string) => void;
  /** The host writes from now on what is done to the picture, or does not. */
  readonly edits: (on: boolean) => void;
}

export async function servedPlan(first: string, write: Write, edits = true): Promise<ServedPlan> {
  let [text, model] = [first, universeOf(first).model()];
  const asked: Gesture[] = [];
  const picture = (name: string): HostMessage | undefined => {
    const view = viewNamed(name);
    return view && { type: "view", view: viewOf(view, model) };
  };
  const become = (now: string) => {
    [text, model] = [now, universeOf(now).model()];
    served.send(picture);
  };
  const answer = (message: PageMessage): HostMessage | undefined => {
    if (message.type === "card") {
      const { number, uri, position } = message;
      const card = cardIn(model, uri, position);
      return { type: "card", number, card: card && { ...card, edits: editsOfCard(card) } };
    }
    if (message.type !== "edit") return undefined;
    const { number, gestures } = message;
    let now = text;
    for (const gesture of gestures) {
      asked.push(gesture);
      const next = write(gesture, now);
      if (typeof next !== "string") return { type: "edited", number, ...next };
      now = next;
    }
    become(now);
    return { type: "edited", number };
  };
  const shows = (name: string) => [picture(name) ?? []].flat();
  const served = await servedMessages(shows, edits, answer);
  return {
    ...served,
    asked,
    text: () => text,
    write: become,
    edits: (on) => served.send(() => ({ type: "setting", edits: on })),
  };
}

/** What a card lets be changed, as far as these plans are written. */
function editsOfCard({ text, kind }: Card): CardEdits {
  const [title = ""] = /"(.*?)"/.exec(text)?.slice(1) ?? [];
  if (kind !== "initiative") return { title };
  const [progress] = /progress: (\d+)%/.exec(text)?.slice(1) ?? [];
  const [now] = /status: ([\w-]+)/.exec(text)?.slice(1) ?? [];
  const choices = [
    ["planned", "Planned"],
    ["active", "Active"],
    ["cancelled", "Cancelled"],
  ] as const;
  return {
    title,
    status: { now, choices },
    progress: progress === undefined ? null : Number(progress),
  };
}
