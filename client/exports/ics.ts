// The roadmap → a calendar of whole days: milestones, reviews, events, targets of KPIs, and where initiatives end.
import ical, { ICalEventTransparency } from "ical-generator";
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { oneLine } from "../../server/words/visible.ts";
import { initiativeSentence, milestoneSentence } from "../drawings/sentences.ts";
import { dayOf, isoOf } from "../drawings/time.ts";
import type { Writer } from "./format.ts";
import { isRoadmap } from "./which.ts";

/** What stands in the calendar on a day. */
interface Entry {
  readonly kind: "Milestone" | "Review" | "Event" | "KPI target" | "End of initiative";
  /** Only this thing of its kind has it, and keeps it. */
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly says: string;
}

/** What has no date is not in it. The same thing has the same UID in each export, so that a calendar moves it. */
export const writeCalendar: Writer = async ({ title, views: [view] }) => {
  if (!isRoadmap(view)) throw new Error("A calendar shows the roadmap.");
  // Its horizon may move, and it stays the same plan.
  const plan = title.replace(/ \d{4}(?:–\d{4})?$/, "");
  const calendar = ical({
    name: oneLine(title),
    prodId: { company: "Strategy as Code", product: "Roadmap", language: "EN" },
  });
  for (const { kind, id, day, title: what, says } of entriesOf(view))
    calendar.createEvent({
      id: `${await fingerprint([plan, kind, id])}@strategy-as-code`,
      sequence: 0,
      stamp: `${view.today}T00:00:00Z`,
      start: day,
      // A whole day ends where the next one begins.
      end: isoOf(dayOf(day) + 1),
      allDay: true,
      summary: oneLine(what),
      description: oneLine(says),
      categories: [{ name: kind }],
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return new TextEncoder().encode(calendar.toString());
};

function entriesOf(view: RoadmapView): readonly Entry[] {
  const ends = view.initiatives.flatMap((initiative): readonly Entry[] => {
    const { id, title, owner, end, openEnd, status, milestones } = initiative;
    const own = milestones.map((one): Entry => {
      const says = `${milestoneSentence([one])} ${owner ? `${title}, owner ${owner}` : title}.`;
      return {
        kind: "Milestone",
        id: `${id}/${one.id}`,
        day: one.date,
        title: `${one.title} (${title})`,
        says,
      };
    });
    if (status === "cancelled" || end === undefined || openEnd) return own;
    const says = initiativeSentence(initiative, view.currency);
    return [...own, { kind: "End of initiative", id, day: end, title: `${title} ends`, says }];
  });
  return [...ends, ...eventsIn(view)];
}

const kinds = { review: "Review", event: "Event", target: "KPI target" } as const;

function eventsIn({ events }: RoadmapView): readonly Entry[] {
  /** A KPI has a target for each of several days: they are counted, so that one which moves stays the same. */
  const seen = new Map<string, number>();
  return events.map(({ kind, id, date, title, sentence }) => {
    const number = (seen.get(`${kind}:${id}`) ?? 0) + 1;
    seen.set(`${kind}:${id}`, number);
    return {
      kind: kinds[kind],
      id: `${id}/${number}`,
      day: date,
      title: kind === "target" ? sentence : title,
      says: `${sentence}.`,
    };
  });
}

/** Some words → 32 signs that only these have. */
async function fingerprint(words: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(words));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
