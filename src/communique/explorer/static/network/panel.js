/** What is chosen, beside the drawing: an actor with their ties, a tie with its evidence, a path. */

import { counted, fill, h, shown } from "../dom.js";
import { toThing } from "../links.js";
import { placeOf } from "../place.js";
import { askTie, showEvent } from "./evidence.js";
import { tiesOf } from "./model.js";
import { KINDS, spanned, weighed } from "./words.js";

const SHOWN = 100;

/** Show how to begin, while nothing is chosen. */
export const nothingChosen = () =>
  h("p.note", {}, "Choose somebody in the drawing or in the list to see their ties; choose a tie to read what it rests on.");

/**
 * Show an actor.
 *
 * @param {graphology.Graph} graph
 * @param {string} id
 * @param {Object} state `kind`, `weight`, `pin`, `from`, `to`, `beyond`
 * @param {Object} acts `chooseTie`, `expand`, `pin`, `path`, `close`
 */
export function showNode(graph, id, state, acts) {
  const data = graph.getNodeAttributes(id);
  const ties = tiesOf(graph, id);
  const pinned = state.pin.includes(id);
  const person = data.kind === "Person";
  return [
    head(h("h2", { tabindex: -1 }, shown(data.name)), acts.close),
    h("p", {}, [data.kind, data.office].filter(Boolean).flatMap((one, at) => [at ? " · " : "", shown(one)])),
    h("p", {}, `${weighed(data.strength, state.kind, state.weight)} with ${counted(ties.length, "other")}, ${spanned(data)}.`),
    h(
      "p.does",
      {},
      h("a.button", { href: placeOf("thing", { id }), "data-link": true }, "Profile"),
      button(state.beyond.includes(id) ? "Fold" : "Expand", () => acts.expand(id), {
        title: "With those next to them, or without",
      }),
      button(pinned ? "Unpin" : "Pin", () => acts.pin(id), { "aria-pressed": String(pinned) }),
      person && button("Path from here", () => acts.path("from", id), { "aria-pressed": String(state.from === id) }),
      person && button("Path to here", () => acts.path("to", id), { "aria-pressed": String(state.to === id) }),
    ),
    h("h3", {}, "Ties"),
    ties.length === 0 && h("p.note", {}, "None of those shown."),
    h("ul.ties", {}, ties.slice(0, SHOWN).map((tie) => h("li", {}, tieButton(tie, state, acts)))),
    ties.length > SHOWN && h("p.note", {}, `${SHOWN} of ${ties.length} ties are listed, the heaviest.`),
  ];
}

/**
 * Show a tie, and what it rests on as soon as that is known.
 *
 * @param {HTMLElement} panel where
 */
export async function showTie(panel, graph, edge, state, acts, signal) {
  const tie = graph.getEdgeAttributes(edge);
  const ends = [tie.source, tie.target].map((id) => ({ id, ...graph.getNodeAttributes(id) }));
  const names = Object.fromEntries(ends.map(({ id, name }) => [id, name]));
  const between = state.kind === "thanks" ? " thanked " : " and ";
  const told = h("div", { "aria-busy": "true" }, h("p.note", {}, "Reading what tells of it…"));
  const count = tie.beyond ? "They met outside what is asked for here" : `${weighed(tie.weight, state.kind, state.weight)}, ${spanned(tie)}`;
  fill(
    panel,
    head(h("h2", { tabindex: -1 }, toThing(ends[0].id, ends[0].name), between, toThing(ends[1].id, ends[1].name)), acts.close),
    h("p", {}, `${count}.`),
    state.place && h("p.note", {}, "What is listed is from everywhere, not from the place chosen alone."),
    h("p.does", {}, ends.map(({ id, name }) => button(["Ties of ", shown(name, 40)], () => acts.chooseNode(id)))),
    h("h3", {}, `What tells of ${KINDS[state.kind].one === "thanks" ? "the thanks" : `the ${KINDS[state.kind].many}`}`),
    told,
  );
  const scope = tie.beyond ? { kind: state.kind } : state;
  const found = await askTie(tie, names, scope, signal);
  if (signal.aborted) return;
  told.removeAttribute("aria-busy");
  fill(
    told,
    found.notes.map((note) => h("p.note", {}, note)),
    found.rows.length > 0 && h("ol.events", {}, found.rows.map(showEvent)),
    found.rows.length === 0 && !found.notes.length && h("p.note", {}, "Nothing tells of it any more."),
  );
}

/** Show a path: everyone on it, in order. */
export function showPath(found, acts) {
  const { ids, chain, meetings, more } = found;
  return h(
    "section.path",
    { "aria-label": "Path" },
    h("h2", {}, `Path of ${counted(meetings, "meeting")}`),
    h("ol", {}, ids.map((id, at) => h("li", {}, button([shown(chain[at])], () => acts.chooseNode(id))))),
    more > 0 && h("p.note", {}, `${counted(more, "other path")} of the same length.`),
    h("p.does", {}, button("Remove the path", acts.endPath)),
  );
}

function head(title, close) {
  return h("div.head", {}, title, button("Close", close, { "aria-label": "Close: choose nothing" }));
}

function button(words, act, properties = {}) {
  return h("button", { type: "button", onclick: act, ...properties }, words);
}

function tieButton(tie, state, acts) {
  const count = tie.beyond ? "on the path" : weighed(tie.weight, state.kind, state.weight);
  return h(
    "button.tie",
    { type: "button", onclick: () => acts.chooseTie(tie.edge) },
    h("span", {}, direction(tie, state), shown(tie.name, 80)),
    h("small", {}, `${count}, ${spanned(tie)}`),
  );
}

/** Say who thanked whom; other ties have no direction. */
function direction(tie, { kind }) {
  if (kind !== "thanks") return null;
  return tie.target === tie.other ? "thanked " : "thanked by ";
}
