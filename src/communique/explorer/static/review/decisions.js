/** The decisions that were made, each to be taken back. */

import { get } from "../api.js";
import { counted, fill, h, shown } from "../dom.js";
import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { toRelease } from "../links.js";

const COLUMNS = ["id", "verb", "a", "a_name", "b", "b_name", "state", "note"];
const SAID = { same: "are one", different: "are two" };

/**
 * Make the list of decisions.
 *
 * @param {function(string): void} [undo] takes one back by its id; without it they are only shown
 * @returns {{element: HTMLElement, load: function(): Promise<void>}}
 */
export function makeDecisions(undo) {
  const place = h("div");
  const load = async (signal) => {
    const { decisions } = await get("/decisions", {}, signal);
    const files = { csv: () => csvOf(COLUMNS, decisions), json: () => jsonOf(decisions) };
    fill(
      place,
      h("h2", {}, decisions.length ? counted(decisions.length, "decision") : "No decision yet"),
      h("ul.decisions", {}, decisions.map((one) => item(one, undo))),
      decisions.length > 0 && exportMenu("decisions", files),
    );
  };
  return { element: h("section", { "aria-label": "Decisions" }, place), load };
}

function item(decision, undo) {
  const button = undo && h("button.plain", { type: "button", "data-decision": decision.id }, "Undo");
  if (button) {
    button.addEventListener("click", () => {
      button.disabled = true;
      undo(decision.id);
    });
  }
  return h("li", {}, h("p", {}, said(decision), decision.state !== "in force" && h("small", {}, ` · ${decision.state}`),
    decision.note && h("small", {}, " · ", shown(decision.note, 300))), button);
}

function said({ verb, a, a_name: one, b, b_name: other }) {
  const at = (mention, name) => toRelease(mention.split("#")[0], mention, shown(name ?? mention, 120));
  if (verb === "wrong") return ["Wrong: ", at(a, a)];
  return [at(a, one), " and ", at(b, other), ` ${SAID[verb]}`];
}
