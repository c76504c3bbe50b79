/** Where and when: a map and a timeline, each a filter of the other and of what is listed. */

import { get } from "../api.js";
import { say, telling } from "../app.js";
import { count, counted, fill, h, shown } from "../dom.js";
import { makePeriod } from "../network/filters.js";
import { change, placeOf } from "../place.js";
import { whereExports } from "../where/exporting.js";
import { showHappenings } from "../where/happenings.js";
import { makeMap } from "../where/map.js";
import { makeTable } from "../where/tables.js";
import { makeTimeline } from "../where/timeline.js";

/** Show where and when, as an address bounds it. */
export async function render(main, parameters, signal) {
  const land = await get("/land", {}, signal);
  const view = new WhereView(land, parameters, signal);
  fill(main, view.element);
  await view.load();
  return () => view.end();
}

class WhereView {
  constructor(land, parameters, signal) {
    this.state = { since: parameters.get("since"), until: parameters.get("until"), place: parameters.get("place"), person: parameters.get("person") };
    Object.assign(this, { signal, spots: [], months: [], name: null, who: null, loaded: false, asked: new AbortController() });
    this.map = makeMap(land.rings, (id) => this.#choosePlace(id));
    this.timeline = makeTimeline((since, until) => this.#filter({ since, until }));
    this.cities = makeTable("The cities as a table", ["City", "Events and visits"], (id) => this.#choosePlace(id));
    this.calendar = makeTable("The months as a table", ["Month", "Events"], (month) => this.#chooseMonth(month));
    this.heading = h("h2", { id: "happened" });
    this.order = h("p.note");
    this.mapNote = h("p.note", { role: "status" });
    this.timeNote = h("p.note");
    this.filters = h("div");
    this.happened = h("div");
    this.trouble = h("div");
    this.element = this.#skeleton(land.source);
  }

  get pictures() {
    return [this.map.element, this.timeline.element];
  }

  get title() {
    return this.heading.textContent;
  }

  /** Ask for what the state bounds, and show it. */
  async load() {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    const { place, person, since, until } = this.state;
    try {
      const [map, calendar, name, who] = await Promise.all([
        get("/map", { person, since, until }, signal), get("/calendar", { place, person }, signal),
        this.#nameOf(place, signal), this.#nameOf(person, signal),
      ]);
      if (signal.aborted || this.signal.aborted) return;
      Object.assign(this, { spots: map.spots, months: calendar.months, name, who });
      fill(this.trouble);
      this.#show(map);
      await showHappenings(this.happened, this.state, signal);
      this.loaded = true;
    } catch (error) {
      if (error.name === "AbortError" || this.signal.aborted) return;
      if (!this.loaded) throw error;
      fill(this.trouble, telling(error));
    }
  }

  end() {
    this.asked.abort();
  }

  #skeleton(source) {
    const zoom = (words, label, factor) => h("button", { type: "button", "aria-label": label, onclick: () => this.map.zoom(factor) }, words);
    return h(
      "article.where",
      {},
      h("div.heading", {}, h("h1", {}, "Where and when"), whereExports(() => this)),
      this.filters,
      this.trouble,
      h("div.seen", {}, h("section", { "aria-label": "Where" }, h("div.frame.earth", {}, this.map.element, h("div.zoom", {}, zoom("+", "Come nearer", 1.5), zoom("−", "Go farther", 1 / 1.5), zoom("⤢", "See all", null))), this.mapNote, this.cities.element),
      h("section", { "aria-label": "When" }, h("div.frame.times", {}, this.timeline.element), this.timeNote, this.calendar.element),
      h("p.note", { title: source }, "Outlines of the land: Natural Earth, in the public domain.")),
      h("section.happened", { "aria-labelledby": "happened" }, this.heading, this.order, this.happened),
    );
  }

  #show(map) {
    const { state, spots, months, name, who } = this;
    this.map.show(spots, state.place);
    const { unplaced, outside } = this.timeline.show(months, state);
    this.cities.show(spots.map((spot) => ({ key: spot.id, words: spot.name, number: spot.count })), (key) => key === state.place);
    this.calendar.show(months.map(({ month, events }) => ({ key: month, words: month, number: events })), (key) => key === state.since && key === state.until);
    const total = spots.reduce((sum, spot) => sum + spot.count, 0);
    const rest = map.nowhere ? ` ${count(map.nowhere)} more are told of a country or venue alone, whose city is not known.` : "";
    this.mapNote.textContent = `${counted(total, "event or visit", "events and visits")} in ${counted(spots.length, "city", "cities")}.${rest}`;
    this.timeNote.textContent = [
      outside && `${counted(outside, "event", "events")} long before or after the others: in no bar.`,
      unplaced && `${counted(unplaced, "event", "events")} known to the year alone: in no bar.`,
    ].filter(Boolean).join(" ");
    fill(this.heading, who ? ["What ", shown(who, 60), " did"] : "What happened", name && [" in ", shown(name, 60)], period(state));
    this.order.textContent = state.place || state.person ? "" : "Events of widest reach first. Choose a city to see its days in order.";
    fill(this.filters, this.#bounds());
    say(`${total} in ${spots.length} cities.`);
  }

  #bounds() {
    const { state, name, who } = this;
    const bounded = state.place || state.person || state.since || state.until;
    const everything = { since: null, until: null, place: null, person: null };
    return h(
      "form.filters",
      { "aria-label": "What is shown", onsubmit: (event) => event.preventDefault() },
      makePeriod(state, (some) => this.#filter(some)),
      name && this.#chip("Place", name, { place: null }),
      who && this.#chip("Person", who, { person: null }),
      bounded && h("button", { type: "button", onclick: () => this.#filter(everything) }, "Everywhere, all days"),
      h("a.button", { href: networkOf(state), "data-link": true }, "Who met whom there and then"),
    );
  }

  #chip(what, name, off) {
    const button = h("button", { type: "button", "aria-label": `Take the ${what.toLowerCase()} away`, onclick: () => this.#filter(off) }, "×");
    return h("div.field", {}, h("span", {}, what), h("span.chip", {}, shown(name, 40), button));
  }

  async #nameOf(id, signal) {
    return id ? (await get("/thing", { id }, signal)).name : null;
  }

  #choosePlace(id) {
    this.#filter({ place: this.state.place === id ? null : id });
  }

  #chooseMonth(month) {
    const again = this.state.since === month && this.state.until === month;
    this.#filter(again ? { since: null, until: null } : { since: month, until: month });
  }

  #filter(some) {
    Object.assign(this.state, some);
    change(this.state, { again: false });
    this.load();
  }
}

const networkOf = ({ since, until, place, person }) => placeOf("network", { since, until, place, around: person });

function period({ since, until }) {
  if (!since && !until) return "";
  if (since === until) return `, ${since}`;
  return `, ${since ?? "the first"} to ${until ?? "the last"}`;
}
