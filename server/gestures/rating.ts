// A risk that is moved in the matrix → the probability and the impact that are written.
import { addFields, addInside, type NewField, replace } from "../edits/edits.ts";
import type { Refusal } from "../edits/refusal.ts";
import { removeInside } from "../edits/removals.ts";
import type { SourceEdit } from "../finding.ts";
import { type Rating, ratingSteps, riskState } from "../model/derive/risk.ts";
import { blockOf, called, type Entity, type Typed, valuesOf, written } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { type GestureEdits, nothingToDo, notUnderstood, unclearIn } from "./fields.ts";
import { movedOn } from "./found.ts";
import type { RatingGesture } from "./shape.ts";

const halves = ["probability", "impact"] as const;
type Half = (typeof halves)[number];

/** Of what stands today, a half is written where what is left after the response is, else as the risk's own. */
export function withRating(model: Model, risk: Entity, gesture: RatingGesture): GestureEdits {
  const all = model.universe;
  if (risk.kind !== "risk") return { refused: `'${called(risk)}' is no risk.` };
  const state = riskState(all, risk);
  const shown = gesture.which === "today" ? state.current : state;
  const { was, to } = gesture;
  if (was?.probability !== seen(shown).probability || was?.impact !== seen(shown).impact)
    return movedOn;
  const isLeft = gesture.which === "today" && written(risk, "residual") && !state.unmitigated;
  const refusal = (isLeft ? unreadInside(risk) : undefined) ?? unreadOwn(risk);
  if (refusal !== undefined) return refusal;
  const own: NewField[] = [];
  const left: NewField[] = [];
  const changed = halves.flatMap((half) => {
    const step = to[half];
    if (shown[half] === step) return [];
    const word = { name: half, value: ratingSteps[step - 1] ?? "" };
    const [owned] = valuesOf(risk, half);
    const value = isLeft ? blockOf(risk, "residual").get(half)?.values[0] : owned;
    if (isLeft && goesBack(risk, state, half, to)) return removeInside(all, risk, "residual", half);
    if (value !== undefined) return moved(risk, value, step);
    // What the risk itself says stays where something else is left: it stood there before.
    (isLeft && owned !== undefined ? left : own).push(word);
    return [];
  });
  const edits = [
    ...changed,
    ...(own.length > 0 ? addFields(all, risk, own) : []),
    ...(left.length > 0 ? addInside(all, risk, "residual", left) : []),
  ];
  return edits.length === 0 ? nothingToDo : edits;
}

/** Whether a half is left as it was before: such a word is left out, beside another that is not. */
function goesBack(risk: Entity, own: Rating, half: Half, to: RatingGesture["to"]): boolean {
  const left = blockOf(risk, "residual");
  const isAsBefore = (one: Half) =>
    to[one] === own[one] && left.get(one)?.values[0]?.is === "choice";
  const [other] = halves.filter((one) => one !== half);
  return isAsBefore(half) && other !== undefined && left.has(other) && !isAsBefore(other);
}

function unreadOwn(risk: Entity): Refusal | undefined {
  return unclearIn(risk, "probability") ?? unclearIn(risk, "impact");
}

function unreadInside(risk: Entity): Refusal | undefined {
  const block = blockOf(risk, "residual");
  const isUnclear = halves.some((half) => {
    const use = block.get(half);
    return use?.faulty || use?.values.some(({ is }) => is === "unknown");
  });
  return isUnclear ? notUnderstood(risk, "residual") : unclearIn(risk, "residual");
}

/** A square is drawn only where both halves are known. */
function seen({ probability, impact }: Rating): Partial<Rating> {
  return probability && impact ? { probability, impact } : {};
}

/** The width of a band of percents; the last one holds 100 too. */
const band = 20;

/**
 * The value of a half in another band: a word is another word; a percent lies there as it lay in its
 * own, so that it is the same again when it is moved back. Only 100 has no counterpart elsewhere.
 */
function moved(risk: Entity, value: Typed, step: number): readonly SourceEdit[] {
  const { head } = value.node;
  if (value.is !== "percent" || head?.type !== "measure")
    return replace(risk, value.span, ratingSteps[step - 1] ?? "");
  const isEnd = value.value.eq(ratingSteps.length * band);
  const percent = (isEnd ? value.value.minus(1) : value.value).mod(band).plus((step - 1) * band);
  const decimals = /\.(\d+)/.exec(head.number.text)?.[1]?.length ?? 0;
  return replace(risk, head.number, percent.toFixed(decimals));
}
