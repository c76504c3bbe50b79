/** The page that is sent: all it shows is in it. */

import { counted, fill, h, shown } from "../dom.js";
import { makeTimeline } from "../where/timeline.js";
import { makeAround } from "./around.js";
import { choose, makeFacts } from "./facts.js";

const DAY = "\\d{4}(-\\d{2}(-\\d{2})?)?";

start(JSON.parse(document.getElementById("told").textContent));

function start(told) {
  const state = { text: "", since: null, until: null, who: null };
  const facts = makeFacts(told.releases);
  const count = h("p.note", { role: "status" });
  const chips = h("p.chips");
  const names = new Map(told.network.nodes.map(({ id, name }) => [id, name]));
  const change = (some) => {
    Object.assign(state, some);
    show();
  };
  const around = makeAround(told.network, told.subject.id, (id) => change({ who: state.who === id ? null : id }));
  const timeline = makeTimeline((since, until) => change({ since, until }));
  const fields = [bound("From", "since", change), bound("To", "until", change)];
  const search = h("input", { type: "search", name: "text", placeholder: "Words in what happened", autocomplete: "off" });
  search.addEventListener("input", () => change({ text: search.value }));
  const show = () => {
    const found = choose(told.facts, told.releases, state);
    facts.show(found);
    timeline.show(monthsOf(choose(told.facts, told.releases, { ...state, since: null, until: null })), state);
    around.mark(state.who);
    for (const { input, name } of fields) input.value = state[name] ?? "";
    count.textContent = `${counted(found.length, "entry", "entries")} of ${told.facts.length}.`;
    fill(chips, chipsOf(state, names, change));
  };
  fill(
    document.getElementById("main"),
    head(told),
    around.element,
    h("section", { "aria-labelledby": "when" }, h("h2", { id: "when" }, "When"), h("div.frame.times", {}, timeline.element)),
    h(
      "section",
      { "aria-labelledby": "what" },
      h("h2", { id: "what" }, "What happened"),
      h("form.filters", { "aria-label": "What is listed", onsubmit: (event) => event.preventDefault() }, h("label.field.wide", {}, h("span", {}, "Search"), search), fields.map((one) => one.element)),
      chips,
      count,
      facts.element,
    ),
  );
  show();
}

function head({ subject, since, until, notes, facts, total, releases }) {
  const when = since || until ? `, ${since ?? "the first day"} to ${until ?? "the last"}` : "";
  const left = total - facts.length;
  const other = subject.names.filter((name) => name !== subject.name);
  return h(
    "header",
    {},
    h("p.kind", {}, subject.label, when),
    h("h1", {}, shown(subject.name)),
    other.length > 0 && h("p.note", {}, "Also ", other.slice(0, 6).map((name, at) => [at ? ", " : "", shown(name, 80)])),
    h("p", {}, `${counted(facts.length, "entry", "entries")} from ${counted(Object.keys(releases).length, "release")}; each has the sentences that tell it.`),
    left > 0 && h("p.left", {}, `For ${counted(left, "older entry", "older entries")} there was no room: this page has the latest.`),
    notes.map((note) => h("p.note", {}, shown(note, 500))),
  );
}

function bound(label, name, change) {
  const input = h("input", { name, size: 10, maxlength: 10, pattern: DAY, placeholder: "2031-03", autocomplete: "off", title: "A day, a month or a year: 2031-03-04, 2031-03, 2031" });
  input.addEventListener("change", () => input.reportValidity() && change({ [name]: input.value.trim() || null }));
  return { name, input, element: h("label.field", {}, h("span", {}, label), input) };
}

function chipsOf({ who, since, until }, names, change) {
  const chip = (words, off) => h("span.chip", {}, words, h("button", { type: "button", "aria-label": "Take this away", onclick: off }, "×"));
  return [
    who && chip(["With\u00a0", shown(names.get(who), 60)], () => change({ who: null })),
    (since || until) && chip(`${since ?? "…"} to ${until ?? "…"}`, () => change({ since: null, until: null })),
  ];
}

function monthsOf(facts) {
  const found = new Map();
  for (const { date } of facts) {
    if (date && !date.startsWith("-")) found.set(date.slice(0, 7), (found.get(date.slice(0, 7)) ?? 0) + 1);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, events]) => ({ month, events }));
}
