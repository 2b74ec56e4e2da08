// What a reader filters by → which initiatives pass, and the values that can be chosen, each with its count.
import type {
  Initiative,
  InitiativeStatus,
  RoadmapView,
} from "../../../server/views/roadmap/shape.ts";
import { healthNames, priorityWords, statusWords } from "../sentences.ts";
import { matchOf, searchWords } from "./search.ts";

/** By what one can filter, in the order in which it is offered. */
export const filterFields = [
  "owner",
  "team",
  "theme",
  "technology",
  "health",
  "priority",
  "tag",
  "status",
] as const;

export type FilterField = (typeof filterFields)[number];

/**
 * What is wanted: of each field one of the values, of all fields together, and all words of the
 * search. A field without values lets all pass, save that cancelled work shows only where its status
 * is wanted. The empty value stands for what has none.
 */
export type Filter = { readonly [Field in FilterField]?: readonly string[] | undefined } & {
  readonly search?: string | undefined;
};

/** One value that can be chosen. */
export interface FacetValue {
  readonly value: string;
  /** "Head of Cloud", "On track", "No owner" */
  readonly words: string;
  /** How many initiatives it would leave, with all that is chosen in other fields. */
  readonly count: number;
}

export interface Facet {
  readonly field: FilterField;
  /** "Owner" */
  readonly label: string;
  readonly values: readonly FacetValue[];
}

const openStatuses: readonly InitiativeStatus[] = ["proposed", "planned", "active", "on-hold"];

export const fieldWords: Readonly<Record<FilterField, string>> = {
  owner: "Owner",
  team: "Team",
  theme: "Theme",
  technology: "Technology",
  health: "Health",
  priority: "Priority",
  tag: "Tag",
  status: "Status",
};

const none: readonly string[] = [""];

/** The values of an initiative in a field. */
function valuesIn(initiative: Initiative, field: FilterField): readonly string[] {
  const orNone = (values: readonly string[]) => (values.length === 0 ? none : values);
  switch (field) {
    case "owner":
      return [initiative.owner ?? ""];
    case "team":
      return orNone(initiative.teams);
    case "theme":
      return orNone(initiative.themes);
    case "technology":
      return orNone(initiative.technologies);
    case "tag":
      return orNone(initiative.tags);
    case "health":
      return [initiative.health];
    case "priority":
      return [initiative.priority ?? ""];
    case "status":
      return [initiative.status ?? ""];
  }
}

/** A filter made ready to be asked of many initiatives. */
interface Test {
  readonly field: FilterField;
  readonly wanted: ReadonlySet<string> | undefined;
}

function testsOf(filter: Filter): readonly Test[] {
  return filterFields.map((field) => {
    const values = filter[field] ?? [];
    return { field, wanted: values.length === 0 ? undefined : new Set(values) };
  });
}

function passes(initiative: Initiative, { field, wanted }: Test): boolean {
  if (wanted === undefined) return field !== "status" || initiative.status !== "cancelled";
  return valuesIn(initiative, field).some((value) => wanted.has(value));
}

/** The initiatives that pass, in their order. */
export function passing(view: RoadmapView, filter: Filter): readonly Initiative[] {
  const tests = testsOf(filter);
  const words = searchWords(filter.search);
  return view.initiatives.filter(
    (one) => tests.every((test) => passes(one, test)) && matchOf(one, words) !== undefined,
  );
}

/** How many initiatives there are for this filter to choose from. */
export function countOfAll(view: RoadmapView, filter: Filter): number {
  const test = { field: "status", wanted: undefined } as const;
  const hasCancelled = filter.status?.includes("cancelled");
  return hasCancelled
    ? view.initiatives.length
    : view.initiatives.filter((one) => passes(one, test)).length;
}

export function isFiltering(filter: Filter): boolean {
  return (
    filterFields.some((field) => (filter[field]?.length ?? 0) > 0) ||
    searchWords(filter.search).length > 0
  );
}

/** Of each field the values that occur, or are chosen, with how many initiatives each would leave. */
export function facets(view: RoadmapView, filter: Filter): readonly Facet[] {
  const tests = testsOf(filter);
  const words = searchWords(filter.search);
  const counts = new Map(tests.map(({ field }) => [field, new Map<string, number>()]));
  for (const { field, wanted } of tests)
    for (const value of wanted ?? []) counts.get(field)?.set(value, 0);
  for (const one of view.initiatives) {
    const failed = tests.filter((test) => !passes(one, test));
    const isFound = matchOf(one, words) !== undefined;
    for (const { field } of tests) {
      const others = failed.some((test) => test.field !== field);
      const found = counts.get(field);
      for (const value of valuesIn(one, field))
        found?.set(value, (found.get(value) ?? 0) + (isFound && !others ? 1 : 0));
    }
  }
  return tests.map(({ field }) => ({
    field,
    label: fieldWords[field],
    values: inOrder(field, [...(counts.get(field) ?? [])]),
  }));
}

/** Values whose order is known in it; others by name, what has none last. */
function inOrder(field: FilterField, counts: readonly (readonly [string, number])[]): FacetValue[] {
  const known: Readonly<Partial<Record<FilterField, readonly string[]>>> = {
    health: ["red", "amber", "green", "grey"],
    priority: ["must", "should", "could", "wont"],
    status: [...openStatuses, "completed", "cancelled"],
  };
  const order = known[field];
  const values = counts.map(([value, count]) => ({
    value,
    words: valueInWords(field, value),
    count,
  }));
  const rank = ({ value }: FacetValue) => (value === "" ? 1e9 : (order?.indexOf(value) ?? 0));
  return values.toSorted((a, b) => rank(a) - rank(b) || a.words.localeCompare(b.words, "en"));
}

/** "Off track", "Must have", "Head of Cloud", "No owner" */
export function valueInWords(field: FilterField, value: string): string {
  if (value === "") return `No ${field}`;
  if (field === "health") return wordFor(healthNames, value);
  if (field === "status") return wordFor(statusWords, value);
  return field === "priority" ? wordFor(priorityWords, value) : value;
}

function wordFor(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value;
}

/** "No initiative is on hold in team Data" */
export function filterSentence(filter: Filter): string {
  return `No initiative ${conditionsOf(filter).join(" and ") || "is shown"}`;
}

/** "is on hold", "is in team Data or Platform", "is owned by Head of Cloud", "matches “crm”" */
function conditionsOf(filter: Filter): readonly string[] {
  const said = filterFields.flatMap((field) => {
    const values = filter[field] ?? [];
    if (values.length === 0) return [];
    if (field === "status" && isOpenOnly(values)) return ["is open"];
    const named = values.filter((value) => value !== "");
    const none = values.length > named.length ? [`has no ${field}`] : [];
    return [[...(named.length > 0 ? [conditionIn(field, named)] : []), ...none].join(" or ")];
  });
  const search = filter.search?.trim();
  return search ? [...said, `matches “${search}”`] : said;
}

function isOpenOnly(values: readonly string[]): boolean {
  return values.length === openStatuses.length && openStatuses.every((one) => values.includes(one));
}

function conditionIn(field: FilterField, values: readonly string[]): string {
  const either = values.map((value) => valueInWords(field, value)).join(" or ");
  switch (field) {
    case "owner":
      return `is owned by ${either}`;
    case "health":
      return `is ${either.toLowerCase().replace("not known", "of unknown health")}`;
    case "status":
      return `is ${either.toLowerCase()}`;
    case "priority":
      return `is a ${either.toLowerCase()}`;
    case "tag":
      return `is tagged ${either}`;
    case "technology":
      return `relies on ${either}`;
    default:
      return `is in ${field} ${either}`;
  }
}
