// Skills that work needs → a list of who has them and who is learning them, the worst first.
import type { NeededSkill, PeopleView } from "../../../server/views/people/shape.ts";
import type { CardFacts, Health } from "../../../server/views/shape.ts";
import type { PictureMark, PicturePart, Room } from "../drawing.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label, useLook } from "../look.tsx";
import { FitLabel, type Section } from "../parts.tsx";
import type { ColourToken } from "../theme.ts";
import { count } from "../time.ts";
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

const rowHeight = 40;
const lowHeight = 68;

/** Where the columns of the list stand, by its width; without them each skill takes two lines. */
interface SkillColumns {
  readonly needEnd: number;
  readonly present: number;
  readonly learning: number;
}

function columnsFor(
  skills: readonly NeededSkill[],
  width: number,
  { measure }: Room,
): SkillColumns | undefined {
  if (width < 420) return undefined;
  const titles = widestOf(
    skills.map(({ title }) => title),
    13,
    600,
    measure,
  );
  const name = Math.max(width * 0.2, Math.min(titles + 22, width * 0.34));
  const needEnd = Math.round(name + 92);
  const present = needEnd + 24;
  return { needEnd, present, learning: Math.round(present + (width - present) * 0.56) };
}

export function skillsPart(view: PeopleView, place: PartPlace, room: Room): Section {
  const { skills } = view;
  if (skills.length === 0) {
    const hint = room.still ? "" : " Write them in 'skills' of an initiative.";
    return missingPart(
      "skills",
      "Skills",
      `No initiative says which skills it needs.${hint}`,
      place,
      room,
    );
  }
  const columns = columnsFor(skills, place.width, room);
  const height = columns ? rowHeight : lowHeight;
  const top = place.y + (columns ? belowHeads : belowHeading);
  const blocks: PicturePart[] = [
    heading("skills:head", "Skills", "needed against present", place, room),
  ];
  if (columns)
    blocks.push({
      key: "skills:columns",
      top: place.y + 40,
      bottom: top,
      heads: "columns",
      draw: () => <SkillHeads place={place} columns={columns} />,
    });
  const marks: PictureMark[] = [];
  skills.forEach((skill, index) => {
    const y = top + index * height;
    const row = { skill, x: place.x, y, width: place.width, height, columns };
    blocks.push({
      key: `skill:${skill.id}`,
      top: y,
      bottom: y + height,
      draw: () => <SkillRow {...row} />,
    });
    marks.push({
      key: `skill:${skill.id}`,
      x: place.x - 8,
      y,
      width: place.width + 8,
      height: height - 1,
      get sentence() {
        return skillSentence(skill);
      },
      source: skill.source,
      ...(skill.source === undefined ? { card: skillCard(skill) } : {}),
    });
  });
  return { bottom: top + skills.length * height, blocks, marks };
}

function SkillHeads({ place, columns }: { place: PartPlace; columns: SkillColumns }) {
  const { needEnd, present, learning } = columns;
  const heads = [
    { text: "Skill", at: 0, width: 100 },
    { text: "Needed by", at: needEnd, width: 90, end: true as const },
    { text: "Present in", at: present, width: learning - present - 8 },
    { text: "Learning", at: learning, width: place.width - learning },
  ];
  return <ColumnHeads place={place} heads={heads} />;
}

/** How a skill stands, as a sign. */
function skillHealth({ state }: NeededSkill): Health {
  if (state === "nobody") return "red";
  if (state === "unclear") return "grey";
  return state === "covered" ? "green" : "amber";
}

/** Who has a skill, or that nobody has. */
export function presence(skill: NeededSkill): string {
  if (skill.state === "nobody") return "No team";
  if (skill.state === "learned") return "No team yet";
  return skill.state === "unclear" ? "Not understood" : skill.presentIn.join(", ");
}

const loud: Partial<Record<NeededSkill["state"], ColourToken>> = {
  nobody: "red",
  learned: "amber",
  unclear: "ink2",
};

interface SkillRowProps {
  readonly skill: NeededSkill;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: SkillColumns | undefined;
}

function SkillRow(props: SkillRowProps) {
  const { skill, x, y, width, height, columns } = props;
  const isWrong = skill.state === "nobody";
  const middle = columns ? y + height / 2 - 0.5 : y + 17;
  const need = count(skill.neededBy.length, "initiative");
  return (
    <g>
      <ListGround {...{ x, y, width, height, isWrong }} />
      <HealthGlyph x={x + 7} y={middle} health={skillHealth(skill)} scale={0.9} />
      <FitLabel
        text={skill.title}
        x={x + 22}
        middle={middle}
        weight={isWrong ? 600 : 400}
        width={(columns?.needEnd ?? width) - 22 - 90}
      />
      <FitLabel
        text={need}
        x={x + (columns?.needEnd ?? width - 4)}
        middle={middle}
        size={12}
        fill="ink2"
        anchor="end"
        width={86}
      />
      {columns ? (
        <>
          <Presence
            skill={skill}
            x={x + columns.present}
            middle={middle}
            width={columns.learning - columns.present - 12}
            isRoomy
          />
          <TwoLines
            text={skill.learning.join(", ") || "Nobody"}
            x={x + columns.learning}
            middle={middle}
            size={12}
            fill={skill.learning.length > 0 ? "ink" : "ink2"}
            width={width - columns.learning}
          />
        </>
      ) : (
        <LowLines {...props} />
      )}
    </g>
  );
}

/** Where there are no columns: who has it, and below that who is learning it. */
function LowLines({ skill, x, y, width }: SkillRowProps) {
  const learns = skill.learning.length > 0 ? skill.learning.join(", ") : "Nobody";
  const aside = 74;
  return (
    <g>
      <Label text="Present in" x={x + 22} middle={y + 35} size={12} fill="ink2" />
      <Presence skill={skill} x={x + 22 + aside} middle={y + 35} width={width - 22 - aside} />
      <Label text="Learning" x={x + 22} middle={y + 53} size={12} fill="ink2" />
      <FitLabel
        text={learns}
        x={x + 22 + aside}
        middle={y + 53}
        size={12}
        fill={skill.learning.length > 0 ? "ink" : "ink2"}
        width={width - 22 - aside}
      />
    </g>
  );
}

function Presence(props: {
  readonly skill: NeededSkill;
  readonly x: number;
  readonly middle: number;
  readonly width: number;
  /** There is room for a second line. */
  readonly isRoomy?: true;
}) {
  const { skill, x, middle, width, isRoomy } = props;
  const { measure } = useLook();
  const text = presence(skill);
  const fill = loud[skill.state] ?? "ink";
  const weight = skill.state === "nobody" || skill.state === "learned" ? 600 : 400;
  const label = { x, middle, size: 12, weight, width } as const;
  const { note } = skill;
  const wide = measure(text, 12, weight);
  if (note === undefined)
    return isRoomy ? (
      <TwoLines {...label} text={text} fill={fill} />
    ) : (
      <FitLabel {...label} text={text} fill={fill} />
    );
  const aside = measure(note, 12, 400) + 6;
  const isBeside = wide + aside <= width || !isRoomy;
  const by = isBeside ? 0 : 7;
  const room = isBeside ? Math.max(0, width - aside) : width;
  return (
    <g>
      <FitLabel {...label} text={text} fill={fill} middle={middle - by} width={room} />
      <FitLabel
        {...label}
        text={note}
        x={isBeside ? x + Math.min(wide, room) + 6 : x}
        middle={middle + by}
        fill="ink2"
      />
    </g>
  );
}

/** "AI service design: needed by 1 initiative, GenAI desk. No team has it. Nobody is learning it" */
function skillSentence(skill: NeededSkill): string {
  const { title, neededBy, note, wrong } = skill;
  const need = `${title}: needed by ${count(neededBy.length, "initiative")}, ${neededBy.slice(0, 5).join(", ")}`;
  return [need, hasIt(skill), learnsIt(skill), ...(note === "only" ? [] : wrong)].join(". ");
}

function hasIt(skill: NeededSkill): string {
  if (skill.state === "unclear") return "Whether a team has it is not understood";
  if (skill.presentIn.length === 0) return "No team has it";
  return `Present in ${skill.presentIn.join(", ")}${skill.note ? `, ${skill.note}` : ""}`;
}

function learnsIt({ learning }: NeededSkill): string {
  return learning.length > 0 ? `${learning.join(", ")} learn it` : "Nobody is learning it";
}

/** The card of a skill that nobody declares. */
function skillCard(skill: NeededSkill): CardFacts {
  return {
    title: skill.title,
    facts: [
      ["Needed by", skill.neededBy.slice(0, 8).join(", ")],
      ["Present in", presence(skill) + (skill.note ? ` ${skill.note}` : "")],
      ["Learning", skill.learning.join(", ") || "Nobody"],
    ],
    wrong: skill.wrong,
  };
}
