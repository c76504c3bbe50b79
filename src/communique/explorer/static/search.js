/** A field that completes names: arrows choose, Enter goes there, Escape closes. */

import { get } from "./api.js";
import { counted, fill, h, shown } from "./dom.js";

const PAUSE = 120;
const SEARCH = "Search people, offices, places, events";
let made = 0;

/**
 * Make a field.
 *
 * @param {{choose: function(Object): void, labels?: string[], label?: string, keep?: boolean,
 *   named?: Object<string, *>}} options what is done with what is chosen, what can be meant, what the
 *   field is called, whether it keeps the name that is chosen, and further attributes of it
 * @returns {HTMLElement}
 */
export function makeSearch({ choose, labels = [], label = SEARCH, keep = false, named = {} }) {
  const list = `found-${(made += 1)}`;
  const options = h("ul.found", { id: list, role: "listbox", "aria-label": "What was found", hidden: true });
  const field = h("input", {
    type: "search", role: "combobox", "aria-label": label, placeholder: label, autocomplete: "off",
    spellcheck: "false", "aria-expanded": "false", "aria-controls": list, "aria-autocomplete": "list",
    maxlength: 200, ...named,
  });
  const state = { found: [], at: -1, asked: null, timer: 0 };

  const close = () => {
    options.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    state.at = -1;
  };
  const take = (found) => {
    close();
    field.value = keep ? found.name : "";
    choose(found);
  };
  const move = (to) => {
    if (!state.found.length) return;
    state.at = (to + state.found.length) % state.found.length;
    for (const [index, option] of [...options.children].entries()) {
      option.setAttribute("aria-selected", String(index === state.at));
    }
    field.setAttribute("aria-activedescendant", `${list}-${state.at}`);
    options.children[state.at].scrollIntoView({ block: "nearest" });
  };
  const ask = async () => {
    state.asked?.abort();
    state.asked = new AbortController();
    const text = field.value.trim();
    if (!text) return close();
    try {
      const { names } = await get("/names", { text, label: labels, count: 12 }, state.asked.signal);
      state.found = names;
      fill(options, names.length ? names.map((one, index) => option(one, `${list}-${index}`, take)) : nothing());
    } catch (error) {
      if (error.name === "AbortError") return;
      state.found = [];
      fill(options, h("li.nothing", { role: "option", "aria-disabled": "true" }, error.message));
    }
    options.hidden = false;
    field.setAttribute("aria-expanded", "true");
    state.at = -1;
  };

  field.addEventListener("input", () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(ask, PAUSE);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (options.hidden) ask();
      else move(state.at + (event.key === "ArrowDown" ? 1 : state.at < 0 ? 0 : -1));
    } else if (event.key === "Enter" && state.found.length && !options.hidden) {
      event.preventDefault();
      take(state.found[Math.max(0, state.at)]);
    } else if (event.key === "Escape" && !options.hidden) {
      event.preventDefault();
      close();
    }
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  return h("div.search", {}, field, options);
}

function option(found, id, take) {
  const about = [found.label, found.date, found.form && `also ${found.form}`, counted(found.mentions, "mention")];
  return h(
    "li",
    { id, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); take(found); } },
    h("strong", {}, shown(found.name)),
    h("small", {}, shown(about.filter(Boolean).join(" · "))),
  );
}

const nothing = () => h("li.nothing", { role: "option", "aria-disabled": "true" }, "Nothing is called so.");
