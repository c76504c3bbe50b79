/** The list of actors: what the drawing shows, for keyboard and screen reader. */

import { fill, h, plain, shown } from "../dom.js";
import { weighed } from "./words.js";

const AT_ONCE = 300;

/**
 * Make a list.
 *
 * @param {{choose: function(string): void}} options what is done with who is chosen
 * @returns {{element: HTMLElement, show: function(Object[], {kind: string, weight: string}): void,
 *   mark: function(?string): void}}
 */
export function makeList({ choose }) {
  const box = h("ul.actors", { role: "listbox", id: "actors", tabindex: 0, "aria-label": "Actors, those with most first" });
  const field = h("input", { type: "search", "aria-label": "Find in the list", placeholder: "Find in the list", "aria-controls": "actors" });
  const rest = h("p.note");
  const state = { actors: [], fitting: [], words: {}, chosen: null, options: new Map() };

  const redraw = () => {
    const wanted = field.value.trim().toLocaleLowerCase();
    state.fitting = state.actors.filter((one) => !wanted || told(one).includes(wanted));
    const few = state.fitting.slice(0, AT_ONCE);
    if (state.chosen && !few.some((one) => one.id === state.chosen)) {
      few.push(...state.fitting.filter((one) => one.id === state.chosen));
    }
    state.options = new Map(few.map((one, at) => [one.id, option(one, at, state.words, choose)]));
    fill(box, ...state.options.values());
    rest.textContent = few.length < state.fitting.length
      ? `${few.length} of ${state.fitting.length} are listed; look for a name to find the others.`
      : state.fitting.length ? "" : "Nobody fits.";
    mark(state.chosen);
  };
  const mark = (id) => {
    state.chosen = id;
    if (id && !state.options.has(id) && state.fitting.some((one) => one.id === id)) return redraw();
    for (const [one, element] of state.options) element.setAttribute("aria-selected", String(one === id));
    const element = state.options.get(id);
    if (element) box.setAttribute("aria-activedescendant", element.id);
    else box.removeAttribute("aria-activedescendant");
    if (element) keepInView(box, element);
  };

  field.addEventListener("input", redraw);
  box.addEventListener("keydown", (event) => {
    const ids = [...state.options.keys()];
    const to = target(event.key, ids.indexOf(state.chosen), ids.length);
    if (to === null || !ids.length) return;
    event.preventDefault();
    choose(ids[to]);
  });
  const show = (actors, words) => {
    Object.assign(state, { actors, words });
    redraw();
  };
  return { element: h("section.list", { "aria-labelledby": "actors-title" }, h("h2", { id: "actors-title" }, "Who is shown"), field, box, rest), show, mark };
}

/** Tell to which option a key leads; null for a key that leads nowhere. */
function target(key, at, length) {
  const [next, before] = [at + 1, at - 1];
  const ways = {
    ArrowDown: next, ArrowRight: next, ArrowUp: before, ArrowLeft: before,
    Home: 0, End: length - 1, PageDown: at + 10, PageUp: at - 10,
  };
  return key in ways ? Math.max(0, Math.min(length - 1, ways[key])) : null;
}

/** Scroll the list alone, never the page. */
function keepInView(box, element) {
  const above = element.offsetTop - box.scrollTop;
  if (above < 0) box.scrollTop = element.offsetTop;
  else if (above + element.offsetHeight > box.clientHeight) {
    box.scrollTop = element.offsetTop + element.offsetHeight - box.clientHeight;
  }
}

const told = ({ name, office }) => `${name} ${office ?? ""}`.toLocaleLowerCase();

function option({ id, name, kind, office, strength }, at, words, choose) {
  return h(
    `li.${kind.toLowerCase()}`,
    { role: "option", id: `actor-${at}`, "aria-selected": "false", onclick: () => choose(id) },
    h("span.sign", { "aria-hidden": "true" }),
    h("span.who", {}, h("strong", {}, shown(name, 80)), h("small", {}, plain(office ?? kind, 90))),
    h("span.much", {}, weighed(strength, words.kind, words.weight)),
  );
}
