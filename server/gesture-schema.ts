// Gestures as they come over a wire → the same, each of them checked.
import * as z from "zod";
import type { Gesture } from "./gestures/shape.ts";

/** A place in a text. */
export const positionSchema = z.object({
  line: z.number().int().nonnegative(),
  character: z.number().int().nonnegative(),
});

const iso = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const days = z.object({ start: iso.optional(), end: iso.optional() });
const word = z.string().max(200);
const square = z.object({
  probability: z.number().int().min(1).max(5),
  impact: z.number().int().min(1).max(5),
});
const meant = z.object({
  id: z.string().max(1000),
  uri: z.string().max(10_000),
  position: positionSchema,
});
const exact = z.boolean().optional();
const groupId = z.string().max(1000).optional();
const percent = z.number().int().min(0).max(100);

/** What is done to a picture. */
const gesture: z.ZodType<Gesture> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("dates"), of: meant, was: days, to: days, exact }),
  z.object({ type: z.literal("date"), of: meant, was: iso, to: iso, exact }),
  z.object({
    type: z.literal("group"),
    of: meant,
    by: z.enum(["objective", "theme", "team", "owner", "status", "technology"]),
    from: groupId,
    to: groupId,
  }),
  z.object({ type: z.literal("wait"), of: meant, on: meant }),
  z.object({
    type: z.literal("rating"),
    of: meant,
    which: z.enum(["before", "today"]),
    was: square.optional(),
    to: square,
  }),
  z.object({ type: z.literal("status"), of: meant, was: word.optional(), to: word.optional() }),
  z.object({
    type: z.literal("progress"),
    of: meant,
    was: z.number().optional(),
    to: percent.optional(),
  }),
  z.object({
    type: z.literal("title"),
    of: meant,
    was: z.string().max(10_000),
    to: z.string().max(10_000),
  }),
]);
/** All that is done at once. */
export const gesturesSchema = z.array(gesture).min(1).max(1000);
