/** The form of a question: a field for each of its parameters, of the kind that it takes. */

import { get } from "../api.js";
import { h } from "../dom.js";
import { makeSearch } from "../search.js";

const LABELS = {
  person: ["Person"],
  party: ["Person", "Organization"],
  office: ["Office"],
  organization: ["Organization"],
  place: ["Place"],
  event: ["Event"],
};
const STATES = ["occurred", "planned", "cancelled"];

/**
 * Make the form.
 *
 * @param {Object} question what `/questions` tells of it
 * @param {URLSearchParams} given values that are filled in; an id is shown as its name
 * @param {{submit: function(Object<string, string>): void, signal: AbortSignal}} how
 */
export function makeForm(question, given, { submit, signal }) {
  const fields = question.parameters.map((taken) => makeField(taken, given.get(taken.name), signal));
  const form = h(
    "form.asking",
    { "aria-label": question.text, novalidate: true },
    fields.map((field) => field.element),
    h("p", {}, h("button.first", { type: "submit" }, "Ask")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const missing = fields.find((field) => !field.check());
    if (missing) return missing.input.focus();
    return submit(Object.fromEntries(fields.map((field) => [field.name, field.value()])));
  });
  return form;
}

function makeField(taken, given, signal) {
  const id = `parameter-${taken.name}`;
  const fault = h("small.fault", { id: `${id}-fault`, role: "alert" });
  const named = {
    id, name: taken.name, required: taken.required, "aria-label": null, placeholder: "",
    "aria-describedby": `${id}-help ${id}-fault`,
  };
  const made = LABELS[taken.type] ? byName(taken, given, named, signal) : plain(taken, given, named);
  const check = () => {
    const empty = taken.required && !made.value();
    fault.textContent = empty ? "This must be given." : "";
    made.input.setAttribute("aria-invalid", String(empty));
    return !empty;
  };
  const element = h(
    "div.asked",
    {},
    h("label", { for: id }, taken.name.replaceAll("_", " "), taken.required && h("span", { "aria-hidden": "true" }, " *")),
    made.element,
    h("small", { id: `${id}-help` }, help(taken)),
    fault,
  );
  return { ...made, name: taken.name, element, check };
}

/** A field that completes names keeps the id of what was chosen, as long as the name stays. */
function byName(taken, given, named, signal) {
  const chosen = { id: null, name: null };
  const choose = ({ id, name }) => Object.assign(chosen, { id, name });
  const element = makeSearch({ choose, labels: LABELS[taken.type], keep: true, named });
  const input = element.querySelector("input");
  input.value = given ?? "";
  if (given?.includes(":")) {
    get("/thing", { id: given }, signal)
      .then((thing) => {
        if (input.value === given) input.value = thing.name;
        choose(thing);
      })
      .catch(() => {});
  }
  const value = () => (chosen.id && input.value === chosen.name ? chosen.id : input.value.trim());
  return { element, input, value };
}

function plain(taken, given, named) {
  const input = taken.type === "status" ? states(taken, named) : h("input", { ...named, ...KINDS[taken.type], maxlength: 400 });
  input.value = given ?? taken.default ?? "";
  return { element: input, input, value: () => input.value.trim() };
}

const states = (taken, named) => h("select", named, STATES.map((one) => h("option", { value: one }, one)));

const KINDS = {
  date: { placeholder: "2031-03-04", size: 12, inputmode: "numeric" },
  integer: { type: "number", min: 1, step: 1 },
  number: { type: "number", step: "any" },
};

const help = (taken) => (taken.type === "date" ? `${taken.help}: a day, a month or a year` : taken.help);
