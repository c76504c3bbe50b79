/** The desk: what is shown, what was done, and what happens when somebody decides. */

import { remove } from "../api.js";
import { say } from "../app.js";
import { counted, fill, h } from "../dom.js";
import { makeDecisions } from "./decisions.js";
import { fetchQueue, keyOf, makeQueue } from "./queue.js";
import { makeSender } from "./sender.js";
import { draw, forget, prefetch, titleOf } from "./sides.js";

const AHEAD = 3;

/** What can be done with a doubt or a fact, each by a key. */
export const ACTS = [
  { key: "s", name: "same", label: "Same", fits: (item) => !item.fact },
  { key: "d", name: "different", label: "Different", fits: (item) => !item.fact },
  { key: "w", name: "wrong", label: "Wrong fact", fits: (item) => Boolean(item.fact) },
  { key: "k", name: "skip", label: "Skip", fits: () => true },
];

/** Where one decides; `changed` is called with what is shown whenever that changes. */
export class Desk {
  constructor(items, { below, signal, changed }) {
    Object.assign(this, { below, signal, changed });
    this.queue = makeQueue(items);
    this.sender = makeSender({
      failed: (made, error) => this.fail(made, error),
      idle: () => this.renew(),
      going: () => this.tally(),
    });
    this.done = [];
    this.item = null;
    this.place = h("div.doubt");
    this.count = h("p.note");
    this.told = h("div", { role: "alert" });
    this.note = h("input", { id: "note", maxlength: 400, placeholder: "kept with the decision", autocomplete: "off" });
    this.decisions = makeDecisions((id) => this.undoOne(id));
  }

  /** Show what is first, at once; what comes after it is fetched meanwhile. */
  show() {
    this.item = this.queue.first;
    this.tally();
    fill(this.place, this.item ? draw(this.item) : h("p.done", {}, "Nothing is in doubt any more."));
    this.changed(this.item, this.done.length > 0);
    say(this.item ? titleOf(this.item) : "Nothing is in doubt any more.");
    for (const item of this.queue.ahead(AHEAD)) prefetch(item);
  }

  /** Tell how many are open, and how many decisions are on their way. */
  tally() {
    const { going } = this.sender;
    fill(this.count, `${counted(this.queue.length, "doubt")} open`, going > 0 && ` · ${counted(going, "decision")} on the way`);
  }

  /** Decide about what is shown, and show the next; the decision is sent behind. */
  act({ name, fits }) {
    const { item } = this;
    if (!item || !fits(item)) return;
    fill(this.told);
    if (name === "skip") {
      this.queue.skip(item);
      this.done.push({ item });
    } else {
      this.queue.settle(item);
      this.done.push(this.sender.decide(item, this.bodyOf(name, item)));
    }
    this.show();
  }

  bodyOf(verb, item) {
    const why = this.note.value.trim();
    this.note.value = "";
    return { verb, ...(item.fact ? { fact: item.fact } : { a: item.a, b: item.b }), ...(why && { note: why }) };
  }

  /** Take back the last thing done, and show what it was about. */
  undo() {
    const last = this.done.pop();
    if (!last) return;
    fill(this.told);
    if ("id" in last) this.sender.undo(last);
    this.queue.putBack(last.item);
    this.show();
  }

  /** Take back a decision of the list. */
  async undoOne(id) {
    try {
      await remove(`/decisions/${encodeURIComponent(id)}`);
      const made = this.done.find((one) => one.id === id);
      if (made) this.queue.putBack(made.item);
      this.done = this.done.filter((one) => one !== made);
    } catch (error) {
      this.tell(`It could not be taken back: ${error.message}`);
    }
    forget();
    this.show();
    await this.renew();
  }

  /** Say that something sent could not be done, and put it back. */
  fail(made, error) {
    this.tell(`${made.undone ? "It could not be taken back" : "It was not decided"}: ${error.message} ${error.hint ?? ""}`);
    if (made.undone) return;
    this.done = this.done.filter((one) => one !== made);
    this.queue.putBack(made.item);
    this.show();
  }

  tell(text) {
    fill(this.told, h("p.fault", {}, text));
  }

  /** Take over what is in doubt now: one decision can settle others, and raise some. */
  async renew() {
    if (this.signal.aborted) return;
    try {
      const [fresh] = await Promise.all([fetchQueue(this.below, this.signal), this.decisions.load(this.signal)]);
      if (this.sender.going || this.signal.aborted) return;
      this.queue.renew(fresh);
    } catch (error) {
      if (error.name !== "AbortError") this.tell(error.message);
      return;
    }
    const before = this.item && keyOf(this.item);
    const now = this.queue.first && keyOf(this.queue.first);
    if (before !== now) {
      forget();
      this.show();
    } else this.tally();
  }
}
