// Key roles → a list of who could take each over and who prepares them; what is missing stands in words.
import type { KeyRole, PeopleView } from "../../../server/views/people/shape.ts";
import type { PictureMark, PicturePart, Room } from "../drawing.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label } from "../look.tsx";
import { FitLabel, type Section } from "../parts.tsx";
import type { ColourToken } from "../theme.ts";
import {
  belowHeading,
  belowHeads,
  ColumnHeads,
  heading,
  ListGround,
  missingPart,
  type PartPlace,
  TwoLines,
  widestOf,
} from "./part.tsx";

/** So many successors are shown of a role; the others are counted. */
const most = 4;
const lineHeight = 18;

interface RoleColumns {
  readonly successors: number;
  readonly mentor: number;
}

function columnsFor(
  roles: readonly KeyRole[],
  width: number,
  { measure }: Room,
): RoleColumns | undefined {
  if (width < 420) return undefined;
  const titles = widestOf(
    roles.map(({ title }) => title),
    13,
    400,
    measure,
  );
  const successors = Math.round(Math.max(width * 0.28, Math.min(titles + 46, width * 0.42)));
  return { successors, mentor: Math.round(successors + (width - successors) * 0.5) };
}

export function keyRolesPart(view: PeopleView, place: PartPlace, room: Room): Section {
  const { keyRoles } = view;
  if (keyRoles.length === 0) {
    const hint = room.still
      ? ""
      : " Write 'critical: yes' in a role that the plan cannot do without.";
    return missingPart("keys", "Key roles", `No role is marked as critical.${hint}`, place, room);
  }
  const columns = columnsFor(keyRoles, place.width, room);
  const blocks: PicturePart[] = [heading("keys:head", "Key roles", "", place, room)];
  let y = place.y + (columns ? belowHeads : belowHeading);
  if (columns)
    blocks.push({
      key: "keys:columns",
      top: place.y + 40,
      bottom: y,
      heads: "columns",
      draw: () => <RoleHeads place={place} columns={columns} />,
    });
  const marks: PictureMark[] = [];
  for (const role of keyRoles) {
    const lines = linesOf(role);
    const height = columns
      ? Math.max(44, lines.length * lineHeight + 10)
      : 46 + lines.length * lineHeight * (role.successors.length > 0 ? 2 : 1);
    const row = { role, lines, x: place.x, y, width: place.width, height, columns };
    blocks.push({
      key: `key:${role.id}`,
      top: y,
      bottom: y + height,
      draw: () => <KeyRoleRow {...row} />,
    });
    marks.push({
      key: `key:${role.id}`,
      x: place.x - 8,
      y,
      width: place.width + 8,
      height: height - 1,
      sentence: keyRoleSentence(role),
      source: role.source,
    });
    y += height;
  }
  return { bottom: y, blocks, marks };
}

function RoleHeads({ place, columns }: { place: PartPlace; columns: RoleColumns }) {
  const { successors, mentor } = columns;
  const heads = [
    { text: "Role and holder", at: 0, width: successors - 8 },
    { text: "Successors", at: successors, width: mentor - successors - 8 },
    { text: "Mentor", at: mentor, width: place.width - mentor },
  ];
  return <ColumnHeads place={place} heads={heads} />;
}

/** A line beside a role. */
interface SuccessorLine {
  readonly successor: string;
  readonly mentor: string;
  readonly colours: readonly [ColourToken, ColourToken];
}

/** Each successor with its mentor; "No successor" where there is none. */
function linesOf({ missing, successors }: KeyRole): readonly SuccessorLine[] {
  if (missing !== undefined)
    return [
      {
        successor: missing,
        mentor: "–",
        colours: [missing === "No successor" ? "red" : "ink2", "ink2"],
      },
    ];
  const shown = successors.length > most + 1 ? successors.slice(0, most) : successors;
  const lines = shown.map(
    ({ title, mentor }): SuccessorLine => ({
      successor: title,
      mentor: mentor ?? "Nobody yet",
      colours: ["ink", mentor === undefined ? "amber" : "ink"],
    }),
  );
  const others = successors.slice(shown.length);
  if (others.length === 0) return lines;
  const without = others.filter(({ mentor }) => mentor === undefined).length;
  return [
    ...lines,
    {
      successor: `and ${others.length} more`,
      mentor: without > 0 ? `Nobody yet for ${without}` : "All have one",
      colours: ["ink2", without > 0 ? "amber" : "ink2"],
    },
  ];
}

interface KeyRoleRowProps {
  readonly role: KeyRole;
  readonly lines: readonly SuccessorLine[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: RoleColumns | undefined;
}

function KeyRoleRow(props: KeyRoleRowProps) {
  const { role, x, y, width, height, columns } = props;
  const isWrong = role.health === "red";
  const nameWidth = (columns?.successors ?? width) - 22 - 12;
  return (
    <g>
      <ListGround {...{ x, y, width, height, isWrong }} />
      <HealthGlyph x={x + 7} y={columns ? y + 21.5 : y + 15} health={role.health} scale={0.9} />
      <FitLabel text={role.title} x={x + 22} middle={y + 14} width={nameWidth} />
      <FitLabel
        text={role.holder ?? "Nobody holds it"}
        x={x + 22}
        middle={y + 31}
        size={12}
        weight={role.holder === undefined ? 600 : 400}
        fill={role.holder === undefined ? "red" : "ink2"}
        width={nameWidth}
      />
      {columns ? <WideLines {...props} columns={columns} /> : <LowLines {...props} />}
    </g>
  );
}

function bold(colour: ColourToken): 400 | 600 {
  return colour === "red" || colour === "amber" ? 600 : 400;
}

function WideLines(props: KeyRoleRowProps & { readonly columns: RoleColumns }) {
  const { lines, x, y, width, height, columns } = props;
  const first = y + height / 2 - 0.5 - ((lines.length - 1) * lineHeight) / 2;
  // A single line has room for a second.
  const Text = lines.length === 1 ? TwoLines : FitLabel;
  return (
    <g>
      {lines.map(({ successor, mentor, colours }, index) => (
        <g key={`${index} ${successor}`}>
          <Text
            text={successor}
            x={x + columns.successors}
            middle={first + index * lineHeight}
            size={12}
            weight={bold(colours[0])}
            fill={colours[0]}
            width={columns.mentor - columns.successors - 12}
          />
          <Text
            text={mentor}
            x={x + columns.mentor}
            middle={first + index * lineHeight}
            size={12}
            weight={bold(colours[1])}
            fill={colours[1]}
            width={width - columns.mentor}
          />
        </g>
      ))}
    </g>
  );
}

/** Where there are no columns: the successor, and below it the mentor. */
function LowLines({ role, lines, x, y, width }: KeyRoleRowProps) {
  const left = x + 22;
  const aside = 74;
  const isPaired = role.successors.length > 0;
  const texts = lines.flatMap(({ successor, mentor, colours }) => [
    { label: isPaired ? "Successor" : "", text: successor, colour: colours[0] },
    ...(isPaired ? [{ label: "Mentor", text: mentor, colour: colours[1] }] : []),
  ]);
  return (
    <g>
      {texts.map(({ label, text, colour }, index) => {
        const middle = y + 49 + index * lineHeight;
        return (
          <g key={`${index} ${text}`}>
            {label !== "" && <Label text={label} x={left} middle={middle} size={12} fill="ink2" />}
            <FitLabel
              text={text}
              x={label === "" ? left : left + aside}
              middle={middle}
              size={12}
              weight={bold(colour)}
              fill={colour}
              width={width - 22 - (label === "" ? 0 : aside)}
            />
          </g>
        );
      })}
    </g>
  );
}

/** "Head of Cloud, held by Mara Lindt. It has no successor" */
function keyRoleSentence({ title, holder, successors, missing, wrong }: KeyRole): string {
  const held = holder === undefined ? title : `${title}, held by ${holder}`;
  const line = successors.map(
    (one) => `${one.title}${one.mentor === undefined ? "" : `, mentored by ${one.mentor}`}`,
  );
  const next = line.length > 0 ? [`Successors: ${line.join("; ")}`] : [];
  const unclear = missing === "Not understood" ? ["Its successors are not understood"] : [];
  return [held, ...next, ...unclear, ...wrong].join(". ");
}
