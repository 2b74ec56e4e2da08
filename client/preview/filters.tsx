// What the roadmap is filtered by: a menu of values with their counts, and a chip for each that is chosen.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import {
  type Facet,
  type Filter,
  type FilterField,
  facets,
  fieldWords,
  filterFields,
  isFiltering,
  valueInWords,
} from "../drawings/roadmap/filter.ts";
import { Menu } from "./menu.tsx";
import type { Wanted } from "./settings.ts";

interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (wanted: Wanted) => void;
}

function chosenIn(filter: Filter): number {
  return filterFields.reduce((sum, field) => sum + (filter[field]?.length ?? 0), 0);
}

export function FilterMenu(props: FiltersProps & { readonly view: RoadmapView }) {
  const chosen = chosenIn(props.filter);
  return (
    <Menu
      label={chosen === 0 ? "Filter" : `Filter (${chosen})`}
      icon={<path d="M2 4H14M4 8H12M6 12H10" />}
    >
      <FilterPanel {...props} />
    </Menu>
  );
}

/** Each field with its values; one of which nothing can be chosen is left out. */
export function FilterPanel(props: FiltersProps & { readonly view: RoadmapView }) {
  const { view, filter, onChange } = props;
  const offered = facets(view, filter).filter(({ values }) => values.length > 1);
  return (
    <div class="facets">
      {offered.map((facet) => (
        <FacetList key={facet.field} facet={facet} filter={filter} onChange={onChange} />
      ))}
      {chosenIn(filter) > 0 && (
        <button type="button" onClick={() => onChange({})}>
          Clear all filters
        </button>
      )}
    </div>
  );
}

function FacetList(props: FiltersProps & { readonly facet: Facet }) {
  const { facet, filter, onChange } = props;
  const { field, label, values } = facet;
  const chosen = new Set(filter[field]);
  return (
    <fieldset>
      <legend>{label}</legend>
      {values.map(({ value, words, count }) => (
        <label key={value} class={count === 0 && !chosen.has(value) ? "check none" : "check"}>
          <input
            type="checkbox"
            checked={chosen.has(value)}
            onChange={() => onChange(toggled(filter, field, value))}
          />
          <span dir="auto">{words}</span>
          <span class="amount">{count}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The filter with a value chosen that was not, or not chosen that was. */
export function toggled(
  { search: _, ...wanted }: Filter,
  field: FilterField,
  value: string,
): Wanted {
  const before = wanted[field] ?? [];
  const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  const { [field]: __, ...rest } = wanted;
  return after.length === 0 ? rest : { ...rest, [field]: after };
}

/** A chip for each value that is chosen and for the search, with how much is left. */
export function FilterChips(
  props: FiltersProps & {
    /** "4 of 18 initiatives" */
    readonly counted: string | undefined;
    readonly onSearch: (search: string) => void;
  },
) {
  const { filter, onChange } = props;
  if (!isFiltering(filter)) return null;
  const search = filter.search?.trim();
  return (
    <div class="filter-chips" role="group" aria-label="What is filtered by">
      {props.counted && <strong role="status">{props.counted}</strong>}
      {filterFields.flatMap((field) =>
        (filter[field] ?? []).map((value) => (
          <Chip
            key={`${field}:${value}`}
            text={
              value === ""
                ? valueInWords(field, value)
                : `${fieldWords[field]}: ${valueInWords(field, value)}`
            }
            onRemove={() => onChange(toggled(filter, field, value))}
          />
        )),
      )}
      {search && <Chip text={`“${search}”`} onRemove={() => props.onSearch("")} />}
      <button
        type="button"
        class="link"
        onClick={() => {
          onChange({});
          props.onSearch("");
        }}
      >
        Clear all
      </button>
    </div>
  );
}

function Chip(props: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <button
      type="button"
      class="filter-chip"
      aria-label={`${props.text}: remove this filter`}
      onClick={props.onRemove}
    >
      <span dir="auto">{props.text}</span>
      <svg width="10" height="10" viewBox="-5 -5 10 10" aria-hidden="true" class="line">
        <path d="M-3-3L3 3M3-3L-3 3" />
      </svg>
    </button>
  );
}
