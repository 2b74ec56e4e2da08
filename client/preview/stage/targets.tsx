// Marks of a picture → what lies over them: their names, their focus and their rings, and the ground of rows.
import type { LaidOut, PictureMark } from "../../drawings/drawing.ts";
import { round, useLook } from "../../drawings/look.tsx";

/** The ground of rows under the pointer, and of what holds the cursor in the text. */
export function Grounds(props: {
  readonly laid: LaidOut;
  readonly width: number;
  readonly hover: string | undefined;
  readonly cursor: string | undefined;
}) {
  const { tokens } = useLook();
  const ground = (key: string | undefined, fill: string) => {
    const row = props.laid.marks.find((mark) => mark.key === key);
    if (!row?.isRow) return null;
    return <rect x={0} y={row.y} width={props.width} height={row.height} fill={fill} />;
  };
  const row = props.laid.marks.find((mark) => mark.key === props.cursor);
  return (
    <>
      {ground(props.hover, tokens.raised)}
      {ground(props.cursor, tokens.row)}
      {row && <rect x={0} y={row.y} width={3} height={row.height} fill={tokens.focus} />}
    </>
  );
}

/** What lies over a mark: its name, its focus and its ring. */
export function Target(props: {
  readonly mark: PictureMark;
  readonly isHovered: boolean;
  readonly isAtCursor: boolean;
  readonly isFound: boolean;
  readonly isSought: boolean;
  readonly isNext: boolean;
}) {
  const { tokens } = useLook();
  const { mark } = props;
  const box = (by: number) => ({
    x: round(mark.x - by),
    y: round(mark.y - by),
    width: round(mark.width + 2 * by),
    height: round(mark.height + 2 * by),
    rx: 4,
    fill: "none",
  });
  const ring = props.isAtCursor
    ? { stroke: tokens.focus, "stroke-width": 2 }
    : props.isFound
      ? {
          stroke: tokens.ink,
          "stroke-width": props.isSought ? 2.5 : 1.5,
          "stroke-dasharray": "5 3",
        }
      : props.isHovered && !mark.isRow
        ? { stroke: tokens.ink, "stroke-width": 1 }
        : undefined;
  return (
    <g
      class="mark"
      data-mark={mark.key}
      role="button"
      tabindex={props.isNext ? 0 : -1}
      aria-label={`${mark.sentence}.`}
      {...(mark.toggles === undefined ? {} : { "aria-expanded": mark.open === true })}
    >
      <rect {...box(0)} fill="transparent" />
      {ring && <rect {...box(mark.isRow ? -1 : 1)} {...ring} />}
      <rect {...box(2)} class="focus" />
    </g>
  );
}
