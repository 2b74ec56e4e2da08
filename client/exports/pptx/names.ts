// The pieces of a slide, one after the other → an id and a name for each that no other piece of it has.
import { element, knownToXml } from "./xml.ts";

export class Namer {
  /** The first is that of the slide's own group. */
  private last = 1;
  /** The names that are taken, and how often each was wanted. */
  private readonly taken = new Map<string, number>();

  /**
   * The element that names a piece; `says` is what it says to those who do not see it, or null where it
   * is an ornament.
   */
  naming(wanted: string, says?: string | null): string {
    this.last += 1;
    const name = this.free(knownToXml(wanted).replace(/\s+/g, " ").trim() || "Shape");
    const descr = says === undefined || says === null ? undefined : heard(says);
    const properties = { id: this.last, name, descr };
    return element("p:cNvPr", properties, says === null ? ornament : "");
  }

  private free(wanted: string): string {
    let times = this.taken.get(wanted) ?? 0;
    let name = wanted;
    while (this.taken.has(name)) {
      times += 1;
      name = `${wanted} (${times})`;
    }
    this.taken.set(wanted, Math.max(1, times)).set(name, 1);
    return name;
  }
}

/** Nobody listens to more of one piece. */
const most = 2000;

function heard(says: string): string {
  return says.length <= most ? says : `${says.slice(0, says.lastIndexOf(" ", most))} …`;
}

const ornament = element(
  "a:extLst",
  {},
  element(
    "a:ext",
    { uri: "{C183D7F6-B498-43B3-948B-1728B52AA6E4}" },
    element("adec:decorative", {
      "xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
      val: 1,
    }),
  ),
);
