// In which order the elements of a deck stand, by its standard: PowerPoint repairs what is otherwise.

const shape = "p:spPr p:style p:txBody p:extLst";
const fills = "a:noFill a:solidFill a:gradFill a:blipFill a:pattFill a:grpFill";
const outline = `a:xfrm a:custGeom a:prstGeom ${fills} a:ln a:effectLst a:effectDag`;
const font = "a:latin a:ea a:cs a:font";
const shown =
  "c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize";
const axis =
  "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses";
const level =
  "a:lnSpc a:spcBef a:spcAft a:buClr a:buSzPct a:buFont a:buNone a:buChar a:tabLst a:defRPr";

/** What may stand in an element that holds different ones, in this order. */
const inOrder: Readonly<Record<string, string>> = {
  "p:presentation":
    "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle p:extLst",
  "p:sldMaster": "p:cSld p:clrMap p:sldLayoutIdLst p:timing p:hf p:txStyles",
  "p:sldLayout": "p:cSld p:clrMapOvr p:timing p:hf",
  "p:notesMaster": "p:cSld p:clrMap p:hf p:notesStyle",
  "p:sld": "p:cSld p:clrMapOvr p:transition p:timing",
  "p:notes": "p:cSld p:clrMapOvr",
  "p:cSld": "p:bg p:spTree p:extLst",
  "p:txStyles": "p:titleStyle p:bodyStyle p:otherStyle",
  "p:bodyStyle": "a:defPPr a:lvl1pPr a:lvl2pPr a:lvl3pPr",
  "p:sp": `p:nvSpPr ${shape}`,
  "p:cxnSp": `p:nvCxnSpPr ${shape}`,
  "p:graphicFrame": "p:nvGraphicFramePr p:xfrm a:graphic",
  "p:nvSpPr": "p:cNvPr p:cNvSpPr p:nvPr",
  "p:nvCxnSpPr": "p:cNvPr p:cNvCxnSpPr p:nvPr",
  "p:nvGrpSpPr": "p:cNvPr p:cNvGrpSpPr p:nvPr",
  "p:nvGraphicFramePr": "p:cNvPr p:cNvGraphicFramePr p:nvPr",
  "p:spPr": outline,
  "p:txBody": "a:bodyPr a:lstStyle a:p",
  "p:xfrm": "a:off a:ext",
  "a:xfrm": "a:off a:ext a:chOff a:chExt",
  "a:custGeom": "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst",
  "a:ln": "a:noFill a:solidFill a:prstDash a:custDash a:round a:bevel a:miter a:headEnd a:tailEnd",
  "a:pattFill": "a:fgClr a:bgClr",
  "a:p": "a:pPr a:r a:endParaRPr",
  "a:r": "a:rPr a:t",
  "a:lvl1pPr": level,
  "a:lvl2pPr": level,
  "a:lvl3pPr": level,
  "a:defRPr": `a:ln ${fills} a:effectLst ${font}`,
  "a:theme": "a:themeElements a:objectDefaults a:extraClrSchemeLst",
  "a:themeElements": "a:clrScheme a:fontScheme a:fmtScheme",
  "a:clrScheme":
    "a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink",
  "a:fontScheme": "a:majorFont a:minorFont",
  "a:majorFont": font,
  "a:minorFont": font,
  "a:fmtScheme": "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst",
  "c:chartSpace":
    "c:date1904 c:lang c:roundedCorners c:chart c:spPr c:txPr c:externalData c:printSettings",
  "c:chart": "c:title c:autoTitleDeleted c:plotArea c:legend c:plotVisOnly c:dispBlanksAs",
  "c:plotArea": "c:layout c:lineChart c:dateAx c:valAx c:spPr",
  "c:lineChart": "c:grouping c:varyColors c:ser c:dLbls c:marker c:axId",
  "c:ser": "c:idx c:order c:tx c:spPr c:marker c:dPt c:dLbls c:cat c:val c:smooth",
  "c:dPt": "c:idx c:marker c:bubble3D c:spPr",
  "c:dLbls": `c:dLbl ${shown}`,
  "c:dLbl": `c:idx c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos ${shown}`,
  "c:marker": "c:symbol c:size c:spPr",
  "c:spPr": outline,
  "c:txPr": "a:bodyPr a:lstStyle a:p",
  "c:numRef": "c:f c:numCache",
  "c:strRef": "c:f c:strCache",
  "c:numCache": "c:formatCode c:ptCount c:pt",
  "c:strCache": "c:ptCount c:pt",
  "c:dateAx": `${axis} c:auto c:lblOffset c:baseTimeUnit c:majorUnit c:majorTimeUnit`,
  "c:valAx": `${axis} c:crossBetween c:majorUnit`,
  Types: "Default Override",
  Properties: "PresentationFormat Application Slides Notes",
  "cp:coreProperties": "dc:title dc:creator dcterms:created dcterms:modified",
  workbook: "sheets",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles",
  font: "sz color name",
  border: "left right top bottom diagonal",
  worksheet: "dimension sheetViews cols sheetData",
};

/** Elements in which any of several may follow each other. */
const free: Readonly<Record<string, { readonly first: string; readonly others: string }>> = {
  "p:spTree": { first: "p:nvGrpSpPr p:grpSpPr", others: "p:sp p:cxnSp p:grpSp p:graphicFrame" },
  "p:grpSp": { first: "p:nvGrpSpPr p:grpSpPr", others: "p:sp p:cxnSp p:grpSp p:graphicFrame" },
  "a:path": { first: "a:moveTo", others: "a:moveTo a:lnTo a:cubicBezTo a:close" },
};

/** What is wrong with the order of the elements in one; nothing where it is right. */
export function misplacedIn(name: string, inside: readonly string[]): string | undefined {
  const loose = free[name];
  if (loose !== undefined) {
    const first = loose.first.split(" ");
    const known = loose.others.split(" ");
    const isRight =
      first.every((one, at) => inside[at] === one) &&
      inside.slice(first.length).every((one) => known.includes(one));
    return isRight ? undefined : `${name}: ${inside.join(" ")}`;
  }
  if (new Set(inside).size < 2) return undefined;
  const places = inside.map((one) => (inOrder[name] ?? "").split(" ").indexOf(one));
  const isRight = places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0));
  return isRight ? undefined : `${name}: ${inside.join(" ")}`;
}
