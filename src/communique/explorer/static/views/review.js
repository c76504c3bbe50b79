/** Review: doubts settled by a key each, one after the other, without waiting. */

import { mayDecide, remove } from "../api.js";
import { say } from "../app.js";
import { counted, fill, h } from "../dom.js";
import { makeDecisions } from "../review/decisions.js";
import { fetchQueue, makeQueue } from "../review/queue.js";
import { reading } from "../review/reading.js";
import { makeSender } from "../review/sender.js";
import { draw, forget, prefetch, titleOf } from "../review/sides.js";

const AHEAD = 3;
const ACTS = [
  { key: "s", name: "same", label: "Same", fits: (item) => !item.fact },
  { key: "d", name: "different", label: "Different", fits: (item) => !item.fact },
  { key: "w", name: "wrong", label: "Wrong fact", fits: (item) => Boolean(item.fact) },
  { key: "k", name: "skip", label: "Skip", fits: () => true },
];

/** Show what is in doubt, and settle it. */
export async function render(main, parameters, signal) {
  document.title = "Review · communique";
  const items = await fetchQueue(signal);
  if (!mayDecide()) return reading(main, items, signal);
  const decide = makeDesk(makeQueue(items), signal);
  fill(main, decide.element);
  decide.begin();
  return decide.end;
}

/** Make the place where one decides. */
function makeDesk(queue, signal) {
  const place = h("div.doubt");
  const count = h("p.note");
  const told = h("div", { role: "alert" });
  const note = h("input", { id: "note", maxlength: 400, placeholder: "kept with the decision", autocomplete: "off" });
  const done = [];
  let shownItem = null;

  const show = () => {
    shownItem = queue.first;
    fill(count, `${counted(queue.length, "doubt")} open`);
    fill(place, shownItem ? draw(shownItem) : h("p.done", {}, "Nothing is in doubt any more."));
    for (const act of ACTS) act.button.disabled = !shownItem || !act.fits(shownItem);
    back.disabled = done.length === 0;
    say(shownItem ? titleOf(shownItem) : "Nothing is in doubt any more.");
    for (const item of queue.ahead(AHEAD)) prefetch(item);
  };
  const failed = ({ item, undone }, error) => {
    fill(told, h("p.fault", {}, `${undone ? "It could not be taken back" : "It was not decided"}: ${error.message} ${error.hint ?? ""}`));
    const at = done.findIndex((one) => one.item === item);
    if (at >= 0) done.splice(at, 1);
    if (!undone) queue.putBack(item);
    show();
  };
  const idle = async () => {
    if (signal.aborted) return;
    try {
      const [fresh] = await Promise.all([fetchQueue(signal), decisions.load(signal)]);
      if (sender.going || signal.aborted) return;
      const before = shownItem;
      queue.renew(fresh);
      if (queue.first !== before) forget();
      if (!same(queue.first, before)) show();
      else fill(count, `${counted(queue.length, "doubt")} open`);
    } catch {
      // What was decided is told already; the queue goes on with what it has.
    }
  };
  const sender = makeSender({ failed, idle });
  const undoOne = async (id) => {
    try {
      await remove(`/decisions/${encodeURIComponent(id)}`);
      const at = done.findIndex((one) => one.made?.id === id);
      if (at >= 0) done.splice(at, 1);
    } catch (error) {
      fill(told, h("p.fault", {}, error.message));
    }
    forget();
    await idle();
    show();
  };
  const decisions = makeDecisions(undoOne);

  const act = (name) => {
    const item = shownItem;
    if (!item || !ACTS.find((one) => one.name === name).fits(item)) return;
    fill(told);
    if (name === "skip") {
      queue.skip(item);
      done.push({ item });
    } else {
      const about = item.fact ? { fact: item.fact } : { a: item.a, b: item.b };
      const body = { verb: name, ...about, ...(note.value.trim() ? { note: note.value.trim() } : {}) };
      queue.settle(item);
      done.push({ item, made: sender.decide(item, body) });
      note.value = "";
    }
    show();
  };
  const undo = () => {
    const last = done.pop();
    if (!last) return;
    fill(told);
    if (last.made) sender.undo(last.made);
    queue.putBack(last.item);
    show();
  };
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    const found = ACTS.find((one) => one.key === event.key.toLowerCase());
    if (found) act(found.name);
    else if (event.key.toLowerCase() === "u") undo();
  };

  for (const one of ACTS) one.button = button(one, () => act(one.name));
  const back = button({ key: "u", label: "Undo" }, undo);
  const element = h("article.review", {}, h("h1", {}, "Review"), count,
    h("div.acts", { role: "toolbar", "aria-label": "Decide" }, ACTS.map((one) => one.button), back,
      h("label", { for: "note" }, "Why ", note)),
    told, place, decisions.element);
  return {
    element,
    begin: () => { addEventListener("keydown", keys); show(); decisions.load(signal).catch(() => {}); },
    end: () => removeEventListener("keydown", keys),
  };
}

const same = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

const button = ({ key, label }, onclick) =>
  h("button", { type: "button", onclick, "aria-keyshortcuts": key }, label, " ", h("kbd", { "aria-hidden": "true" }, key));
