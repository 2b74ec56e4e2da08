// Goals, work, KPIs and risks in words: what stands under their titles, and what a screen reader says of them.
import type {
  AlignedWork,
  AlignmentView,
  Goal,
  GoalKpi,
  GoalRisk,
} from "../../../server/views/alignment/shape.ts";
import { healthNames, percentText, statusWords, told } from "../sentences.ts";
import { count } from "../time.ts";
import { type Homes, homesOf } from "./homes.ts";

/** What is known of a goal, in parts. */
export function goalNotes(goal: Goal): readonly string[] {
  const { owner, share, progress, work, shared, status } = goal;
  const counted = goal.whole
    ? `${goal.whole} with ${goal.elsewhere ? "other projects" : "shared work"}`
    : shared > 0
      ? `${shared} counted elsewhere`
      : undefined;
  const shut = status === "achieved" || status === "missed" || status === "retired";
  const state = shut ? statusWords[status] : undefined;
  const notes =
    goal.depth === 0 && goal.top === "objective"
      ? [state, owner, share && `${share} of the money`, counted]
      : [
          state,
          progress === undefined ? undefined : `${percentText(progress)} done`,
          goal.empty ? "no initiative" : work > 0 || shared === 0 ? workCount(work) : undefined,
          counted,
        ];
  const said = notes.filter((note) => note !== undefined && note !== "") as readonly string[];
  return said.length > 0 ? said : [goal.empty ? "no initiative" : workCount(work)];
}

export function workCount(work: number): string {
  return count(work, "initiative");
}

function inMoney(amount: string | undefined, currency: string | undefined): string | undefined {
  return amount && (currency ? `${amount} ${currency}` : amount);
}

/** Who reads marks: the currency of the view, its goals by id, and where work stands that can be dragged. */
export interface Reader {
  readonly currency: string | undefined;
  readonly titles: ReadonlyMap<string, string>;
  readonly homes: Homes;
}

export function readerOf(view: AlignmentView, edits: boolean): Reader {
  return {
    currency: view.currency,
    titles: new Map(view.goals.map(({ id, title }) => [id, title])),
    homes: edits ? homesOf(view) : new Map(),
  };
}

export function goalInWords({ currency, titles }: Reader, goal: Goal): string {
  return told([
    goal.title,
    goal.health && healthNames[goal.health],
    goal.owner && `Owner ${goal.owner}`,
    goal.status && goal.status !== "active" ? statusWords[goal.status] : undefined,
    goal.progress === undefined ? undefined : `${percentText(goal.progress)} done`,
    inMoney(goal.amount, currency),
    goal.share && `${goal.share} of the money`,
    goal.empty ? noSupport : workCount(goal.work),
    goal.elsewhere && elsewhereInWords(goal.elsewhere),
    goal.whole && `${inMoney(goal.whole, currency)} with what is counted elsewhere`,
    goal.shared > 0 ? `${goal.shared} more, counted under another objective` : undefined,
    alsoInWords(goal.also, titles),
    ...goal.wrong,
  ]);
}

function alsoInWords(
  also: readonly string[],
  titles: ReadonlyMap<string, string>,
): string | undefined {
  const named = also.flatMap((id) => titles.get(id) ?? []);
  return named.length > 0 ? `Also supports ${named.join(", ")}` : undefined;
}

export const noSupport = "No initiative supports it yet";

export function elsewhereInWords({ initiatives, amount }: NonNullable<Goal["elsewhere"]>): string {
  const work = initiatives === 0 ? "Objectives" : workCount(initiatives);
  return `${work} in other projects${amount ? `, ${amount}` : ""}`;
}

export function workInWords(
  { currency, titles }: Reader,
  work: AlignedWork,
  isGap: boolean,
): string {
  return told([
    work.title,
    work.status ? statusWords[work.status] : "No status",
    work.trouble && healthNames[work.trouble],
    work.owner && `Owner ${work.owner}`,
    inMoney(work.amount, currency),
    work.programme && `Part of ${work.programme}, its money is counted there`,
    isGap
      ? "Supports no objective"
      : work.path.length > 0
        ? `Supports ${work.path.join(", which supports ")}`
        : undefined,
    alsoInWords(work.also, titles),
    work.kpis.length > 0 ? count(work.kpis.length, "KPI") : undefined,
    work.risks.length > 0 ? count(work.risks.length, "risk") : undefined,
    ...work.wrong,
  ]);
}

export function kpiInWords(kpi: GoalKpi): string {
  return `KPI ${kpi.title}: ${healthNames[kpi.health].toLowerCase()}`;
}

export function riskInWords({ sentence, scores }: GoalRisk): string {
  return `Risk ${sentence}${scores ? `. ${scores}` : ""}`;
}

/** "1 initiative, 1.4M, 8% of the money" */
export function gapInWords({ unaligned }: AlignmentView): string {
  const { work, amount, money, share } = unaligned;
  return [workCount(work), money === 0 ? undefined : amount, share && `${share} of the money`]
    .filter((part) => part)
    .join(", ");
}

export function gapAdvice({ unaligned }: AlignmentView): string {
  return unaligned.work === 1
    ? "Align it with an objective, or write why it stands alone"
    : "Align them with an objective, or write why they stand alone";
}

export const gapTitle = "Supports no objective";
export const leadsNowhere = "Leads nowhere";

/** "2 KPIs measure nothing here, 1 risk affects nothing here" */
export function looseInWords({ loose }: AlignmentView): string {
  const [kpis, risks] = [loose.kpis.length, loose.risks.length];
  return [
    kpis > 0 ? `${count(kpis, "KPI")} ${kpis === 1 ? "measures" : "measure"} nothing here` : "",
    risks > 0 ? `${count(risks, "risk")} ${risks === 1 ? "affects" : "affect"} nothing here` : "",
  ]
    .filter((part) => part)
    .join(", ");
}
