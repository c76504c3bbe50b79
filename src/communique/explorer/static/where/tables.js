/** The map and the times as tables: for screen readers, and for who would rather read. */

import { count, fill, h, shown } from "../dom.js";

/**
 * Make a table that can be opened below a picture.
 *
 * @param {string} summary what it is
 * @param {string[]} heads
 * @param {function(*): void} choose is given the key of the row that is chosen
 * @returns {{element: HTMLElement, show: function(Object[], function(string): boolean): void}} rows have
 *   `key`, `words` and `number`
 */
export function makeTable(summary, heads, choose) {
  const body = h("tbody");
  const table = h("table", {}, h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), body);
  const show = (rows, isChosen) => fill(body, rows.map(({ key, words, number }) => h(
    "tr",
    {},
    h("th", { scope: "row" }, h("button.plain", { type: "button", "aria-pressed": String(isChosen(key)), onclick: () => choose(key) }, shown(words, 80))),
    h("td", {}, count(number)),
  )));
  return { element: h("details.table", {}, h("summary", {}, summary), h("div.scroll", { tabindex: 0, role: "group", "aria-label": summary }, table)), show };
}
