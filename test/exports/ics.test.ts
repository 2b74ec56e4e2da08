// A roadmap as a calendar → what an independent reader of calendars finds in it.
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { dataOf, exportedText, nastyTitles, roadmapWith } from "./exported.ts";

interface Found {
  readonly uid: string;
  readonly title: string;
  readonly day: string;
  readonly end: string;
  readonly kind: string;
  readonly says: string;
}

async function calendarOf(...of: Parameters<typeof exportedText>) {
  return new ICAL.Component(ICAL.parse(await exportedText(...of)));
}

async function eventsOf(text?: string): Promise<readonly Found[]> {
  const calendar = await calendarOf([dataOf("roadmap", text)], "ics");
  return calendar.getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
    return {
      uid: event.uid,
      title: event.summary,
      day: event.startDate.toString(),
      end: event.endDate.toString(),
      kind: String(one.getFirstPropertyValue("categories")),
      says: event.description,
    };
  });
}

const plan = `strategy s "S" { horizon: 2026 .. 2027 }
initiative move "Move" { timeline: 2026-01 .. 2026-12 owner: cio milestone live "Live" { date: 2026-06-30 } milestone open "Open" {} }
initiative someday "Someday" {}
initiative endless "Endless" { timeline: 2026 .. }
initiative gone "Gone" { timeline: 2026 .. 2026 status: cancelled }
role cio "CIO" {}
review spring "Spring review" { date: 2026-04-05 }
milestone law "Law" { date: 2026-09-01 }
kpi churn "Churn" { unit: "%" target: 3 by 2026-12-31 target: 2 by 2027-12-31 }
`;

test("it holds milestones, ends, reviews, events and targets, each a whole day", async () => {
  const events = await eventsOf(plan);
  expect(events.map(({ kind, title, day, end }) => [kind, title, day, end].join(", "))).toEqual([
    "Milestone, Live (Move), 2026-06-30, 2026-07-01",
    "End of initiative, Move ends, 2026-12-31, 2027-01-01",
    "Review, Spring review, 2026-04-05, 2026-04-06",
    "Event, Law, 2026-09-01, 2026-09-02",
    "KPI target, Churn: 3% by 31 Dec 2026, 2026-12-31, 2027-01-01",
    "KPI target, Churn: 2% by 31 Dec 2027, 2027-12-31, 2028-01-01",
  ]);
  expect(events[0]?.says).toBe(
    "Milestone Live, planned, 30 Jun 2026, 146 days over. Move, owner CIO.",
  );
});

test("each event has a name of its own that stays when it moves", async () => {
  const before = await eventsOf();
  const uids = before.map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  for (const uid of uids) expect(uid).toMatch(/^[0-9a-f]{32}@strategy-as-code$/);
  const [first, second] = [
    await eventsOf(plan),
    await eventsOf(plan.replace("2026-06-30", "2026-07-15")),
  ];
  expect(second.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
  expect(second[0]?.day).toBe("2026-07-15");
});

test("the names stay where the horizon moves", async () => {
  const uids = (text: string) => eventsOf(text).then((all) => all.map(({ uid }) => uid));
  expect(await uids(plan.replace("2026 .. 2027", "2026 .. 2028"))).toEqual(await uids(plan));
});

test("it is the same whenever and wherever it is written", async () => {
  const text = await exportedText([dataOf("roadmap", plan)], "ics");
  expect(await exportedText([dataOf("roadmap", plan)], "ics")).toBe(text);
  expect(text).toMatch(/\r\nX-WR-CALNAME:S 2026–2027\r\n/);
  for (const stamp of text.match(/DTSTAMP:.*/g) ?? [])
    expect(stamp.trim()).toBe("DTSTAMP:20261123T000000Z");
  expect(text.match(/SEQUENCE:0/g)).toHaveLength(6);
});

test("lines are folded, end as they must, and any title is read as a text", async () => {
  const view = roadmapWith(nastyTitles);
  const text = await exportedText([view], "ics");
  const lines = text.split("\r\n");
  expect(text).not.toMatch(/[^\r]\n/);
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  const titles = (await calendarOf([view], "ics"))
    .getAllSubcomponents("vevent")
    .map((one) => String(one.getFirstPropertyValue("summary")))
    .filter((title) => title.endsWith(" ends"));
  const line = (title: string) =>
    title
      .replace(/[\t\r\n]+/g, " ")
      .replace(/[\u200f\u202c\u202e]/g, (sign) => `\\u{${sign.charCodeAt(0).toString(16)}}`);
  expect(titles).toEqual(nastyTitles.map((title) => `${line(title)} ends`));
});

test("a roadmap without a date is an empty calendar", async () => {
  const calendar = await calendarOf([dataOf("roadmap", 'initiative a "A" {}')], "ics");
  expect(calendar.getAllSubcomponents("vevent")).toEqual([]);
});
