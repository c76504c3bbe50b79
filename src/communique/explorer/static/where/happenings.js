/** What happened there and then, each with the sentences that tell it. */

import { get } from "../api.js";
import { counted, fill, h, plain, shown } from "../dom.js";
import { quotation, toThing } from "../links.js";

const PAGE = 20;
const ALL = 1000;

/** Choose the question: day by day of a place or of a person, or the events of widest reach. */
export function questionOf({ place, person, since, until }) {
  if (place) return { name: "place-timeline", parameters: { place, since, until } };
  if (person) return { name: "timeline", parameters: { person, since, until } };
  return { name: "events-by-reach", parameters: { since, until } };
}

/**
 * Show what happened, some at a time.
 *
 * @param {HTMLElement} box where
 * @param {Object} state `place`, `person`, `since`, `until`
 * @param {AbortSignal} signal
 */
export async function showHappenings(box, state, signal) {
  const { name, parameters } = questionOf(state);
  const both = state.place && state.person;
  const list = h("ol.events");
  const note = h("p.note", { role: "status" });
  const more = h("button", { type: "button", hidden: true }, "Show more");
  const part = both ? ALL : PAGE;
  const read = async () => {
    more.disabled = true;
    const offset = Number(list.dataset.read ?? 0);
    const told = await get(`/questions/${name}`, { ...parameters, evidence: true, offset, count: part }, signal);
    list.dataset.read = offset + told.rows.length;
    const fitting = both ? told.rows.filter((row) => row.ends.some((end) => end.id === state.person)) : told.rows;
    list.append(...fitting.map((row) => happening(row)));
    more.hidden = told.rows.length < part;
    more.disabled = false;
    const so = more.hidden ? `${counted(list.children.length, "entry", "entries")} in all.` : `The first ${list.children.length}.`;
    note.textContent = [so, ...told.notes].join(" ");
  };
  more.addEventListener("click", () => read().catch((error) => { note.textContent = error.message; more.disabled = false; }));
  fill(box, list, note, more);
  await read();
}

function happening(row) {
  const name = row.name ?? inWords(row);
  const who = row.who?.length ? row.who.map((one) => plain(one, 60)).join(", ") : row.attendees && `${counted(row.attendees, "attendee")} with a name`;
  return h(
    "li.event",
    {},
    h("p.when", {}, h("strong", {}, row.date ?? "Day not known"), " ", row.event ? toThing(row.event, name) : shown(name), row.place && row.place !== row.whom && [" in ", shown(row.place)], who && [": ", shown(who, 400)]),
    row.evidence.slice(0, 3).map(quotation),
    row.evidence.length > 3 && h("p.note", {}, `and ${counted(row.evidence.length - 3, "other sentence")}.`),
  );
}

/** Say what it was: of a place its event or a visit, of a person what was done with whom. */
const inWords = ({ what, whom }) => (whom ? `${what.replaceAll("-", " ")} ${whom}` : what);
