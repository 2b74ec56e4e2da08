// The rows of the list → headings, risks with what is known of them, and the sum of what they may cost.

import type { RisksView } from "../../../server/views/risks/shape.ts";
import { Label, useLook } from "../look.tsx";
import { ColumnHead, FitLabel, Hairline } from "../parts.tsx";
import type { ListFrame } from "./frame.ts";
import { NarrowRow, WideRow } from "./row.tsx";
import { type HeadingRow, headings, type ListRow, type SumRow } from "./rows.ts";
import { unnamedInWords } from "./words.ts";

/** The heads of the columns, over a rule. */
export function ListHead({
  frame,
  bottom,
}: {
  readonly frame: ListFrame;
  readonly bottom: number;
}) {
  const middle = bottom - 17;
  const { owner } = frame;
  return (
    <g>
      <ColumnHead
        text={frame.dense ? "Risk" : "Risk, and what it affects"}
        x={frame.title}
        middle={middle}
      />
      <ColumnHead text="Before" x={frame.before} anchor="end" middle={middle} />
      <ColumnHead text="Today" x={frame.today} anchor="end" middle={middle} />
      <ColumnHead
        text={owner === undefined && !frame.dense ? "Response, owner" : "Response"}
        x={frame.response}
        middle={middle}
      />
      {owner !== undefined && <ColumnHead text="Owner" x={owner} middle={middle} />}
      <ColumnHead text="Exp. loss" x={frame.right} anchor="end" middle={middle} />
      <Hairline x={frame.x} y={bottom - 1} width={frame.width} strong />
    </g>
  );
}

export function ListRows(props: {
  readonly rows: readonly ListRow[];
  readonly frame: ListFrame;
  readonly view: RisksView;
  readonly narrow: boolean;
}) {
  const { rows, frame, view, narrow } = props;
  return (
    <g>
      {rows.map((row) => {
        if (row.is === "heading") return <Heading key={row.standing} row={row} frame={frame} />;
        if (row.is === "sum") return <Sum key="sum" row={row} frame={frame} view={view} />;
        const Row = narrow ? NarrowRow : WideRow;
        return <Row key={row.of.risk.id} row={row} frame={frame} />;
      })}
    </g>
  );
}

function Heading({ row, frame }: { readonly row: HeadingRow; readonly frame: ListFrame }) {
  const { tokens, measure } = useLook();
  const middle = row.y + row.height / 2;
  const text = headings[row.standing];
  const fill = row.standing === "above" ? "red" : row.standing === "unrated" ? "amber" : "ink";
  const x = frame.x + 10;
  return (
    <g>
      <rect
        x={frame.x}
        y={row.y + 1}
        width={frame.width}
        height={row.height - 2}
        fill={tokens.raised}
      />
      <Label text={text} x={x} middle={middle} weight={600} fill={fill} />
      <Label
        text={String(row.count)}
        x={x + measure(text, 13, 600) + 10}
        middle={middle}
        size={12}
        fill="ink2"
        figures
      />
    </g>
  );
}

function Sum(props: { readonly row: SumRow; readonly frame: ListFrame; readonly view: RisksView }) {
  const { measure } = useLook();
  const { row, frame, view } = props;
  const { loss = "–", unnamed } = view;
  const middle = row.y + 21;
  const text = "All open risks";
  const x = frame.title + measure(text, 13, 600) + 10;
  const room = frame.right - measure(loss, 13, 600) - 10 - x;
  return (
    <g>
      <Hairline x={frame.x} y={row.y} width={frame.width} strong />
      <Label text={text} x={frame.title} middle={middle} weight={600} />
      {unnamed > 0 && (
        <FitLabel
          text={unnamedInWords(unnamed)}
          width={room}
          x={x}
          middle={middle}
          size={12}
          fill="ink2"
        />
      )}
      <Label text={loss} x={frame.right} middle={middle} weight={600} anchor="end" figures />
    </g>
  );
}
