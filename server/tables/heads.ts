// What a column may say → the headings by which it is known in English, German and French, as they are compared.

/** Of each field the headings with `|` between them; one may stand for several, of which its cells tell. */
export const heads: Readonly<Record<string, string>> = {
  title:
    "title|name|summary|task name|item|item name|task|work item|subject|headline|issue summary|bezeichnung|titel|thema|vorgangsname|vorgang|aufgabe|zusammenfassung|betreff|intitule|titre|nom|nom de la tache|tache|resume|libelle|sujet|designation",
  kind: "type|kind|item type|issue type|work item type|tracker|okr type|goal type|level|art|typ|vorgangstyp|element|type d element|type de ticket|nature|genre",
  id: "id|key|no|nr|number|ref|reference|identifier|unique id|issue key|task id|item id|goal id|objective id|okr id|wbs|outline number|code|nummer|kennung|schlussel|referenz|numero|identifiant|cle|#",
  parent:
    "parent|parent id|parent key|parent task|parent issue|parent goal|parent item|parent objective|parent okr|parent title|part of|belongs to|epic link|epic|epic name|parent link|aligned to|aligned to id|alignment|aligns to|summary task|parent work item|ubergeordnet|ubergeordneter vorgang|ubergeordnetes ziel|elternelement|teil von|gehort zu|tache parent|parente|element parent|parent de|fait partie de|rattache a|tache recapitulative",
  depth:
    "outline level|indent level|level|depth|hierarchy level|hierarchy|indent|gliederungsebene|ebene|stufe|niveau|niveau hierarchique|profondeur",
  objective:
    "objective|objectives|goal|goals|strategic objective|strategic goal|business goal|business objective|supports|supported objective|strategic alignment|okr|objective title|objective name|goal name|ziel|ziele|strategisches ziel|unternehmensziel|zielsetzung|objectif|objectifs|objectif strategique|but|axe strategique",
  initiative:
    "initiative|initiatives|project|projects|project name|program|programme|program name|workstream|projekt|projekte|projektname|programm|vorhaben|massnahme|massnahmen|projet|projets|nom du projet|chantier|initiative title|initiative name|affects|affected project|betroffenes projekt|projet concerne|action",
  kpi: "kpi|kpis|kpi name|key result|key results|key result name|keyresult|kr|metric|metrics|metric name|indicator|indicators|measure|kennzahl|kennzahlen|schlusselergebnis|schlusselergebnisse|messgrosse|indikator|indicateur|indicateurs|indicateur cle|resultat cle|resultats cles|mesure",
  risk: "risk|risks|risk name|risk title|risk description|threat|main risk|key risk|key risks|risiko|risiken|risikobezeichnung|gefahr|risque|risques|nom du risque|menace",
  milestone: "milestone|milestones|milestone name|meilenstein|meilensteine|jalon|jalons",
  theme:
    "theme|themes|strategic theme|pillar|strategic pillar|focus area|group|section|section column|stream|category|portfolio|area|domain|handlungsfeld|saule|gruppe|bereich|kategorie|schwerpunkt|themenfeld|abschnitt|pilier|domaine|groupe|categorie|axe|section colonne",
  description:
    "description|details|notes|note|scope|comment|comments|remarks|summary text|objective description|purpose|beschreibung|notizen|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|erlauterung|inhalt|remarque|remarques|commentaire|commentaires|descriptif",
  owner:
    "owner|owners|owner name|owner email|responsible|accountable|lead|assignee|assigned to|assignees|person|people|project manager|manager|pm|resource names|resources|responsible person|driver|dri|delegated to|verantwortlich|verantwortliche|verantwortlicher|verantwortung|inhaber|eigentumer|besitzer|zustandig|bearbeiter|projektleiter|projektleitung|leitung|zugewiesen an|zugewiesene person|ressourcennamen|ressourcen|responsable|proprietaire|porteur|pilote|chef de projet|assigne a|attribue a|affecte a|personne|noms ressources|noms des ressources|ressources",
  "co-owners":
    "co owner|co owners|co lead|deputy|stellvertreter|vertretung|mitverantwortlich|co responsable|co responsables|suppleant",
  sponsor:
    "sponsor|executive sponsor|project sponsor|auftraggeber|executive|commanditaire|sponsor executif|parrain",
  stakeholders:
    "stakeholder|stakeholders|key stakeholders|anspruchsgruppen|beteiligte|interessengruppen|parties prenantes|partie prenante",
  teams:
    "team|teams|squad|department|business unit|unit|delivery team|responsible team|abteilung|organisationseinheit|gruppe zustandig|equipe|equipes|departement|service|direction",
  timeline:
    "timeline|time period|period|timeframe|time frame|cycle|quarter|schedule|when|duration|target quarter|planned quarter|zeitraum|quartal|laufzeit|zeitplan|termin|periode|calendrier|trimestre|echeancier|planning|cycle okr",
  start:
    "start|start date|begin|begin date|begins|from|kick off|kickoff|target start|planned start|timeline start|scheduled start|actual start|start on|startdatum|beginn|anfang|anfangstermin|starttermin|projektstart|geplanter start|geplanter beginn|von|debut|date de debut|demarrage|date debut|debut prevu|commencement|du",
  end: "end|end date|finish|finish date|due|due date|due on|deadline|until|target date|target end|completion date|planned end|planned finish|timeline end|to|date|go live|delivery date|target completion|ende|enddatum|endtermin|fertigstellung|fertig stellen|falligkeit|falligkeitsdatum|fallig|fallig am|frist|stichtag|bis|projektende|geplantes ende|abschluss|datum|termin|fin|date de fin|echeance|date d echeance|date limite|date fin|fin prevue|livraison|au",
  duration: "duration|length|dauer|duree",
  after:
    "predecessors|predecessor|depends on|dependencies|dependency|blocked by|blocked by dependencies|is blocked by|inward issue link blocks|dependent on|waiting for|prerequisites|requires|vorganger|abhangig von|abhangigkeit|abhangigkeiten|blockiert durch|voraussetzung|predecesseurs|predecesseur|depend de|dependances|dependance|bloque par|prerequis",
  status:
    "status|state|phase|stage|progress status|task status|current status|progress state|risk status|zustand|stand|projektstatus|bearbeitungsstatus|statut|etat|avancement statut",
  done: "completed at|completed on|completed date|done on|closed on|resolved|resolution date|actual end|actual finish|erledigt am|abgeschlossen am|termine le|acheve le|date de cloture",
  progress:
    "progress|percent complete|% complete|complete|completion|% done|done|progress %|percentage|completed %|overall progress|fortschritt|% abgeschlossen|abgeschlossen|fertigstellungsgrad|erfullungsgrad|erledigt|avancement|% acheve|% termine|progression|acheve|taux d avancement|pourcentage",
  health:
    "health|rag|rag status|traffic light|overall health|ampel|ampelstatus|gesundheit|sante|meteo|feu",
  priority:
    "priority|prio|moscow|importance|rank|prioritat|wichtigkeit|dringlichkeit|rang|priorite",
  confidence: "confidence|confidence level|zuversicht|konfidenz|confiance|niveau de confiance",
  budget:
    "budget|cost|costs|total cost|estimated cost|planned budget|total budget|investment|funding|approved budget|price|kosten|gesamtkosten|gesamtbudget|investition|investitionen|plankosten|aufwand kosten|cout|couts|cout total|cout estime|investissement|montant",
  upfront:
    "capex|upfront|upfront cost|one time cost|one off cost|initial cost|einmalkosten|einmalige kosten|anschaffung|anschaffungskosten|cout initial|couts initiaux|depense initiale",
  operations:
    "opex|running cost|running costs|run cost|annual cost|operating cost|cost per year|betriebskosten|laufende kosten|jahrliche kosten|kosten pro jahr|couts de fonctionnement|cout annuel|couts recurrents|cout par an",
  benefit:
    "benefit|benefits|savings|return|expected benefit|expected savings|value eur|nutzen|einsparung|einsparungen|ertrag|benefice|benefices|economies|gain|gains|gains attendus",
  type: "type|category|investment type|kind of work|run grow transform|classification|kategorie|klassifizierung|art|categorie|type d investissement",
  value: "value|business value|user business value|geschaftswert|wert|valeur|valeur metier",
  urgency: "urgency|time criticality|dringlichkeit|zeitkritikalitat|urgence|criticite temporelle",
  "risk-reduction":
    "risk reduction|risk reduction value|opportunity enablement|risikominderung|reduction des risques",
  effort: "effort|job size|complexity|aufwand|komplexitat|complexite",
  technologies:
    "technology|technologies|platform|platforms|system|systems|tools|technologie|technologien|systeme|plattform|plateforme|outils",
  level: "level|scope|objective level|goal level|ebene|zielebene|niveau|portee",
  perspective: "perspective|bsc perspective|bsc|scorecard perspective|perspektive",
  weight: "weight|weighting|gewicht|gewichtung|poids|ponderation",
  unit: "unit|units|unit of measure|uom|metric unit|metric type|measure type|einheit|masseinheit|unite|unite de mesure",
  baseline:
    "baseline|start value|starting value|initial value|base|base value|start|from|initial|previous value|metric start value|startwert|ausgangswert|basiswert|basis|ist vorjahr|valeur initiale|valeur de depart|depart|reference|base de reference",
  "baseline-date":
    "baseline date|date of baseline|measured from|basisdatum|datum des ausgangswerts|date de reference|date de la valeur initiale",
  target:
    "target|target value|goal|goal value|target number|planned value|to|metric target value|end value|zielwert|ziel|sollwert|soll|planwert|plan|zielgrosse|cible|valeur cible|objectif|but",
  "target-date": "target date|date of target|zieldatum|zieltermin|date cible|echeance de la cible",
  actual:
    "actual|actual value|current|current value|latest|latest value|value|today|achieved|result|metric current value|istwert|ist|aktuell|aktueller wert|wert|ergebnis|aktueller stand|stand|actuel|valeur actuelle|reel|realise|valeur|resultat|valeur constatee",
  "actual-date":
    "actual date|as of|measured on|last update|last updated|last check in|last check in date|last checkin date|date|updated|gemessen am|letzte messung|stand vom|messdatum|datum|aktualisiert|date de mesure|mesure le|derniere mesure|mis a jour|a la date du",
  frequency:
    "frequency|cadence|interval|measurement frequency|reporting frequency|messintervall|haufigkeit|frequenz|intervall|rhythmus|frequence|periodicite",
  direction: "direction|trend|polarity|desired direction|richtung|polaritat|sens|tendance|polarite",
  formula: "formula|calculation|definition|formel|berechnung|formule|calcul|mode de calcul",
  probability:
    "probability|likelihood|chance|inherent probability|inherent likelihood|gross probability|eintrittswahrscheinlichkeit|wahrscheinlichkeit|probabilite|vraisemblance|frequence",
  impact:
    "impact|severity|consequence|inherent impact|gross impact|schwere|auswirkung|auswirkungen|schadensausmass|schadenshohe|tragweite|gravite|consequence|incidence",
  loss: "loss|exposure|potential loss|financial impact|cost impact|damage|expected damage|schaden|schadenssumme|finanzielle auswirkung|perte|perte potentielle|impact financier|exposition",
  category:
    "category|risk category|risk type|type|area|kategorie|risikokategorie|risikoart|categorie|categorie de risque|type de risque|nature",
  response:
    "response|risk response|treatment|strategy|response strategy|response type|risk strategy|reaktion|risikostrategie|umgang|strategie|reponse|traitement|strategie de reponse",
  mitigation:
    "mitigation|mitigation plan|mitigation actions|mitigation action|action plan|actions|action|countermeasure|countermeasures|response plan|controls|control|massnahme|massnahmen|gegenmassnahme|gegenmassnahmen|minderungsmassnahme|mesure|mesures|plan d action|mesure d attenuation|mesures d attenuation|attenuation|contre mesure|plan de reponse",
  trigger:
    "trigger|triggers|warning sign|early warning|risk trigger|ausloser|fruhindikator|fruhwarnindikator|declencheur|signal d alerte",
  "residual-probability":
    "residual probability|residual likelihood|net probability|net likelihood|probability after|restwahrscheinlichkeit|nettowahrscheinlichkeit|probabilite residuelle|probabilite nette",
  "residual-impact":
    "residual impact|residual severity|net impact|impact after|restauswirkung|nettoauswirkung|impact residuel|gravite residuelle|impact net",
  "next-review":
    "next review|review date|next review date|review|reviewed on|nachste prufung|nachste uberprufung|wiedervorlage|uberprufungsdatum|prochaine revue|date de revue|revue",
  tags: "tag|tags|label|labels|keywords|component|components|etikett|etiketten|stichworter|stichworte|schlagworter|schlagworte|etiquette|etiquettes|mots cles|libelles",
  links: "link|links|url|web link|hyperlink|web url|verknupfung|lien|liens|adresse web",
};
