// A risk of the model → its row and its place in the matrix; all of them in the order of the list.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { iso, readable } from "../../model/calendar.ts";
import { type Rating, type RiskState, riskState } from "../../model/derive/risk.ts";
import { deadlineOf, overdueDays } from "../../model/derive/schedule.ts";
import { choiceOf, type Entity, unknownIn, written } from "../../model/entity.ts";
import { isOwned, ownerOf } from "../../model/owner.ts";
import { relations } from "../../model/relations.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import { undeclaredUnder } from "../../model/technologies.ts";
import type { Model } from "../../model/universe.ts";
import { capital } from "../../words/phrases.ts";
import { oneLine } from "../../words/visible.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { risksInChunk } from "./listed.ts";
import { shownLoss } from "./losses.ts";
import type { ListedRisk, RiskSquare, RiskStanding } from "./shape.ts";

type Row = Unplaced<ListedRisk>;

const standings: readonly RiskStanding[] = ["above", "within", "rated", "unrated", "occurred"];

const inSourceOrder = collected<Model, Row>((model, chunk) =>
  risksInChunk(chunk).flatMap((risk) => (statusOf(risk) === "closed" ? [] : rowOf(model, risk))),
);

/** Group by group, in each the worst of today first, then what was worst before, then as written. */
export const rowsOf: (model: Model) => readonly Row[] = memo(
  (model) =>
    inSourceOrder(model).toSorted(
      (a, b) =>
        standings.indexOf(a.standing) - standings.indexOf(b.standing) ||
        scoreOf(b.today) - scoreOf(a.today) ||
        scoreOf(b.before) - scoreOf(a.before),
    ),
  isSameList,
);

function scoreOf(square: RiskSquare | undefined): number {
  return square?.score ?? 0;
}

/** Made one by one: a row of which nothing changed is the same object. */
const rowOf: (model: Model, risk: Entity) => Row = memoIn(
  (model, risk) => shownRisk(sceneOf(model), risk),
  isSame,
);

function shownRisk(scene: Scene, risk: Entity): Row {
  const { all, model } = scene;
  const state = riskState(all, risk);
  const owner = ownerOf(all, risk);
  const affects = [
    ...relations(all)
      .affect.from(risk)
      .map(({ to }) => shownTitle(all, to)),
    ...undeclaredUnder(all, risk).map(oneLine),
  ];
  const isAdrift = affects.length === 0 && !relations(all).affect.doubtful(risk, "from");
  const response = choiceOf(risk, "response");
  const review = deadlineOf(all, risk, "next-review");
  const loss = isOpen(all, risk) ? state.expectedLoss?.amount : undefined;
  return {
    id: scene.idOf(risk),
    title: shownTitle(all, risk),
    source: scene.placeOf(risk),
    standing: standingOf(scene, risk, state),
    before: squareOf(state),
    today: squareOf(state.current),
    treated: state.residual !== undefined && !state.unmitigated ? true : undefined,
    affects,
    adrift: isAdrift || undefined,
    response: response && capital(response),
    lack: state.unmitigated ? lackOf(risk) : undefined,
    owner: owner && scene.titleOf(owner),
    ownerless: isOwned(all, risk) === "no" || undefined,
    missing: missingIn(risk, state),
    loss: loss && shownLoss(model, loss),
    lossBy: loss?.toNumber(),
    review: review === undefined ? undefined : readable(review),
    reviewBy: review === undefined ? undefined : iso(review),
    reviewOver: overdueDays(all, risk) || undefined,
  };
}

function standingOf({ all }: Scene, risk: Entity, state: RiskState): RiskStanding {
  if (statusOf(risk) === "occurred") return "occurred";
  if (!isOpen(all, risk) || state.current.score === undefined) return "unrated";
  if (state.aboveAppetite === undefined) return "rated";
  return state.aboveAppetite ? "above" : "within";
}

function squareOf({ probability, impact, score, severity }: Rating): RiskSquare | undefined {
  return probability && impact && score && severity
    ? { probability, impact, score, severity }
    : undefined;
}

/** What the rule on unmitigated risks finds missing. */
function lackOf(risk: Entity): string {
  return written(risk, "response") ? "No mitigation" : "No response";
}

/** Why nobody can say how bad it is, or whether it is open. */
function missingIn(risk: Entity, { current, score }: RiskState): string | undefined {
  if (unknownIn(risk, "status")) return "Status is not understood";
  const halves = (["probability", "impact"] as const).filter((half) => !current[half]);
  if (halves.length === 0) return undefined;
  if (score !== undefined) return "Residual is not understood";
  const words = halves.map((half) =>
    written(risk, half) ? `${half} is not understood` : `no ${half}`,
  );
  return capital(words.join(", "));
}
