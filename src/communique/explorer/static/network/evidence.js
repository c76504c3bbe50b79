/** What a tie rests on: its meetings, events or thanks, each with the sentences that tell it. */

import { get } from "../api.js";
import { counted, h, shown } from "../dom.js";
import { quotation, toThing } from "../links.js";
import { spanned } from "./words.js";

const MOST = 50;

/**
 * Ask for what ties two.
 *
 * @param {Object} tie `source` and `target`, ids of the two
 * @param {Object} names the names of the two, by id
 * @param {{kind: string, since: ?string, until: ?string}} scope
 * @param {AbortSignal} signal
 * @returns {Promise<{rows: Object[], total: ?number, notes: string[]}>} rows have `title`, `date`,
 *   `event` and `evidence`
 */
export async function askTie(tie, names, scope, signal) {
  const asked = QUESTIONS[scope.kind](tie, names);
  if (!asked) return { rows: [], total: 0, notes: [NO_QUESTION] };
  const bounds = { since: scope.since, until: scope.until, evidence: true, count: asked.count ?? MOST };
  const told = await get(`/questions/${asked.question}`, { ...asked.parameters, ...bounds }, signal);
  const rows = told.rows.filter(asked.fits ?? (() => true)).map((row) => ({ date: row.first ? spanned(row) : null, ...row, title: asked.title(row) }));
  const notes = [...told.notes, ...(told.total === null ? [`Only the first ${MOST} are shown.`] : [])];
  return { rows, total: asked.fits ? rows.length : told.total, notes };
}

/** Show one meeting, event or thanks with its sentences. */
export function showEvent(row) {
  const place = row.place && h("span", {}, " in ", shown(row.place));
  return h(
    "li.event",
    {},
    h("p.when", {}, h("strong", {}, row.date ?? "Day not known"), " ", row.event ? toThing(row.event, row.title) : shown(row.title), place),
    row.evidence.length ? row.evidence.map(quotation) : h("p.note", {}, "No sentence is kept for it."),
  );
}

const NO_QUESTION = "Of two that are no people no question of the library tells at which events both were: "
  + "look at the profile of either.";

const isPerson = (id) => id.startsWith("person:");

/** Put the person first, since meetings and events are asked of people. */
const ordered = ({ source, target }) => (isPerson(source) ? [source, target] : [target, source]);

const QUESTIONS = {
  "met-with": (tie) => {
    const [person, counterpart] = ordered(tie);
    return { question: "meetings-between", parameters: { person, counterpart }, title: (row) => row.kind ?? "meeting" };
  },
  thanks: ({ source, target }) => ({
    question: "thanks",
    parameters: { by: source, to: target },
    title: (row) => (row.for_what ? `thanks for ${row.for_what}` : "thanks"),
  }),
  "co-attendance": (tie, names) => {
    const [person, other] = ordered(tie);
    if (!isPerson(person)) return null;
    const fits = (row) => row.other === names[other] && row.ends.some((end) => end.id === other);
    const title = (row) => `${counted(row.events, "event")} at which both were; at ${row.met} the two met`;
    return { question: "co-attendance", parameters: { person }, count: 1000, fits, title };
  },
};
