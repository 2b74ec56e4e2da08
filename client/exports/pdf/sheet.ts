// What a document is told of before its pages → an empty PDF with tags, the same bytes for the same.
import PDFDocument from "pdfkit";

export interface SheetFacts {
  readonly title: string;
  readonly subject: string;
  /** "2026-11-23": when it was made, since the file knows no clock. */
  readonly day: string;
}

const maker = "Strategy as Code";

/** A document whose pages are numbered as they are printed. */
export class Sheet extends PDFDocument {
  readonly #facts: SheetFacts;

  constructor(facts: SheetFacts) {
    const { title, subject, day } = facts;
    super({
      ...{ pdfVersion: "1.7", lang: "en", tagged: true, displayTitle: true },
      ...{ autoFirstPage: false, font: "" },
      info: {
        ...{ Title: title, Subject: subject, Creator: maker, Producer: maker },
        CreationDate: new Date(`${day}T00:00:00Z`),
      },
    });
    this.#facts = facts;
  }

  /** Called by the library when the document ends: it writes titles into XML as they are. */
  override endMetadata(): void {
    const catalogue = dataOf(this, "_root");
    const metadata = this.ref({ Type: "Metadata", Subtype: "XML" });
    Reflect.set(metadata, "compress", false);
    metadata.end(new TextEncoder().encode(xmpOf(this.#facts)));
    Object.assign(catalogue, { Metadata: metadata, PageLabels: { Nums: [0, { S: "D" }] } });
  }
}

/** What is in the object of a document that has this name. */
function dataOf(doc: object, name: string): object {
  const held: unknown = Reflect.get(doc, name);
  const data: unknown =
    typeof held === "object" && held !== null ? Reflect.get(held, "data") : held;
  if (typeof data === "object" && data !== null) return data;
  throw new Error(`A PDF has nothing called ${name}.`);
}

/** The facts again, for programs that read no PDF. */
function xmpOf({ title, subject, day }: SheetFacts): string {
  const language = 'xml:lang="x-default"';
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li ${language}>${escaped(title)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li ${language}>${escaped(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${day}T00:00:00Z</xmp:CreateDate><xmp:CreatorTool>${maker}</xmp:CreatorTool>
<pdf:Producer>${maker}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
