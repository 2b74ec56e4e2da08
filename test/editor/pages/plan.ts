// A plan as text → the page of a host that writes what is done to it, and what it was asked to write.
import { fileURLToPath } from "node:url";
import { cardIn } from "../../../client/cli/cards.ts";
import { gestureChanges } from "../../../server/features/edit.ts";
import type { FileOf } from "../../../server/gestures/found.ts";
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { HostMessage, PageMessage } from "../../../server/protocol.ts";
import { viewNamed } from "../../../server/views/index.ts";
import { viewOf } from "../../../server/views/view.ts";
import { changed } from "../../mended.ts";
import { universeOf } from "../../workspace.ts";
import { type ServedPage, servedMessages } from "./served.ts";

const file = "plan.strategy";

export interface ServedPlan extends ServedPage {
  readonly asked: readonly Gesture[];
  readonly text: () => string;
  /** Somebody else writes it, and the page gets a new picture. */
  readonly write: (text: string) => void;
  /** What is done to the picture is refused from now on, before the text is looked at; or no more. */
  readonly refuse: (sentence: string | undefined) => void;
  /** The host writes from now on what is done to the picture, or does not. */
  readonly edits: (on: boolean) => void;
}

export async function servedPlan(first: string, edits = true): Promise<ServedPlan> {
  let [text, model] = [first, universeOf(first).model()];
  let refusal: string | undefined;
  const asked: Gesture[] = [];
  const picture = (name: string): HostMessage | undefined => {
    const view = viewNamed(name);
    return view && { type: "view", view: viewOf(view, model) };
  };
  const become = (now: string) => {
    [text, model] = [now, universeOf(now).model()];
    served.send(picture);
  };
  const fileOf: FileOf = (uri) => {
    const path = fileURLToPath(uri).slice(model.project.root.length + 1);
    const found = model.fileAt(path);
    return found && { model, file: found };
  };
  /** The sentence of a refusal, if there is one. */
  const make = (gestures: readonly Gesture[]): string | undefined => {
    for (const gesture of gestures) asked.push(gesture);
    if (refusal !== undefined) return refusal;
    const made = gestureChanges(model, fileOf, gestures);
    if ("refused" in made) return made.refused;
    become(changed({ [file]: text }, made)[file] ?? "");
    return undefined;
  };
  const answer = (message: PageMessage): HostMessage | undefined => {
    if (message.type === "card") {
      const { number, uri, position } = message;
      return { type: "card", number, card: cardIn(model, uri, position) };
    }
    if (message.type !== "edit") return undefined;
    const refused = make(message.gestures);
    return {
      type: "edited",
      number: message.number,
      ...(refused === undefined ? {} : { refused }),
    };
  };
  const shows = (name: string) => [picture(name) ?? []].flat();
  const served = await servedMessages(shows, edits, answer);
  return {
    ...served,
    asked,
    text: () => text,
    write: become,
    refuse: (sentence) => {
      refusal = sentence;
    },
    edits: (on) => served.send(() => ({ type: "setting", edits: on })),
  };
}
