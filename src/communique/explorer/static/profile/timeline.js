/** Engagements as a timeline: by year, filtered by time and by what was done. */

import { cellOf, evidenceOf, inWords, linked } from "../answer.js";
import { change } from "../place.js";
import { fill, h, shown } from "../dom.js";
import { toThing } from "../links.js";
import { makeRows } from "../rows.js";

const PERIODS = { since: "From", until: "to" };

/**
 * Make a timeline of a question's rows.
 *
 * @param {string} question
 * @param {Object<string, *>} parameters
 * @param {{bounded: boolean, chosen: Object<string, string>, signal: AbortSignal}} how whether it can
 *   be bounded in time, and by what it is filtered at first
 */
export function makeTimeline(question, parameters, { bounded, chosen, signal }) {
  const place = h("div");
  const kinds = h("select");
  const state = { ...chosen, rows: null };

  const load = async () => {
    const into = h("ol.timeline");
    const asked = { ...parameters, ...(bounded ? { since: state.since, until: state.until } : {}) };
    state.year = undefined;
    state.rows = makeRows(question, asked, {
      into, signal, count: 50, draw: (rows) => rows.flatMap((row) => item(row, state)),
      empty: "Nothing that is told fits.", after: () => offer(),
    });
    state.asked = asked;
    fill(place, state.rows.element);
    return state.rows.load();
  };
  const offer = () => {
    const found = [...new Set(state.rows.rows.map((row) => row.what))].filter(Boolean).sort();
    if (state.what && !found.includes(state.what)) found.push(state.what);
    fill(kinds, h("option", { value: "" }, "everything"), found.map((one) => h("option", { value: one }, inWords(one))));
    kinds.value = state.what ?? "";
    choose();
  };
  const choose = () => {
    for (const element of place.querySelectorAll("li[data-what]")) {
      element.hidden = Boolean(state.what) && element.dataset.what !== state.what;
    }
    for (const year of place.querySelectorAll("li.year")) year.hidden = !hasMore(year);
  };
  kinds.addEventListener("change", () => {
    state.what = kinds.value;
    change({ what: state.what }, { again: false });
    choose();
  });

  const fields = bounded ? Object.entries(PERIODS).map(([name, label]) => field(name, label, state)) : [];
  const form = h("form.filter", { role: "search", "aria-label": "Filter of the timeline" }, fields, h("label", {}, "What ", kinds),
    bounded && h("button", { type: "submit" }, "Filter"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const input of form.querySelectorAll("input")) state[input.name] = input.value.trim();
    change({ since: state.since, until: state.until }, { again: false });
    load().catch(() => {});
  });
  return { element: h("div", {}, form, place), load, state };
}

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
      { "data-what": row.what },
      h("span.when", {}, date ? h("time", { datetime: date }, date.slice(5) || date) : shown(row.date ?? "")),
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
    row.place && row.place !== row.whom && h("span.where", {}, " · ", linked(row.place, row)),
  ];
}
