/** Engagements as a timeline: by year, filtered by time and by what was done. */

import { acquaint, ask, cellOf, evidenceOf, inWords, linked } from "../answer.js";
import { change } from "../place.js";
import { fill, h, shown } from "../dom.js";
import { toThing } from "../links.js";
import { makeRows } from "../rows.js";
import { countTimes, stripOf } from "./strip.js";

const SURVEYED = 1000;
const PERIODS = { since: "From", until: "to" };

/** With a filter on, further pages are looked through until so many rows fit, but no more than so many. */
const ENOUGH = 20;
const PAGES = 10;

/**
 * Make a timeline of a question's rows.
 *
 * @param {string} question
 * @param {Object<string, *>} parameters
 * @param {{bounded: boolean, chosen: Object<string, string>, signal: AbortSignal}} how whether it can
 *   be bounded in time, and by what it is filtered at first
 * @returns {{element: HTMLElement, load: function(): Promise<void>, asked: function(): Object,
 *   fits: function(Object): boolean, times: function(): Object[]|null}} `asked` tells the parameters
 *   that are asked now, `fits` whether a row fits the filter, `times` what the strip counts
 */
export function makeTimeline(question, parameters, { bounded, chosen, signal }) {
  const [place, strip, kinds] = [h("div"), h("div"), h("select")];
  const state = { ...chosen, rows: null, pages: 0, year: undefined, times: null };
  const fits = (row) => !state.what || deedOf(row) === state.what;
  const asked = () => ({ ...parameters, ...(bounded ? { since: state.since, until: state.until } : {}) });

  const choose = async () => {
    for (const element of place.querySelectorAll("li[data-what]")) {
      element.hidden = Boolean(state.what) && element.dataset.what !== state.what;
    }
    for (const year of place.querySelectorAll("li.year")) year.hidden = !hasMore(year);
    const wanting = state.what && state.rows.rows.filter(fits).length < ENOUGH;
    if (wanting && state.rows.hasMore() && (state.pages += 1) < PAGES) await state.rows.load();
  };
  const offer = () => {
    const found = [...new Set([...state.rows.rows.map(deedOf), state.what])].filter(Boolean).sort();
    fill(kinds, h("option", { value: "" }, "everything"), found.map((one) => h("option", { value: one }, inWords(one))));
    kinds.value = state.what ?? "";
    choose().catch(() => {});
  };
  const load = async () => {
    Object.assign(state, { year: undefined, pages: 0 });
    state.rows = makeRows(question, asked(), {
      into: h("ol.timeline"), signal, count: 50, after: offer, empty: "Nothing that is told fits.",
      draw: (rows) => acquaint(rows).flatMap((row) => item(row, state)),
    });
    fill(place, state.rows.element);
    await state.rows.load();
  };
  const bound = (since, until) => {
    Object.assign(state, { since, until });
    for (const input of form.querySelectorAll("input")) input.value = state[input.name];
    change({ since, until }, { again: false });
    load().catch(() => {});
  };
  const survey = async () => {
    const told = await ask(question, parameters, { count: SURVEYED, cites: false }, signal);
    state.times = countTimes(told.rows);
    if (state.times) fill(strip, stripOf(state.times, (time) => bound(time, time)));
  };
  const form = makeForm(kinds, bounded, state, bound);
  kinds.addEventListener("change", () => {
    Object.assign(state, { what: kinds.value, pages: 0 });
    change({ what: state.what }, { again: false });
    choose().catch(() => {});
  });
  const begin = () => Promise.all([load(), bounded && survey().catch(() => {})]);
  return { element: h("div", {}, strip, form, place), load: begin, asked, fits, times: () => state.times };
}

function makeForm(kinds, bounded, state, bound) {
  const fields = bounded ? Object.entries(PERIODS).map(([name, label]) => field(name, label, state)) : [];
  const form = h("form.filter", { role: "search", "aria-label": "Filter of the timeline" }, fields,
    h("label", {}, "What ", kinds), bounded && h("button", { type: "submit" }, "Filter"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [since, until] = [...form.querySelectorAll("input")].map((input) => input.value.trim());
    bound(since, until);
  });
  return form;
}

/** Tell what was done: of an event, of which kind it was. */
export const deedOf = (row) => (row.event ? row.kind ?? "event" : row.what);

/** Tell whether anything of a year is shown. */
function hasMore(year) {
  for (let next = year.nextElementSibling; next && !next.matches(".year"); next = next.nextElementSibling) {
    if (!next.hidden) return true;
  }
  return false;
}

function field(name, label, state) {
  const input = h("input", {
    name, size: 11, maxlength: 10, placeholder: "2031-03-04", inputmode: "numeric", value: state[name] ?? "",
    pattern: "\\d{4}(-\\d{2}(-\\d{2})?)?", title: "A day, a month or a year, such as 2031-03-04 or 2031",
  });
  return h("label", {}, `${label} `, input);
}

function item(row, state) {
  const year = /^\d{4}/.exec(row.date ?? "")?.[0] ?? "No year is told";
  const first = year === state.year ? [] : [h("li.year", {}, h("h3", {}, year))];
  state.year = year;
  const date = row.date && !row.date.startsWith("-") ? row.date : null;
  return [
    ...first,
    h(
      "li",
      { "data-what": deedOf(row) },
      h("span.day", {}, date ? h("time", { datetime: date }, date.slice(5) || date) : shown(row.date ?? "")),
      h("div", {}, h("p", {}, sentence(row)), evidenceOf(row)),
    ),
  ];
}

/** Say what a row tells: who, what, whom, where. */
function sentence(row) {
  const who = row.person ?? row.who ?? null;
  const what = row.event ? toThing(row.event, row.what) : h("strong", {}, inWords(row.what));
  const people = Array.isArray(who);
  return [
    who && !people && [cellOf("who", who, row), " "],
    what,
    row.whom && [" ", linked(row.whom, row)],
    people && who.length > 0 && [": ", cellOf("who", who, row)],
    row.place && row.place !== row.whom && h("span.spot", {}, " · ", linked(row.place, row)),
  ];
}
