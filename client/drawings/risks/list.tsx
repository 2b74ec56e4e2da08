// The rows of the list → headings, risks with what is known of them, and the sum of what they may cost.
import type { RisksView } from "../../../server/views/risks/shape.ts";
import { Label, useLook } from "../look.tsx";
import type { ListFrame } from "./frame.ts";
import { NarrowRow, WideRow } from "./row.tsx";
import { type HeadingRow, headings, type ListRow, type SumRow } from "./rows.ts";

/** The heads of the columns, over a rule. */
export function ListHead({
  frame,
  bottom,
}: {
  readonly frame: ListFrame;
  readonly bottom: number;
}) {
  const { tokens } = useLook();
  const head = { middle: bottom - 17, size: 11, fill: "ink2" } as const;
  const { owner } = frame;
  return (
    <g>
      <Label text={frame.dense ? "Risk" : "Risk, and what it affects"} x={frame.title} {...head} />
      <Label text="Before" x={frame.before} anchor="end" {...head} />
      <Label text="Today" x={frame.today} anchor="end" {...head} />
      <Label
        text={owner === undefined && !frame.dense ? "Response, owner" : "Response"}
        x={frame.response}
        {...head}
      />
      {owner !== undefined && <Label text="Owner" x={owner} {...head} />}
      <Label text="Exp. loss" x={frame.right} anchor="end" {...head} />
      <rect x={frame.x} y={bottom - 1} width={frame.width} height={1} fill={tokens.rule} />
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
        if (row.is === "sum") return <Sum key="sum" row={row} frame={frame} loss={view.loss} />;
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

function Sum(props: {
  readonly row: SumRow;
  readonly frame: ListFrame;
  readonly loss: string | undefined;
}) {
  const { tokens } = useLook();
  const { row, frame, loss = "–" } = props;
  const middle = row.y + 21;
  return (
    <g>
      <rect x={frame.x} y={row.y} width={frame.width} height={1} fill={tokens.rule} />
      <Label text="All open risks" x={frame.title} middle={middle} weight={600} />
      <Label text={loss} x={frame.right} middle={middle} weight={600} anchor="end" figures />
    </g>
  );
}
