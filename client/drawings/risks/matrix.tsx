// The risks and a frame → the matrix: squares, the line of the appetite, arrows from before to today, numbered marks.

import type { RatedSquare, RisksView } from "../../../server/views/risks/shape.ts";
import type { DropPlace, PictureMark, PicturePart, Room } from "../drawing.ts";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel } from "../parts.tsx";
import { crowdText, standingsOf } from "./crowd.ts";
import { type MatrixFrame, matrixWidth, overhang } from "./frame.ts";
import { beforeKey, beforeSign, squarePlaces, todaySign } from "./moves.tsx";
import type { NumberedRisk } from "./numbered.ts";
import { matrixPlaces, type Places } from "./places.ts";
import { BeforeRing, MoreSign, MovedArrow, NumberedSign, SquareNumber } from "./signs.tsx";
import { type MatrixSpot, slotsIn } from "./slots.ts";
import { type Staircase, staircaseOf } from "./staircase.ts";
import {
  crowdCard,
  crowdRows,
  crowdSentence,
  riskInSentences,
  stepPercents,
  stepWords,
} from "./words.ts";

export interface LaidMatrix {
  readonly bottom: number;
  readonly block: PicturePart;
  readonly marks: readonly PictureMark[];
  /** Where risks can be dropped, where they can be dragged. */
  readonly drops?: readonly DropPlace[];
}

/** Below the squares: the words of the impact, and what they are. */
const footWide = 50;
const footBare = 44;

export function layOutMatrix(
  view: RisksView,
  risks: readonly NumberedRisk[],
  frame: MatrixFrame,
  top: number,
  edits = false,
): LaidMatrix {
  const { standings, crowds } = standingsOf(risks, slotsIn(frame).length, frame.bare);
  const places = matrixPlaces(standings, crowds, frame);
  const bottom = frame.y + 5 * frame.cell.height + (frame.bare ? footBare : footWide);
  return {
    bottom,
    block: {
      key: "matrix",
      top,
      bottom,
      draw: () => <Matrix view={view} frame={frame} top={top} places={places} />,
    },
    marks: marksIn(places, frame, view.currency, edits),
    ...(edits ? { drops: squarePlaces(frame) } : {}),
  };
}

function marksIn(
  places: Places,
  frame: MatrixFrame,
  currency: string | undefined,
  edits: boolean,
): readonly PictureMark[] {
  const inPicture = ({ x, y }: MatrixSpot) => ({ x: frame.x + x, y: frame.y + y });
  const around = (at: MatrixSpot, { width, height } = frame.mark) => {
    const { x, y } = inPicture(at);
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const spots = places.risks.map(({ standing: { risk, number }, at }) => ({
    number,
    mark: {
      key: `spot:${risk.id}`,
      ...around(at),
      sentence: riskInSentences({ risk, number }, currency),
      source: risk.source,
      ...(edits ? { drags: todaySign({ risk, number }, inPicture(at), frame.mark) } : {}),
    },
  }));
  // The rings are for dragging: what they say is said by the marks of today too.
  const rings = places.risks.flatMap(({ standing: { risk, number }, from }) => {
    if (!edits || from === undefined) return [];
    const sentence = `Before mitigation. ${riskInSentences({ risk, number }, currency)}`;
    const mark: PictureMark = {
      key: beforeKey(risk),
      ...around(from, ringTarget),
      sentence,
      source: risk.source,
      drags: beforeSign(risk, inPicture(from)),
    };
    return { number, mark };
  });
  const crowds = places.crowds.map(({ crowd, at }) => ({
    number: crowd.hidden[0]?.number ?? 0,
    mark: {
      key: `crowd:${crowd.square.probability}-${crowd.square.impact}`,
      ...around(at),
      sentence: crowdSentence(crowd),
      card: crowdCard(crowd),
      holds: crowdRows(crowd),
    },
  }));
  return [...spots, ...rings, ...crowds]
    .sort((a, b) => a.number - b.number)
    .map(({ mark }) => mark);
}

const ringTarget = { width: 24, height: 24 };

interface MatrixProps {
  readonly view: RisksView;
  readonly frame: MatrixFrame;
  readonly top: number;
  readonly places: Places;
}

function Matrix({ view, frame, top, places }: MatrixProps) {
  const { tokens } = useLook();
  const stairs = staircaseOf(view.squares, frame);
  const taken = places.risks.map(({ at }) => at);
  return (
    <g>
      <Axes frame={frame} top={top} />
      <LeftOut frame={frame} count={places.leftOut} />
      <SideNames view={view} frame={frame} stairs={stairs} />
      <g transform={`translate(${frame.x} ${frame.y})`}>
        {view.squares.map((square) => (
          <Square key={`${square.probability}-${square.impact}`} square={square} frame={frame} />
        ))}
        {stairs && (
          <path
            d={stairs.path}
            fill="none"
            stroke={tokens.ink}
            stroke-width={2.5}
            stroke-linejoin="round"
          />
        )}
        {places.risks.map(
          ({ standing, at, from }) =>
            from && (
              <MovedArrow
                key={standing.risk.id}
                from={from}
                to={at}
                mark={frame.mark}
                red={standing.risk.standing === "above"}
              />
            ),
        )}
        {places.risks.map(
          ({ standing, from }) =>
            from && (
              <BeforeRing
                key={standing.risk.id}
                at={from}
                red={standing.risk.standing === "above"}
              />
            ),
        )}
        {view.squares
          .filter((square) => !frame.bare || !isCovered(square, frame, taken))
          .map((square) => (
            <SquareNumber key={square.probability * 10 + square.impact} {...{ square, frame }} />
          ))}
        {places.risks.map(({ standing, at }) => (
          <NumberedSign
            key={standing.risk.id}
            {...at}
            standing={standing.risk.standing}
            number={standing.number}
            {...frame.mark}
          />
        ))}
        {places.crowds.map(({ crowd, at }) => (
          <MoreSign
            key={`${crowd.square.probability}-${crowd.square.impact}`}
            {...at}
            {...frame.mark}
            text={crowdText(crowd)}
          />
        ))}
      </g>
    </g>
  );
}

/** Where there is no room beside it, the number of a square yields to a mark over it. */
function isCovered(
  { probability, impact }: RatedSquare,
  { cell, mark }: MatrixFrame,
  taken: readonly MatrixSpot[],
): boolean {
  const [x, y] = [(impact - 1) * cell.width, (5 - probability) * cell.height];
  return taken.some(
    (at) =>
      at.x > x &&
      at.x - mark.width / 2 < x + 20 &&
      at.y > y &&
      at.y - mark.height / 2 < y + 16 &&
      at.y < y + cell.height,
  );
}

function Square(props: { readonly square: RatedSquare; readonly frame: MatrixFrame }) {
  const { tokens, contrast } = useLook();
  const { square, frame } = props;
  const { width, height } = frame.cell;
  const x = (square.impact - 1) * width;
  const y = (5 - square.probability) * height;
  const isFlat = contrast === true || tokens.redTint === tokens.bg;
  const within = { low: tokens.bg, medium: tokens.raised, high: tokens.done }[square.severity];
  const isEdged = isFlat || (!square.above && square.severity === "low");
  const box = { x: x + 1, y: y + 1, width: width - 2, height: height - 2, rx: 3 };
  const edged = { ...box, x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 };
  return (
    <g>
      <rect {...box} fill={square.above ? tokens.redTint : within} />
      {square.above && isFlat && <rect {...box} fill="url(#hatch-red)" />}
      {isEdged && <rect {...edged} fill="none" stroke={square.above ? tokens.red : tokens.grid} />}
    </g>
  );
}

function Axes({ frame, top }: { readonly frame: MatrixFrame; readonly top: number }) {
  const { measure } = useLook();
  const { x, y, cell, bare } = frame;
  const left = x - frame.axis;
  const under = y + 5 * cell.height;
  const right = x + 5 * cell.width;
  const size = bare ? 11 : 12;
  return (
    <g>
      <Label
        text={bare ? "Probability, from 1 to 5" : "Probability"}
        x={left}
        middle={top + (bare ? 10 : 17)}
        size={size}
        weight={600}
      />
      {stepWords.map((word, index) => {
        const text = bare ? String(index + 1) : word;
        const middle = y + (4.5 - index) * cell.height;
        const centre = x + (index + 0.5) * cell.width;
        return (
          <g key={word}>
            <Label
              text={text}
              x={x - 12}
              middle={bare ? middle : middle - 8}
              size={size}
              anchor="end"
              {...(bare ? { fill: "ink2" as const } : {})}
            />
            {!bare && (
              <Label
                text={stepPercents[index] ?? ""}
                x={x - 12}
                middle={middle + 8}
                size={12}
                fill="ink2"
                anchor="end"
                figures
              />
            )}
            <Label
              text={text}
              x={centre - measure(text, size, 400) / 2}
              middle={under + (bare ? 12 : 17)}
              size={size}
              {...(bare ? { fill: "ink2" as const } : {})}
            />
          </g>
        );
      })}
      <Label
        text={bare ? "Impact, from 1 to 5" : "Impact"}
        x={right}
        middle={under + (bare ? 32 : 38)}
        size={size}
        weight={600}
        anchor="end"
      />
    </g>
  );
}

/** So that nobody takes a risk whose arrow is not drawn for one about which nothing is done. */
function LeftOut({ frame, count }: { readonly frame: MatrixFrame; readonly count: number }) {
  if (count === 0) return null;
  const text =
    count === 1
      ? "1 arrow has no room, see the list"
      : `${count} arrows have no room, see the list`;
  const middle = frame.y + 5 * frame.cell.height + 38;
  return <Label text={text} x={frame.x} middle={middle} size={12} fill="ink2" />;
}

/** Both sides of the line by their names; or why there is no line. */
function SideNames(props: {
  readonly view: RisksView;
  readonly frame: MatrixFrame;
  readonly stairs: Staircase | undefined;
}) {
  const { view, frame, stairs } = props;
  const { x, y, cell, bare } = frame;
  const middle = y - 14;
  const right = x + 5 * cell.width;
  const size = bare ? 11 : 12;
  if (stairs === undefined) {
    const text =
      view.appetite.accepts === undefined
        ? "Appetite not understood: nothing is above it or within it"
        : "All within appetite";
    const room = matrixWidth(frame) - frame.axis + overhang;
    return <FitLabel text={text} width={room} x={x} middle={middle} size={size} weight={600} />;
  }
  const start = x + (stairs.top ?? 0);
  const end = stairs.bottom === undefined ? undefined : x + stairs.bottom;
  const name = { size, weight: 600 } as const;
  return (
    <g>
      <FitLabel
        text="Above appetite"
        width={right - start}
        x={stairs.top === undefined ? x : round(start + 10)}
        middle={middle}
        {...name}
        fill="red"
      />
      {stairs.top === undefined ? (
        <Label
          text="Within appetite"
          x={bare ? x : (end ?? right) - 10}
          middle={y + 5 * cell.height + (bare ? 32 : 38)}
          anchor={bare ? "start" : "end"}
          {...name}
        />
      ) : (
        <Label text="Within appetite" x={start - 10} middle={middle} anchor="end" {...name} />
      )}
    </g>
  );
}

/** Above the squares: the names of both sides, and in a narrow room the name of the axis. */
export function matrixHead(room: Room): number {
  return room.mode === "narrow" ? 46 : 36;
}
