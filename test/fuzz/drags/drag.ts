// A picture of a project → how what is dragged in it at random is told, and what must come of it.
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { Entity } from "../../../server/model/entity.ts";
import type { Model, Universe } from "../../../server/model/universe.ts";
import type { Dice } from "../material/dice.ts";

/** A project as it is drawn, and all declarations around it by names that they keep when they are dragged. */
export interface Picture {
  readonly model: Model;
  readonly entities: ReadonlyMap<string, Entity>;
}

/** Something that is dragged. */
export interface Drag {
  /** In words, for a report. */
  readonly says: string;
  readonly gestures: readonly Gesture[];
  /** The fields that may change, by the names of their declarations. */
  readonly changes: ReadonlyMap<string, readonly string[]>;
  /** A declaration may stand elsewhere then, with all that is in it. */
  readonly moves?: boolean;
  /** What leads back on the picture after it. Nothing does where an end is written that was open, or a bar is no longer drawn. */
  readonly back?: ((now: Picture) => readonly Gesture[] | undefined) | undefined;
}

/** A way of dragging: something at random, or undefined where the picture holds nothing for it. */
export type DragKind = (dice: Dice, picture: Picture) => Drag | undefined;

export function pictureOf(model: Model): Picture {
  return { model, entities: namedIn(model.universe) };
}

/** The same project in another universe. */
export function pictureIn(all: Universe, { model }: Picture): Picture {
  const now = all.models.get(model.project.root);
  if (now === undefined) throw new Error("The project is gone.");
  return pictureOf(now);
}

/** The declarations that a picture shows and that fit, with their names. */
export function shownIn(
  { model, entities }: Picture,
  fits: (entity: Entity) => boolean,
): readonly (readonly [string, Entity])[] {
  return [...entities].filter(
    ([, one]) => one.sure && model.pathOf(one.chunk) !== undefined && fits(one),
  );
}

/** What is found under a name of an earlier picture. */
export function namesake({ entities }: Picture, name: string): Entity {
  const found = entities.get(name);
  if (found === undefined) throw new Error(`'${name}' is gone.`);
  return found;
}

/** All declarations: by project, by what a milestone stands in, and by number where a name is given twice. */
function namedIn({ models }: Universe): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity>();
  for (const [root, model] of models) {
    for (const entity of model.entities) {
      const { kind, parent, name } = entity;
      const around = kind === "milestone" && parent !== undefined ? `${parent.name}.` : "";
      const key = `${root.split("/").at(-1)}/${around}${name || kind}`;
      let number = 1;
      while (found.has(`${key}~${number}`)) number++;
      found.set(`${key}~${number}`, entity);
    }
  }
  return found;
}
