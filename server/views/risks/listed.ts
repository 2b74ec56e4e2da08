// The risks that a project declares → in the order of its text.
import { collected } from "../../cells/folded.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";

/** All of them, whatever their status. */
export const risksIn = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "risk"),
);
