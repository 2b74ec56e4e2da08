// A word of a cell, in English, German or French → the choice of the language that it means.
import { fieldOf, kindOf } from "../../grammar/vocabulary.ts";
import type { RowKind } from "./fields.ts";
import { asCompared } from "./folded.ts";

type Words = Readonly<Record<string, string>>;

/** How work stands in the words of the tools that people plan with. */
const work = {
  proposed:
    "idea|ideas|draft|proposed|proposal|suggested|backlog|icebox|funnel|triage|new|candidate|under consideration|idee|ideen|entwurf|vorschlag|vorgeschlagen|neu|idee a etudier|brouillon|propose|a l etude|nouveau",
  planned:
    "to do|todo|planned|not started|open|selected for development|ready|ready to start|ready for development|scheduled|approved|next|upcoming|up next|this quarter|geplant|offen|nicht begonnen|nicht gestartet|noch nicht begonnen|zu erledigen|bereit|genehmigt|eingeplant|freigegeben|planifie|a faire|non commence|pas commence|non demarre|prevu|approuve|ouvert",
  active:
    "in progress|doing|active|started|ongoing|running|working on it|in review|review|in testing|testing|in development|development|wip|in flight|implementing|in arbeit|laufend|aktiv|in bearbeitung|lauft|gestartet|begonnen|in umsetzung|umsetzung|in durchfuhrung|en cours|actif|demarre|commence|en cours de realisation|en realisation",
  "on-hold":
    "on hold|blocked|stuck|paused|waiting|waiting for review|postponed|deferred|suspended|parked|impeded|blockiert|pausiert|wartend|wartet|angehalten|zuruckgestellt|verschoben|ruht|gestoppt|bloque|en attente|suspendu|en pause|reporte|gele",
  completed:
    "done|closed|resolved|complete|completed|finished|released|delivered|shipped|live|accepted|100%|erledigt|fertig|abgeschlossen|geschlossen|beendet|umgesetzt|fertiggestellt|termine|terminee|acheve|clos|cloture|fini|fait|livre|realise",
  cancelled:
    "cancelled|canceled|rejected|won t do|wont do|won t fix|dropped|abandoned|discarded|declined|removed|abgebrochen|storniert|abgelehnt|verworfen|gestrichen|annule|abandonne|rejete|refuse",
} satisfies Words;

/** The same of objectives; where their language has no word for it, it stays a word of its own. */
const goals: Words = {
  proposed: work.proposed,
  active: `${work.active}|open|offen|ouvert`,
  achieved: `${work.completed}|achieved|reached|met|erreicht|erfullt|atteint`,
  missed: "missed|failed|not achieved|not met|verfehlt|nicht erreicht|manque|non atteint|echoue",
  retired: `${work.cancelled}|retired|obsolete|archived|archiviert|archive|obsolet`,
};

const risks: Words = {
  open: `open|active|new|identified|assessed|monitoring|monitored|watch|${work.active}|offen|neu|identifiziert|uberwacht|beobachten|ouvert|nouveau|identifie|surveille|sous surveillance`,
  closed: `closed|retired|expired|mitigated|${work.completed}|ferme|clos`,
  occurred: "occurred|materialised|materialized|happened|issue|realised|eingetreten|survenu|avere",
};

const milestones: Words = {
  planned: `${work.planned}|${work.active}|pending|ausstehend`,
  reached: `${work.completed}|reached|achieved|met|erreicht|atteint`,
  missed: "missed|failed|verpasst|verfehlt|manque",
};

const statuses: Readonly<Record<RowKind, Words>> = {
  initiative: work,
  objective: goals,
  risk: risks,
  milestone: milestones,
  kpi: {},
};

/** Words of a status that tell how it stands: it is under way, and as its owner reports it. */
const health: Words = {
  green:
    "green|g|on track|ontrack|good|healthy|grun|im plan|planmassig|auf kurs|vert|en bonne voie|conforme|sur la bonne voie",
  amber:
    "amber|yellow|orange|a|y|at risk|needs attention|attention|caution|slightly behind|minor delay|gelb|gefahrdet|mit risiko|kritisch beobachten|jaune|ambre|a risque|a surveiller|vigilance",
  red: "red|r|behind|off track|offtrack|delayed|late|overdue|critical|significantly behind|rot|verzogert|kritisch|im verzug|hinter plan|rouge|en retard|critique|hors delai",
};

const levels: Words = {
  "very-low":
    "very low|lowest|minimal|negligible|insignificant|rare|remote|very unlikely|1|sehr gering|sehr niedrig|vernachlassigbar|unbedeutend|tres faible|negligeable|tres improbable|mineur",
  low: "low|l|minor|small|unlikely|2|gering|niedrig|klein|unwahrscheinlich|faible|bas|improbable|limite",
  medium:
    "medium|m|med|moderate|possible|normal|average|3|mittel|massig|mittelmassig|moglich|moyen|moyenne|modere|moderee",
  high: "high|h|major|large|likely|probable|significant|4|hoch|gross|wahrscheinlich|erheblich|eleve|elevee|fort|forte|majeur|haut|haute",
  "very-high":
    "very high|highest|critical|extreme|severe|catastrophic|almost certain|certain|5|sehr hoch|kritisch|katastrophal|fast sicher|sehr wahrscheinlich|tres eleve|tres elevee|tres forte|critique|catastrophique|quasi certain",
};

const three: Words = Object.fromEntries(
  Object.entries(levels).filter(([name]) => !name.startsWith("very")),
);

const byField: Readonly<Record<string, Words>> = {
  health,
  priority: {
    must: "must|must have|highest|blocker|critical|urgent|high|p0|p1|1|a|immediate|top|hochste|sehr hoch|hoch|kritisch|dringend|muss|la plus haute|tres haute|tres elevee|haute|elevee|critique|bloquant|indispensable",
    should:
      "should|should have|medium|normal|major|p2|2|b|mittel|soll|sollte|moyenne|moyen|normale|important",
    could:
      "could|could have|nice to have|low|lowest|minor|trivial|p3|p4|p5|3|4|5|c|niedrig|gering|niedrigste|sehr gering|kann|konnte|faible|basse|tres faible|la plus basse|mineure",
    wont: "wont|won t|won t have|wont have|not now|nicht|wird nicht|exclu",
  },
  confidence: three,
  impact: levels,
  "residual-impact": levels,
  probability: levels,
  "residual-probability": levels,
  type: {
    run: "run|run the business|keep the lights on|ktlo|operations|betrieb|run metier|exploitation|maintenance|wartung",
    grow: "grow|grow the business|growth|wachstum|croissance",
    transform: "transform|transformation|transform the business|innovation|transformationnel",
    improve: "improve|improvement|optimise|optimize|optimisation|verbesserung|amelioration",
  },
  level: {
    business:
      "business|company|corporate|organization|organisation|enterprise|unternehmen|firma|entreprise|groupe",
    it: "it|it department|information technology|informatik|informatique|dsi",
    team: "team|department|individual|squad|abteilung|mitarbeiter|equipe|departement|service",
  },
  perspective: {
    financial:
      "financial|finance|finanzen|finanziell|finanzperspektive|financier|financiere|finances",
    customer: "customer|customers|client|kunde|kunden|kundenperspektive|clients",
    process:
      "process|processes|internal process|internal|prozess|prozesse|interne prozesse|processus",
    learning:
      "learning|learning and growth|people|lernen|lernen und entwicklung|mitarbeiter|apprentissage",
  },
  frequency: {
    daily: "daily|day|taglich|quotidien|quotidienne|journalier",
    weekly: "weekly|week|wochentlich|hebdomadaire",
    monthly: "monthly|month|monatlich|mensuel|mensuelle",
    quarterly: "quarterly|quarter|quartalsweise|vierteljahrlich|trimestriel|trimestrielle",
    "half-yearly": "half yearly|semi annual|semiannual|halbjahrlich|semestriel|semestrielle",
    yearly: "yearly|annual|annually|year|jahrlich|annuel|annuelle",
  },
  direction: {
    increase:
      "increase|up|higher|higher is better|maximize|maximise|steigend|hoher|erhohen|hausse|augmenter|a la hausse",
    decrease:
      "decrease|down|lower|lower is better|reduce|minimize|minimise|sinkend|niedriger|senken|baisse|reduire|diminuer",
    maintain: "maintain|keep|stable|hold|halten|stabil|gleichbleibend|maintenir",
  },
  category: {
    security:
      "security|cyber|cybersecurity|information security|sicherheit|it sicherheit|securite|cybersecurite",
    vendor: "vendor|supplier|third party|lieferant|anbieter|fournisseur|prestataire",
    technology: "technology|technical|tech|it|technologie|technisch|technik|technique",
    people:
      "people|resource|resources|hr|staff|personnel|personal|ressourcen|mitarbeiter|humain|ressources humaines",
    financial: "financial|finance|budget|cost|finanziell|finanzen|kosten|financier|cout",
    compliance:
      "compliance|legal|regulatory|regulation|recht|rechtlich|regulatorisch|juridique|reglementaire|conformite",
    delivery:
      "delivery|schedule|project|scope|planning|termin|zeitplan|projekt|lieferung|planning projet|delai|projet|livraison",
    operations:
      "operations|operational|process|business continuity|betrieb|betrieblich|prozess|operationnel|exploitation",
  },
  response: {
    avoid: "avoid|avoidance|eliminate|vermeiden|vermeidung|eviter|evitement",
    mitigate:
      "mitigate|mitigation|reduce|reduction|treat|control|mindern|vermindern|minderung|reduzieren|attenuer|attenuation|reduire",
    transfer:
      "transfer|share|insure|ubertragen|verlagern|uberwalzen|versichern|transferer|transfert|partager",
    accept: "accept|acceptance|accepted|tolerate|akzeptieren|akzeptanz|tragen|accepter|acceptation",
  },
};

/** What a cell says: a choice of a field. */
export function choiceIn(kind: RowKind, field: string, cell: string): string | undefined {
  if (cell.length > 100) return undefined;
  const words = field === "status" ? statuses[kind] : byField[field];
  if (words === undefined) return undefined;
  const said = [cell, ...partsOfScale(cell)];
  const found = said.map((one) => indexOf(words).get(asCompared(one)) ?? ownWord(kind, field, one));
  return found.find((one) => one !== undefined);
}

/** The word of a step on a scale and then its number: "5 - Critical", "2: unlikely", "High (4)". */
function partsOfScale(cell: string): readonly string[] {
  const before = /^\s*(\d)\s*[-–—:.)=/]\s*(\D+)$/.exec(cell);
  if (before !== null) return [before[2] ?? "", before[1] ?? ""];
  const behind = /^\s*(\D+?)\s*[-–—:(=/]\s*(\d)\)?\s*$/.exec(cell);
  return behind === null ? [] : [behind[1] ?? "", behind[2] ?? ""];
}

/** How work stands by a word that tells how well it goes: "On track", "At risk". */
export function healthIn(cell: string): string | undefined {
  const word = asCompared(cell);
  // A letter alone is a colour in a column of colours only.
  return word.length > 1 ? indexOf(health).get(word) : undefined;
}

const indexes = new WeakMap<Words, ReadonlyMap<string, string>>();

/** The choices by their words; of a word that stands twice the first counts. */
function indexOf(words: Words): ReadonlyMap<string, string> {
  let index = indexes.get(words);
  if (index === undefined) {
    const pairs = Object.entries(words).flatMap(([choice, all]) =>
      [asCompared(choice), ...all.split("|")].map((word): [string, string] => [word, choice]),
    );
    index = new Map(pairs.toReversed());
    indexes.set(words, index);
  }
  return index;
}

/** A choice of the language in its own words. */
function ownWord(kind: RowKind, field: string, cell: string): string | undefined {
  const entry = kindOf(kind);
  for (const type of (entry && fieldOf(entry, field))?.types ?? []) {
    if (type.is !== "choice") continue;
    const word = asCompared(cell);
    const found = type.of.find(({ name, synonyms = [] }) =>
      [name, ...synonyms].some((one) => asCompared(one) === word),
    );
    if (found !== undefined) return found.name;
  }
  return undefined;
}
