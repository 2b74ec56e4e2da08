// All ways of dragging something in a picture.
import { dateDrags } from "./dates.ts";
import type { DragKind } from "./drag.ts";

export const dragKinds: readonly DragKind[] = dateDrags;
