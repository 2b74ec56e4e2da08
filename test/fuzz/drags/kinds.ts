// All ways of dragging something in a picture.
import { dateDrags } from "./dates.ts";
import type { DragKind } from "./drag.ts";
import { fieldDrags } from "./fields.ts";

export const dragKinds: readonly DragKind[] = [...dateDrags, ...fieldDrags];
