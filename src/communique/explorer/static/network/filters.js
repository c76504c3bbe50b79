/** The filters of the network: kind, period, place, weight, how many. */

import { get } from "../api.js";
import { fill, h, shown } from "../dom.js";
import { makeSearch } from "../search.js";
import { KINDS } from "./words.js";

const DAY = "\\d{4}(-\\d{2}(-\\d{2})?)?";

/**
 * Make the form.
 *
 * @param {Object} state what is chosen
 * @param {function(Object): void} changed is given what changes
 * @returns {HTMLFormElement}
 */
export function makeFilters(state, changed) {
  const form = h(
    "form.filters",
    { "aria-label": "What is shown", onsubmit: (event) => event.preventDefault() },
    choice("Kind", "kind", state, Object.entries(KINDS).map(([value, { title }]) => [value, title]), changed),
    makePeriod(state, changed),
    nameField("Place", ["Place"], state.place, (id) => changed({ place: id })),
    nameField("Around", ["Person", "Organization", "Place"], state.around[0], (id) => changed({ around: id ? [id] : [] })),
    choice("A tie counts", "weight", state, [["events", "events"], ["days", "days"]], changed),
    number("At least", "least", state, 1, 1_000_000, changed),
    number("At most", "top", state, 1, 2000, changed),
    choice("Colour", "colour", state, [["label", "by what they are"], ["group", "by group"]], changed),
  );
  return form;
}

/** Make the two fields of a period. */
export const makePeriod = (state, changed) => [day("From", "since", state, changed), day("To", "until", state, changed)];

function field(label, input) {
  return h("label.field", {}, h("span", {}, label), input);
}

function choice(label, name, state, options, changed) {
  const input = h("select", { name }, options.map(([value, words]) => h("option", { value, selected: state[name] === value }, words)));
  input.addEventListener("change", () => changed({ [name]: input.value }));
  return field(label, input);
}

/** A day, a month or a year. */
function day(label, name, state, changed) {
  const input = h("input", {
    name, value: state[name], size: 10, maxlength: 10, pattern: DAY, placeholder: "2031-03-04", inputmode: "numeric",
    autocomplete: "off", title: "A day, a month or a year: 2031-03-04, 2031-03, 2031",
  });
  input.addEventListener("change", () => input.reportValidity() && changed({ [name]: input.value.trim() || null }));
  return field(label, input);
}

function number(label, name, state, least, most, changed) {
  const input = h("input", { name, type: "number", min: least, max: most, value: state[name] });
  input.addEventListener("change", () => input.reportValidity() && changed({ [name]: input.valueAsNumber || least }));
  return field(label, input);
}

/** Somebody or a place: completed as it is typed; what is chosen can be taken away. */
function nameField(label, labels, chosen, changed) {
  const box = h(`div.field.${label.toLowerCase()}`);
  const ask = () => {
    const choose = ({ id, name }) => {
      tell(name);
      changed(id);
    };
    fill(box, h("span", { "aria-hidden": "true" }, label), makeSearch({ choose, labels, label }));
  };
  const tell = (name) => {
    const away = () => {
      ask();
      changed(null);
      box.querySelector("input").focus();
    };
    const off = h("button", { type: "button", "aria-label": `Take the ${label === "Place" ? "place" : "middle"} away`, onclick: away }, "×");
    fill(box, h("span", {}, label), h("span.chip", {}, shown(name, 40), off));
  };
  if (chosen) {
    tell(chosen);
    get("/thing", { id: chosen }).then(({ name }) => tell(name), () => {});
  } else ask();
  return box;
}
