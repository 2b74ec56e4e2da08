// Reporting lines → boxes of roles with their holders, dashed where a line is missing, and the lines between them.
import type { LineFault, LineNode, PeopleView } from "../../../server/views/people/shape.ts";
import type { CardFacts } from "../../../server/views/shape.ts";
import type { PictureMark, PicturePart, Room } from "../drawing.ts";
import { Chevron } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel, noteDrop, type Section } from "../parts.tsx";
import { told } from "../sentences.ts";
import { toggleKey } from "./branches.ts";
import { belowHeading, heading, missingPart, type PartPlace, TwoLines } from "./part.tsx";
import { type LineBox, layLines, titleRoom } from "./tree.ts";

export function linesPart(view: PeopleView, place: PartPlace, room: Room): Section {
  const { lines } = view;
  const title = "Reporting lines";
  if (lines.length === 0) {
    const hint = room.still
      ? ""
      : " Write a role in its team, with who holds it and whom it reports to.";
    return missingPart("lines", title, `No roles yet.${hint}`, place, room);
  }
  const note = noteOf(view);
  const y = place.y + belowHeading + 4 + noteDrop(title, note, place.width, room.measure);
  const { boxes, paths, bottom } = layLines(lines, { ...place, y }, room);
  return {
    bottom,
    blocks: [
      heading("lines:head", title, note, place, room),
      ...paths.map(
        ({ key, top, bottom: end, path }): PicturePart => ({
          key,
          top,
          bottom: end,
          draw: () => <Line path={path} />,
        }),
      ),
      ...boxes.map(
        (box): PicturePart => ({
          key: `${box.is}:${box.node.id}`,
          top: box.y,
          bottom: box.y + box.height,
          draw: () => (box.is === "box" ? <RoleBox {...box} /> : <MoreBox {...box} />),
        }),
      ),
    ],
    marks: boxes.map(markOfBox),
  };
}

function noteOf({ lines, hasLines }: PeopleView): string {
  if (!hasLines) return "No role reports to another yet";
  return lines.some(({ fault }) => fault === "none") ? "dashed: reports to nobody" : "";
}

function markOfBox(box: LineBox): PictureMark {
  const { node, is, x, y, width, height, isOpen } = box;
  const place = { x, y, width, height };
  if (is === "toggle")
    return {
      ...place,
      width: 72,
      key: `more:${node.id}`,
      sentence: `${node.below} who report to ${node.title}`,
      toggles: toggleKey(node),
      open: isOpen,
    };
  return {
    ...place,
    key: `role:${node.id}`,
    sentence: nodeSentence(node),
    source: node.source,
    ...(node.source === undefined ? { card: nodeCard(node) } : {}),
  };
}

/** "Head of Cloud reports to CIO. Held by Mara Lindt. A key role" */
function nodeSentence(node: LineNode): string {
  return told([
    node.sentence,
    node.holder && `Held by ${node.holder}`,
    node.key && "A key role",
    node.below > 0 && `${node.below} report to it`,
  ]);
}

function nodeCard(node: LineNode): CardFacts {
  return {
    title: node.title,
    stands: "Not declared.",
    facts: [["Reports to it", String(node.below)]],
    wrong: [],
  };
}

function Line({ path }: { readonly path: string }) {
  const { tokens } = useLook();
  return <path d={path} fill="none" stroke={tokens.ink2} stroke-width={1.25} />;
}

const faults: Readonly<Record<LineFault, string>> = {
  none: "No line written",
  unclear: "Line not understood",
  circle: "Reports in a circle",
  lead: "No lead written",
};

/** What stands below the title of a role, and whether it is loud. */
export function secondLine({ fault, holder, source, key }: LineNode): {
  readonly text: string;
  readonly isLoud: boolean;
} {
  if (fault !== undefined) return { text: faults[fault], isLoud: false };
  if (source === undefined) return { text: "Not declared", isLoud: false };
  return { text: holder ?? "Nobody holds it", isLoud: holder === undefined && key === true };
}

function RoleBox({ node, x, y, width, height }: LineBox) {
  const { tokens } = useLook();
  const isGap = node.fault !== undefined && node.fault !== "unclear";
  const isDashed = node.fault !== undefined || node.source === undefined;
  const { text, isLoud } = secondLine(node);
  return (
    <g>
      <rect
        x={round(x) + 0.5}
        y={round(y) + 0.5}
        width={round(width) - 1}
        height={height - 1}
        rx={4}
        fill={isGap ? tokens.amberTint : tokens.bg}
        stroke={isGap ? tokens.amber : isDashed ? tokens.grey : tokens.rule}
        stroke-width={isGap ? 1.5 : 1}
        {...(isDashed ? { "stroke-dasharray": isGap ? "5 4" : "4 3" } : {})}
      />
      <TwoLines
        text={node.title}
        x={x + 10}
        middle={y + (height - 16) / 2}
        size={12}
        weight={600}
        width={titleRoom(node, width)}
      />
      {node.key && <KeySign x={x + width - 13} y={y + 14} />}
      <FitLabel
        text={text}
        x={x + 10}
        middle={y + height - 13}
        size={12}
        weight={isLoud ? 600 : 400}
        fill={isLoud ? "red" : isGap ? "ink" : "ink2"}
        width={width - 20}
      />
    </g>
  );
}

/** A key role. */
export function KeySign({ x, y }: { readonly x: number; readonly y: number }) {
  const { tokens } = useLook();
  return <path d={`M${round(x)} ${round(y - 5)}l5 5l-5 5l-5 -5Z`} fill={tokens.ink} />;
}

function MoreBox({ node, x, y, height, isOpen }: LineBox) {
  const middle = y + height / 2;
  return (
    <g>
      <Chevron x={x + 9} y={middle} collapsed={!isOpen} />
      <Label text={`${node.below} more`} x={x + 20} middle={middle} size={12} fill="ink2" />
    </g>
  );
}
