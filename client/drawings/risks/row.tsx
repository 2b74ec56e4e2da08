// A row of the list → the sign of a risk, its title over what it affects, scores, response, owner, expected loss.

import type { ListedRisk } from "../../../server/views/risks/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import { FitLabel, Hairline } from "../parts.tsx";
import { shorten } from "../text.ts";
import type { ListFrame } from "./frame.ts";
import { type RiskRow, signPlace, signSize } from "./rows.ts";
import { NumberedSign } from "./signs.tsx";
import { affectsInWords } from "./words.ts";

interface RowProps {
  readonly row: RiskRow;
  readonly frame: ListFrame;
}

/** Its sign, its line below, and at the right what it may cost. */
function RowFrame({ row, frame, middle }: RowProps & { readonly middle: number }) {
  const { risk, number } = row.of;
  return (
    <g>
      <Hairline x={frame.x} y={row.y + row.height - 1} width={frame.width} />
      <NumberedSign
        {...signPlace(row, frame)}
        {...signSize(frame)}
        standing={risk.standing}
        number={number}
      />
      {risk.standing !== "occurred" && (
        <Label text={risk.loss ?? "–"} x={frame.right} middle={middle} anchor="end" figures />
      )}
    </g>
  );
}

export function WideRow({ row, frame }: RowProps) {
  const { measure } = useLook();
  const { risk } = row.of;
  const middle = row.y + row.height / 2;
  const titleMiddle = frame.dense ? middle : middle - 8;
  const room = frame.titleEnd - frame.title;
  const title = shorten(risk.title, room, 13, 500, measure);
  const after = frame.dense ? measure(title, 13, 500) + 10 : 0;
  return (
    <g>
      <RowFrame row={row} frame={frame} middle={middle} />
      <Label text={title} x={frame.title} middle={titleMiddle} weight={500} />
      <UnderTitle
        risk={risk}
        x={frame.title + after}
        end={frame.titleEnd}
        middle={frame.dense ? middle : middle + 9}
      />
      <Scores risk={risk} frame={frame} middle={middle} />
      <Response risk={risk} frame={frame} middle={middle} />
    </g>
  );
}

/** What is missing of it, and what it affects. */
function UnderTitle(props: {
  readonly risk: ListedRisk;
  readonly x: number;
  readonly end: number;
  readonly middle: number;
}) {
  const { risk, middle, end } = props;
  const { adrift, missing } = risk;
  const affects = affectsInWords(risk);
  return (
    <Parts
      x={props.x}
      end={end}
      middle={middle}
      between="."
      parts={[
        ...(missing ? [{ text: missing, fill: "amber" as const }] : []),
        ...(affects
          ? [{ text: affects, fill: adrift ? ("amber" as const) : ("ink2" as const) }]
          : []),
      ]}
    />
  );
}

interface Part {
  readonly text: string;
  readonly fill: "ink" | "ink2" | "amber" | "red";
  readonly weight?: 400 | 600;
}

/** Texts one behind the other, as far as there is room: before each but the first stands what is between. */
function Parts(props: {
  readonly x: number;
  readonly end: number;
  readonly middle: number;
  readonly between: "," | ".";
  readonly parts: readonly Part[];
}) {
  const { measure } = useLook();
  const { end, middle, between, parts } = props;
  const shown: (Part & { readonly at: number })[] = [];
  let { x } = props;
  for (const part of parts) {
    const { weight = 400 } = part;
    const gap = shown.length === 0 ? 0 : measure(`${between} `, 12, 400);
    const text = shorten(part.text, end - x - gap, 12, weight, measure);
    if (text === "") break;
    const last = shown.pop();
    if (last) shown.push({ ...last, text: last.text + between });
    shown.push({ ...part, text, at: x + gap });
    x += gap + measure(text, 12, weight);
  }
  return (
    <g>
      {shown.map(({ text, fill, weight = 400, at }) => (
        <Label key={at} text={text} x={at} middle={middle} size={12} fill={fill} weight={weight} />
      ))}
    </g>
  );
}

/** Before → today; without an arrow where nothing says what is left. */
function Scores({
  risk,
  frame,
  middle,
}: {
  readonly risk: ListedRisk;
  readonly frame: ListFrame;
  readonly middle: number;
}) {
  const { tokens } = useLook();
  const { before, today, standing, treated } = risk;
  const x = frame.before + 10;
  const y = round(middle);
  return (
    <g>
      <Label
        text={String(before?.score ?? "–")}
        x={frame.before}
        middle={middle}
        anchor="end"
        fill="ink2"
        figures
      />
      {treated && today && (
        <path
          d={`M${x} ${y}h16m-5-4.5l5 4.5l-5 4.5`}
          fill="none"
          stroke={tokens.ink2}
          stroke-width={1.25}
        />
      )}
      <Label
        text={String(today?.score ?? "–")}
        x={frame.today}
        middle={middle}
        size={15}
        weight={600}
        anchor="end"
        fill={standing === "above" ? "red" : "ink"}
        figures
      />
    </g>
  );
}

function responsePart({ lack, response }: ListedRisk): Part {
  if (lack !== undefined) return { text: lack, fill: "red", weight: 600 };
  return { text: response ?? "–", fill: "ink" };
}

function ownerPart({ owner, ownerless }: ListedRisk): Part {
  if (ownerless) return { text: "No owner", fill: "amber" };
  return { text: owner ?? "–", fill: "ink" };
}

/** What is done and by whom: side by side, or one under the other. */
function Response({
  risk,
  frame,
  middle,
}: {
  readonly risk: ListedRisk;
  readonly frame: ListFrame;
  readonly middle: number;
}) {
  const response = responsePart(risk);
  const owner = ownerPart(risk);
  const room = frame.responseEnd - frame.response;
  const isUnder = frame.owner === undefined;
  const size = isUnder ? 12 : 13;
  return (
    <g>
      <FitLabel
        {...response}
        text={response.text}
        width={room}
        x={frame.response}
        middle={isUnder && !frame.dense ? middle - 8 : middle}
      />
      {!(isUnder && frame.dense) && (
        <FitLabel
          text={owner.text}
          width={isUnder ? room : frame.ownerEnd - (frame.owner ?? 0) - 8}
          x={frame.owner ?? frame.response}
          middle={isUnder ? middle + 9 : middle}
          size={size}
          fill={isUnder && owner.fill === "ink" ? "ink2" : owner.fill}
        />
      )}
    </g>
  );
}

/** On two lines: its title, and below it all else as far as there is room, and what it may cost. */
export function NarrowRow({ row, frame }: RowProps) {
  const { risk } = row.of;
  const { before, today, treated, standing } = risk;
  const middle = row.y + row.height / 2;
  const owner = ownerPart(risk);
  const isMoved = treated && before && today;
  const scores: readonly Part[] = risk.missing
    ? [{ text: risk.missing, fill: "amber" }]
    : today
      ? [
          {
            text: isMoved ? `${before.score} → ${today.score}` : String(today.score),
            fill: standing === "above" ? "red" : "ink",
            weight: 600,
          },
        ]
      : [];
  const response = responsePart(risk);
  return (
    <g>
      <RowFrame row={row} frame={frame} middle={middle + 9} />
      <FitLabel
        text={risk.title}
        width={frame.right - frame.title}
        x={frame.title}
        middle={middle - 9}
        weight={500}
      />
      <Parts
        x={frame.title}
        end={frame.titleEnd}
        middle={middle + 9}
        between=","
        parts={[
          ...scores,
          ...(response.text === "–" ? [] : [response]),
          ...(owner.text === "–"
            ? []
            : [owner.fill === "ink" ? { ...owner, fill: "ink2" as const } : owner]),
        ]}
      />
    </g>
  );
}
