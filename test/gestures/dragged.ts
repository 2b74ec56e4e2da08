// Files and what is done to their picture → the files after it, or why they stay as they are.
import { positionAt } from "../../grammar/lines.ts";
import type { Refusal } from "../../server/edits/refusal.ts";
import { isRefusal } from "../../server/edits/refusal.ts";
import { gestureChanges } from "../../server/features/edit.ts";
import type { DateGesture, DatesGesture, Gesture, Marked } from "../../server/gestures/shape.ts";
import { day, iso } from "../../server/model/calendar.ts";
import { datesOf, deadlineOf } from "../../server/model/derive/schedule.ts";
import { type Entity, nameSpan } from "../../server/model/entity.ts";
import { linesInFile } from "../../server/model/lines.ts";
import type { Model } from "../../server/model/universe.ts";
import { projectAt, resolve } from "../../server/project/project.ts";
import { idIn } from "../../server/views/ids.ts";
import type { Files } from "../diagnosed.ts";
import { changed } from "../mended.ts";

/** The declaration behind a mark, as the picture of a project names it. */
export function markOf(model: Model, entity: Entity): Marked {
  const home = model.universe.modelOf(entity);
  const place = home.placeOf(entity.chunk);
  if (place === undefined) throw new Error(`'${entity.name}' lies in no file.`);
  const { file } = place;
  const { text } = file.tree;
  const position = positionAt(linesInFile(file.tree), text, place.at(nameSpan(entity).start));
  return { id: idIn(model, entity), uri: resolve(home.project.root, file.path), position };
}

/** What becomes of files by gestures on the picture of a project. */
export function after(files: Files, model: Model, gestures: readonly Gesture[]): Files | Refusal {
  const { models, workspace } = model.universe;
  const fileOf = (uri: string) => {
    const place = projectAt(workspace, uri);
    const held = place && models.get(place.project.root);
    const file = place?.project.files.get(place.path);
    return held && file && { model: held, file };
  };
  const changes = gestureChanges(model, fileOf, gestures);
  return isRefusal(changes) ? changes : changed(files, changes);
}

/** The days that the picture shows of a bar; none where it lies in the tray. */
export function daysShown(model: Model, entity: Entity): DatesGesture["was"] {
  const { start, end } = datesOf(model.universe, entity) ?? {};
  return {
    ...(start === undefined ? {} : { start: iso(start) }),
    ...(end === undefined ? {} : { end: iso(end) }),
  };
}

/** An ISO day some days later. */
export function daysLater(from: string, days: number): string {
  return iso(day(from) + days);
}

/** A bar that is dragged from where it is shown to these days. */
export function dragOf(model: Model, entity: Entity, to: DatesGesture["to"]): DatesGesture {
  return { type: "dates", of: markOf(model, entity), was: daysShown(model, entity), to };
}

/** A bar that is moved by some days. */
export function moveOf(model: Model, entity: Entity, days: number): DatesGesture {
  const { start, end } = daysShown(model, entity);
  return dragOf(model, entity, {
    ...(start === undefined ? {} : { start: daysLater(start, days) }),
    ...(end === undefined ? {} : { end: daysLater(end, days) }),
  });
}

/** A mark with one date that is dragged from where it is shown to a day. */
export function dateDragOf(model: Model, entity: Entity, to: string): DateGesture {
  const was = deadlineOf(model.universe, entity, "date");
  if (was === undefined) throw new Error(`'${entity.name}' has no date.`);
  return { type: "date", of: markOf(model, entity), was: iso(was), to };
}
