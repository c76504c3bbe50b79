/** What happened there and then, each with the sentences that tell it. */

import { get } from "../api.js";
import { counted, fill, h, plain, shown } from "../dom.js";
import { quotation, toThing } from "../links.js";

const PAGE = 20;

/** Choose the question: day by day of a place, or the events of widest reach anywhere. */
export function questionOf({ place, since, until }) {
  if (place) return { name: "place-timeline", parameters: { place, since, until } };
  return { name: "events-by-reach", parameters: { since, until } };
}

/**
 * Show what happened, some at a time.
 *
 * @param {HTMLElement} box where
 * @param {Object} state `place`, `since`, `until`
 * @param {AbortSignal} signal
 */
export async function showHappenings(box, state, signal) {
  const { name, parameters } = questionOf(state);
  const list = h("ol.events");
  const note = h("p.note", { role: "status" });
  const more = h("button", { type: "button", hidden: true }, "Show more");
  const read = async () => {
    more.disabled = true;
    const offset = list.children.length;
    const told = await get(`/questions/${name}`, { ...parameters, evidence: true, offset, count: PAGE }, signal);
    list.append(...told.rows.map((row) => happening(row)));
    const ended = told.rows.length < PAGE;
    more.hidden = ended;
    more.disabled = false;
    note.textContent = [ended ? `${counted(list.children.length, "entry", "entries")} in all.` : `The first ${list.children.length}.`, ...told.notes].join(" ");
    if (offset) list.children[offset]?.querySelector("a, strong")?.focus?.();
  };
  more.addEventListener("click", () => read().catch((error) => { note.textContent = error.message; more.disabled = false; }));
  fill(box, list, note, more);
  await read();
}

function happening(row) {
  const name = row.name ?? row.what;
  const who = row.who?.length ? row.who.map((one) => plain(one, 60)).join(", ") : row.attendees && `${counted(row.attendees, "attendee")} with a name`;
  return h(
    "li.event",
    {},
    h("p.when", {}, h("strong", {}, row.date ?? "Day not known"), " ", row.event ? toThing(row.event, name) : shown(name), row.place && [" in ", shown(row.place)], who && [": ", shown(who, 400)]),
    row.evidence.slice(0, 3).map(quotation),
    row.evidence.length > 3 && h("p.note", {}, `and ${counted(row.evidence.length - 3, "other sentence")}.`),
  );
}
