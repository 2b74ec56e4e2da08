// The rows, the events and the tray of a roadmap on paper → the marks that are told of them.
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";
import type { PictureMark } from "../drawing.ts";
import type { Frame } from "../frame.ts";
import { barOf } from "../roadmap/bars.ts";
import type { HeadHeights } from "../roadmap/head.tsx";
import { laneKey, laneOf } from "../roadmap/lane.ts";
import { gapSentence, rowSentence, undatedSentence } from "../roadmap/row-sentences.ts";
import type { InitiativeRow, Row } from "../roadmap/rows.ts";
import type { Sifted } from "../roadmap/sift.ts";
import { eventSentence, groupSentence, milestoneSentence } from "../sentences.ts";
import type { MeasureText } from "../text.ts";
import { dayOf, type Scale, xOf } from "../time.ts";

interface RowPlan {
  readonly view: RoadmapView;
  readonly frame: Frame;
  readonly scale: Scale;
  readonly measure: MeasureText;
}

/** A row, and of work its milestones. */
export function rowMarks(row: Row, plan: RowPlan): readonly PictureMark[] {
  const { view, frame } = plan;
  const place = { key: row.key, x: 0, y: row.y, width: frame.width, height: row.height };
  const isRow = { ...place, isRow: true } as const;
  if (row.type === "gap")
    return [{ ...isRow, sentence: `Supports no objective. ${bare(gapSentence(row.sum, false))}` }];
  if (row.type === "group") {
    const { group } = row;
    const sentence = bare(groupSentence(group, view.currency));
    return [{ ...isRow, sentence, source: group.source }];
  }
  const { initiative } = row;
  const sentence = bare(rowSentence(row, view.currency));
  return [{ ...isRow, sentence, source: initiative.source }, ...milestones(row, plan)];
}

function milestones(row: InitiativeRow, plan: RowPlan): readonly PictureMark[] {
  const { view, frame, scale, measure } = plan;
  const { initiative, ghost } = row;
  if (!initiative.start || ghost !== undefined || initiative.milestones.length === 0) return [];
  const { diamonds } = barOf(initiative, scale, dayOf(view.today), frame, measure);
  return diamonds.map(({ x, milestones: held }) => ({
    key: `milestone:${initiative.id}:${held[0]?.id}:${row.key}`,
    x: frame.names + x - 8,
    y: row.y + frame.barMiddle - 8,
    width: 16,
    height: 16,
    sentence: bare(milestoneSentence(held)),
    source: held[0]?.source,
  }));
}

/** The reviews, events and targets below the axis. */
export function laneMarks(
  view: RoadmapView,
  frame: Frame,
  scale: Scale,
  heights: HeadHeights,
  measure: MeasureText,
): readonly PictureMark[] {
  if (heights.lane === 0) return [];
  const marks = laneOf(view.events, scale, xOf(scale, dayOf(view.today)), measure);
  return marks.map((mark) => ({
    key: laneKey(mark),
    x: frame.names + mark.x - 8,
    y: heights.all - heights.lane,
    width: 16,
    height: heights.lane,
    sentence: bare(eventSentence(mark.events)),
    source: mark.events[0]?.source,
  }));
}

/** The work without dates. */
export function trayMark(
  { undated }: Sifted,
  { width }: Frame,
  y: number,
  height: number,
): PictureMark {
  const sentence = `No dates yet: ${undatedSentence(undated)}`;
  return { key: "undated:", x: 0, y, width, height, sentence };
}

function bare(sentence: string): string {
  return sentence.replace(/\.$/, "");
}
