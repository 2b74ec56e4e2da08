// The card of an initiative, a milestone or a group: what the picture has no room for.

import type {
  Group,
  Initiative,
  Milestone,
  RoadmapView,
} from "../../server/views/roadmap/shape.ts";
import { HealthGlyph, RiskGlyph, StatusGlyph } from "../drawings/glyphs.tsx";
import { lookOf } from "../drawings/roadmap/bars.ts";
import {
  healthNames,
  type Links,
  moneyInWords,
  percentText,
  returnInWords,
  statusInWords,
  statusWords,
  timelineInWords,
} from "../drawings/sentences.ts";
import { count, dateInWords } from "../drawings/time.ts";

export interface RoadmapFacts {
  readonly view: RoadmapView;
  readonly byId: ReadonlyMap<string, Initiative>;
  readonly links: Links;
}

function Row(props: { readonly label: string; readonly children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}

function Glyph({ children }: { readonly children: preact.ComponentChildren }) {
  return (
    <svg width="16" height="16" viewBox="-8 -8 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

/** "Cloud landing zone (completed)", one a line. */
function names(ids: readonly string[], facts: RoadmapFacts) {
  return ids.map((id) => {
    const initiative = facts.byId.get(id);
    const closed = initiative?.status === "completed" || initiative?.status === "cancelled";
    const state =
      closed && initiative?.status ? ` (${statusWords[initiative.status].toLowerCase()})` : "";
    return <div key={id}>{`${initiative?.title ?? id}${state}`}</div>;
  });
}

export function InitiativeCard(props: RoadmapFacts & { readonly initiative: Initiative }) {
  const { initiative, links } = props;
  const before = [...new Set(links.before.get(initiative.id)?.map(({ from }) => from) ?? [])];
  const after = [...new Set(links.after.get(initiative.id)?.map(({ to }) => to) ?? [])];
  const money = moneyInWords(initiative);
  const gain = returnInWords(initiative);
  const { health, risk } = initiative;
  const bad = health === "red" || health === "amber";
  return (
    <>
      <h2>
        <span dir="auto">{initiative.title}</span>
        {risk && (
          <Glyph>
            <RiskGlyph x={0} y={0} state={risk.state} />
          </Glyph>
        )}
      </h2>
      <p class="state">
        <Glyph>
          <StatusGlyph x={0} y={0} status={lookOf(initiative)} />
        </Glyph>
        {[statusInWords(initiative), initiative.owner].filter((part) => part).join(". ")}
      </p>
      <dl>
        {bad && <Row label="Health">{healthNames[health]}</Row>}
        <Row label="Timeline">{timelineInWords(initiative)}</Row>
        {money && <Row label="Money">{money}</Row>}
        {gain && <Row label="Return">{gain}</Row>}
        <Row label="Supports">
          {initiative.path.length === 0
            ? "No objective"
            : initiative.path.map((title, index) => (
                <div key={title} class={index > 0 ? "up" : ""}>
                  {index > 0 ? `└ ${title}` : title}
                </div>
              ))}
        </Row>
        {initiative.teams.length > 0 && <Row label="Teams">{initiative.teams.join(", ")}</Row>}
        {initiative.programme && <Row label="Part of">{initiative.programme.title}</Row>}
        {initiative.words.length > 0 && <Row label="Kind">{`${initiative.words.join(". ")}.`}</Row>}
        {initiative.milestones.length > 0 && (
          <Row label="Milestones">
            {initiative.milestones.slice(0, 5).map((milestone) => (
              <div key={milestone.id}>{milestoneInWords(milestone)}</div>
            ))}
          </Row>
        )}
        {before.length > 0 && <Row label="Waits for">{names(before, props)}</Row>}
        {after.length > 0 && <Row label="Holds up">{names(after, props)}</Row>}
        {initiative.critical ? (
          <Row label="Slack">
            <strong>None: on the critical path</strong>
          </Row>
        ) : (
          initiative.slackDays !== undefined && (
            <Row label="Slack">{count(initiative.slackDays, "day")}</Row>
          )
        )}
      </dl>
      <Wrong
        sentences={initiative.wrong}
        health={bad ? health : "amber"}
        risk={initiative.risk?.state === "above" ? initiative.risk.sentence : undefined}
      />
    </>
  );
}

function milestoneInWords({ title, status, date }: Milestone): string {
  return `${title}, ${status === "planned" ? "" : `${status} `}${dateInWords(date)}`;
}

/** What is wrong, a line each, the worst first. */
function Wrong(props: {
  readonly sentences: readonly string[];
  readonly health: "red" | "amber";
  readonly risk?: string | undefined;
}) {
  if (props.sentences.length === 0) return null;
  return (
    <ul class="wrong">
      {props.sentences.slice(0, 4).map((sentence) => (
        <li key={sentence}>
          <Glyph>
            {sentence === props.risk ? (
              <RiskGlyph x={0} y={0} state="above" />
            ) : (
              <HealthGlyph x={0} y={0} health={props.health} scale={0.9} />
            )}
          </Glyph>
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

export function GroupCard({ group }: { readonly group: Group }) {
  const { health } = group;
  const state = [
    group.status ? statusWords[group.status] : undefined,
    health && healthNames[health],
    group.owner,
  ].filter((part) => part);
  return (
    <>
      <h2>
        <span dir="auto">{group.title}</span>
      </h2>
      {state.length > 0 && (
        <p class="state">
          {health && (
            <Glyph>
              <HealthGlyph x={0} y={0} health={health} scale={0.9} />
            </Glyph>
          )}
          {state.join(". ")}
        </p>
      )}
      <dl>
        {group.start && <Row label="Work">{timelineInWords(group)}</Row>}
        {group.progress !== undefined && <Row label="Progress">{percentText(group.progress)}</Row>}
        <Row label="Money">{group.amount ? `${group.amount} of open work` : "–"}</Row>
      </dl>
      <Wrong sentences={group.wrong} health={health === "red" ? "red" : "amber"} />
    </>
  );
}
