/** Review: doubts settled by a key each, one after the other, without waiting. */

import { mayDecide } from "../api.js";
import { fill, h } from "../dom.js";
import { change } from "../place.js";
import { ACTS, Desk } from "../review/desk.js";
import { fetchQueue } from "../review/queue.js";
import { reading } from "../review/reading.js";

const BELOW = 0.8;

/** Show what is in doubt, and settle it. */
export async function render(main, parameters, signal) {
  document.title = "Review · communique";
  const below = Number(parameters.get("below") ?? BELOW) || BELOW;
  const items = await fetchQueue(below, signal);
  if (!mayDecide()) return reading(main, items, signal);

  const buttons = ACTS.map((act) => button(act, () => desk.act(act)));
  const back = button({ key: "u", label: "Undo" }, () => desk.undo());
  const changed = (item, undoable) => {
    ACTS.forEach((act, index) => { buttons[index].disabled = !item || !act.fits(item); });
    back.disabled = !undoable;
  };
  const desk = new Desk(items, { below, signal, changed });
  const byKeys = h("input", { type: "checkbox", checked: true });
  const listen = listener(desk, byKeys);
  fill(main, drawn(desk, [...buttons, back], byKeys, below));
  addEventListener("keydown", listen);
  desk.show();
  desk.decisions.load(signal).catch(() => {});
  return () => removeEventListener("keydown", listen);
}

function drawn(desk, buttons, byKeys, below) {
  return h(
    "article.review",
    {},
    h("h1", {}, "Review"),
    desk.count,
    h("div.acts", { role: "group", "aria-label": "Decide" }, buttons, h("label", { for: "note" }, "Why ", desk.note)),
    desk.told,
    desk.place,
    h("p.choices", {}, h("label", {}, byKeys, " One key each"), bound(below)),
    desk.decisions.element,
  );
}

/** Which facts are asked about: those less sure than this. */
function bound(below) {
  const field = h("input", { type: "number", min: 0.05, max: 1, step: 0.05, value: below });
  field.addEventListener("change", () => change({ below: field.value }));
  return h("label", {}, "Facts less sure than ", field);
}

/** Listen for keys, unless something is being written. */
function listener(desk, byKeys) {
  return (event) => {
    const written = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (!byKeys.checked || written || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    const act = ACTS.find((one) => one.key === key);
    if (act) desk.act(act);
    else if (key === "u") desk.undo();
  };
}

const button = ({ key, label }, onclick) =>
  h("button", { type: "button", onclick, "aria-keyshortcuts": key }, label, " ", h("kbd", { "aria-hidden": "true" }, key));
