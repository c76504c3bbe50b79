/** Where one begins: what the graph holds, and ways into it. */

import { get } from "../api.js";
import { ask, cellOf } from "../answer.js";
import { count, fill, h, shown } from "../dom.js";
import { toThing } from "../links.js";
import { placeOf } from "../place.js";

const HELD = { Release: "releases", Person: "people", Office: "offices", Organization: "organizations", Place: "places", Event: "events" };
const MET = 12;
const GATHERED = 6;

const WAYS = [
  ["network", "The network", "Who met whom, how often and when; the path between two people."],
  ["where", "Where and when", "A map of the cities and a timeline of the months in which things happened."],
  ["questions", "Questions", "Who held an office on a day, who was in the room, what was planned and never held."],
  ["review", "Review", "Two of one name, or one of two names? Doubts, with the evidence of both sides."],
];

/** Show the beginning. */
export async function render(main, parameters, signal) {
  document.title = "communique";
  const about = await get("/about", {}, signal);
  if (signal.aborted) return;
  if (!about.counts.Release) {
    fill(main, empty());
    return;
  }
  fill(
    main,
    h(
      "article.home",
      {},
      h("h1", {}, "Who met whom, and which release says so"),
      h("p.lead", {}, "Type a name above: a person, an office, an organization, a place or an event, in any form in which releases write it. ",
        "What is told of it comes with the sentences that say so."),
      h("dl.held", {}, Object.entries(HELD).map(([label, words]) =>
        h("div", {}, h("dt", {}, words), h("dd", {}, count(about.counts[label] ?? 0))))),
      h("div.sides", {},
        h("section", { "aria-label": "Ways to begin" }, h("h2", {}, "Ways to begin"), h("ul.ways", {}, WAYS.map(way))),
        filled("Who met most people", () => met(signal)),
        filled("Events that reached farthest", () => gathered(signal))),
      h("p.note", {}, `communique ${about.version} · `, h("a", { href: "/api/openapi.json" }, "the interface, described")),
    ),
  );
}

const empty = () =>
  h("article.home", {}, h("h1", {}, "The graph is empty"),
    h("p", {}, "Load releases into it: ", h("code", {}, "communique load FOLDER --graph WHERE"), "."));

const way = ([view, title, words]) =>
  h("li", {}, h("a", { href: placeOf(view), "data-link": true }, title), h("p", {}, words));

function filled(title, load) {
  const place = h("div", { "aria-busy": "true" }, h("p.note", {}, "…"));
  const element = h("section", { "aria-label": title }, h("h2", {}, title), place);
  load()
    .then((made) => (made ? fill(place, made) : element.remove()))
    .catch((error) => error.name !== "AbortError" && fill(place, h("p.fault", {}, error.message)))
    .finally(() => place.removeAttribute("aria-busy"));
  return element;
}

async function met(signal) {
  const { nodes } = await get("/network", { top: MET }, signal);
  const people = nodes.filter((node) => node.label === "Person");
  return people.length > 0 && h("ul.plainly", {}, people.map((one) =>
    h("li", {}, toThing(one.id, one.name), one.office && h("small", {}, " ", shown(one.office)))));
}

async function gathered(signal) {
  const { rows } = await ask("events-by-reach", {}, { count: GATHERED, cites: false }, signal);
  return rows.length > 0 && h("ul.plainly", {}, rows.map((row) =>
    h("li", {}, toThing(row.event, row.name), h("small", {}, " ", cellOf("date", row.date, row), row.place && [" · ", shown(row.place)]))));
}
