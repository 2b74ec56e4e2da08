// The button that writes what is shown into a file for others: the host asks as what, or a menu does.
import type { OfferedFormat } from "../../server/protocol.ts";
import { Menu } from "./menu.tsx";

export interface Exporting {
  /** The view that is shown, and what stands on its tab. */
  readonly view: string;
  readonly label: string;
  /** Where there are none, the host asks. */
  readonly offers: true | readonly OfferedFormat[];
  readonly onAsk: () => void;
}

const arrow = <path d="M8 2.5V10M4.8 7L8 10.2L11.2 7M3 12.8H13" />;

export function ExportButton({ view, label, offers, onAsk }: Exporting) {
  if (offers === true)
    return (
      <button
        type="button"
        class="icon export"
        aria-label="Export…"
        title="Export as a page, a picture, slides or a sheet"
        onClick={onAsk}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" class="line">
          {arrow}
        </svg>
      </button>
    );
  return (
    <div class="exporting">
      <Menu label="Export" icon={arrow}>
        <Offers view={view} label={label} offers={offers} />
        <Offers view="board" label="All views in one file" offers={offers} />
      </Menu>
    </div>
  );
}

/** A link for each format of a view: the browser asks where to, as for any file. */
function Offers(props: Pick<Exporting, "view" | "label"> & { offers: readonly OfferedFormat[] }) {
  const { view, label } = props;
  const offers = props.offers.filter(({ views }) => views.includes(view));
  if (offers.length === 0) return null;
  return (
    <section class="offers" aria-label={label}>
      <h2>{label}</h2>
      <ul>
        {offers.map(({ name, words }) => (
          <li key={name}>
            <a href={`export?view=${view}&format=${name}`} download="">
              <b>{name.toUpperCase()}</b> <span>{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
