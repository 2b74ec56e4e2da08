// All that the rows of the table of features answer with, in one piece: it is loaded once the client is greeted.
export { actionsIn, choicesType, fixesToChoose, withEdits } from "./act.ts";
export {
  cardOf,
  cardType,
  definitionsAt,
  documentLinks,
  foldsIn,
  formatEdits,
  highlightsAt,
  hoverAt,
  implementationsAt,
  projectAsked,
  projectType,
  referencesAt,
  renamableAt,
  renameEdits,
  selectionsAt,
  shownType,
  shownWhere,
  symbolsIn,
  symbolsLike,
  typedEdits,
} from "./answers.ts";
export { templatesToday, templatesType } from "./beginnings.ts";
export { changedColours, coloursIn, coloursWithin } from "./colours.ts";
export { completionAt, draftFor, draftType, withDoc } from "./complete.ts";
export { answerPulls } from "./diagnostics.ts";
export { exampleEdits, exampleType, standingOf, summaryType, unwritten } from "./explain.ts";
export { editType, gestureEdits, unanswered } from "./gestures.ts";
export { callsFrom, callsTo, itemsAt, subtypesOf, supertypesOf } from "./hierarchies.ts";
export { moveEdits } from "./moves.ts";
export { execute, hintsIn, lensesIn } from "./overlays.ts";
export { strategyFromTable, tableType, unreadTable } from "./tables.ts";
