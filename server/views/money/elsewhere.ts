// Work that hangs under something and counts elsewhere → the ghosts that say where.
import type { Big } from "big.js";
import { exchangeRate, type Figure } from "../../model/derive/currency.ts";
import { amountOf, hasAmount, sumOf } from "../../model/derive/money.ts";
import { amountUnder } from "../../model/derive/under.ts";
import { type Entity, refsOf } from "../../model/entity.ts";
import type { Model } from "../../model/universe.ts";
import { shownTitle } from "../said.ts";
import type { Scene } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { factsOf } from "./facts.ts";
import { moneyText } from "./figures.ts";
import type { CountedElsewhere } from "./shape.ts";
import { type Elsewhere, gapPurse, hangsUnder, type PurseKey, unclearPurse } from "./standing.ts";
import { foreignUnder } from "./tree.ts";

type Ghost = Unplaced<CountedElsewhere>;

const most = 3;

/** One ghost for each place in which something counts; many places are one. */
export function elsewhereOf(scene: Scene, key: PurseKey): readonly Ghost[] {
  const { model } = scene;
  const own = hangsUnder(model).get(key);
  const groups = Map.groupBy(own, (one) => placeName(scene, one));
  const places = [...groups].map(([counted, those]) => ghost(scene, key, counted, those));
  const foreign = typeof key === "string" ? [] : foreignUnder(model, key);
  return [...fewest(scene, key, places, own), ...foreign.map((one) => foreignGhost(scene, one))];
}

function fewest(
  scene: Scene,
  key: PurseKey,
  places: readonly Ghost[],
  all: readonly Elsewhere[],
): readonly Ghost[] {
  if (places.length <= most) return places;
  return [ghost(scene, key, `counted in ${places.length} other places`, all)];
}

function ghost(scene: Scene, key: PurseKey, counted: string, those: readonly Elsewhere[]): Ghost {
  const { all, model } = scene;
  const work = [...new Set(those.map((one) => one.work))];
  const [first] = work;
  const only = work.length === 1 ? first : undefined;
  const sum = work.some((one) => hasAmount(all, one)) ? sumOf(model, work) : undefined;
  const id = typeof key === "string" ? key : scene.idOf(key);
  return {
    id: `${id}/${first === undefined ? "" : scene.idOf(first)}`,
    title: only === undefined ? `${work.length} initiatives` : shownTitle(all, only),
    amount: moneyText(scene, sum),
    counted,
    source: only && scene.placeOf(only),
    facts:
      only === undefined
        ? factsOf(
            scene,
            work
              .filter((one) => hasAmount(all, one))
              .map((one) => ({ title: shownTitle(all, one), figure: amountOf(all, one) })),
          )
        : [],
  };
}

/** "counted under Grow digital revenue" */
function placeName(scene: Scene, { work, at, programme }: Elsewhere): string {
  if (programme !== undefined) return `counted in ${shownTitle(scene.all, programme)}`;
  return `counted under ${keyTitle(scene, at, work)}`;
}

/** How a row is called, as some work in it names it. */
function keyTitle(scene: Scene, key: PurseKey, work: Entity): string {
  if (typeof key !== "string") return shownTitle(scene.all, key);
  if (key === gapPurse || key === unclearPurse) return "no objective";
  const name = key.slice(key.indexOf(":") + 1);
  const field = key.startsWith("team:") ? "teams" : "technologies";
  const ref = refsOf(work, field).find((one) => one.name === name);
  return ref === undefined ? name : scene.titleOf(ref);
}

/** What another project puts under an objective of this one. */
function foreignGhost(scene: Scene, one: Entity): Ghost {
  const { all, model } = scene;
  const home = all.modelOf(one);
  const figure = one.kind === "objective" ? amountUnder(all, one) : amountOf(all, one);
  return {
    id: scene.idOf(one),
    title: shownTitle(all, one),
    amount: moneyText(scene, converted(figure, exchangeRate(home, model))),
    counted: `counted in ${projectTitle(home)}`,
    source: scene.placeOf(one),
    facts: [],
  };
}

function converted(figure: Figure | undefined, rate: Big | undefined): Figure | undefined {
  return figure && rate && { ...figure, amount: figure.amount.times(rate) };
}

function projectTitle(model: Model): string {
  return model.strategy === undefined
    ? decodeURIComponent(model.project.root.split("/").at(-1) ?? "")
    : shownTitle(model.universe, model.strategy);
}
