/** Rows of an answer as a table or a list, a page of them at a time. */

import { acquaint, ask, cellOf, inWords, readable, sentences } from "./answer.js";
import { fill, h } from "./dom.js";
import { quotation } from "./links.js";

/**
 * Show the rows of a question, and more of them when asked to.
 *
 * @param {string} question
 * @param {Object<string, *>} parameters
 * @param {{draw: function(Object[], Object): Node[], into: HTMLElement, empty?: string,
 *   count?: number, cites?: boolean, signal?: AbortSignal, after?: function(): void, first?: Object}} how
 *   `draw` makes elements of rows, which are put into `into`; `after` is called whenever rows came;
 *   `first` is the first answer, where it is there already
 * @returns {{element: HTMLElement, load: function(): Promise<Object>, rows: Object[],
 *   hasMore: function(): boolean}}
 */
export function makeRows(question, parameters, how) {
  const { draw, into, empty = "Nothing is told of this.", count = 50, cites = true, signal, after } = how;
  let given = how.first ?? null;
  const rows = [];
  const told = h("p.note", { role: "status" });
  const more = h("button.more", { type: "button", hidden: true }, "More");
  const element = h("div.rows", {}, into.closest?.("table") ?? into, more, told);

  const load = async () => {
    more.disabled = true;
    try {
      const answer = given ?? (await ask(question, parameters, { offset: rows.length, count, cites }, signal));
      given = null;
      const drawn = draw(answer.rows, answer);
      rows.push(...answer.rows);
      into.append(...drawn);
      more.hidden = answer.total !== null && rows.length >= answer.total;
      fill(told, rows.length ? null : empty);
      after?.();
      return answer;
    } catch (error) {
      if (error.name === "AbortError") return null;
      fill(told, `${error.message} ${error.hint ?? ""}`);
      more.hidden = false;
      throw error;
    } finally {
      more.disabled = false;
    }
  };
  more.addEventListener("click", async () => {
    const before = into.children.length;
    await load().catch(() => {});
    into.children[before]?.querySelector("a, button, summary")?.focus();
  });
  return { element, load, rows, hasMore: () => !more.hidden };
}

/**
 * Make the head of a table and what draws its rows.
 *
 * @param {string[]} columns those that are shown
 * @param {{caption: string, cites?: boolean, helps?: Object<string, string>, sample?: Object}} how `sample`
 *   is a row that tells which columns are numbers
 * @returns {{body: HTMLElement, draw: function(Object[]): HTMLElement[]}}
 */
export function makeTable(columns, { caption, cites = true, helps = {}, sample = {} }) {
  const shownColumns = readable(columns);
  const heads = shownColumns.map((column) => headCell(inWords(column), {
    title: helps[column], class: typeof sample?.[column] === "number" ? "number" : null,
  }));
  const body = h("tbody", { role: "rowgroup" });
  h(
    "table.answer.listed",
    { role: "table" },
    h("caption.unseen", {}, caption),
    headRow(heads, cites && headCell("evidence")),
    body,
  );
  const draw = (rows) =>
    acquaint(rows).flatMap((row) => {
      const cells = shownColumns.map((column) => cell(column, row));
      return cites ? withEvidence(cells, row) : [h("tr", { role: "row" }, cells)];
    });
  return { body, draw };
}

function cell(column, row) {
  const tag = typeof row[column] === "number" ? "td.number" : "td";
  return bodyCell(tag, inWords(column), cellOf(column, row[column], row));
}

/** Make the head of a table: roles are said, since narrow screens show tables as lists. */
export const headRow = (...cells) =>
  h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, cells));

/** Make a cell of the head. */
export const headCell = (words, more = {}) =>
  h("th", { scope: "col", role: "columnheader", ...more }, words);

/** Make a cell, which knows the name of its column. */
export const bodyCell = (tag, column, ...told) =>
  h(tag, { role: "cell", "data-column": column }, told.some((one) => one !== null) && h("div", {}, told));

/** Make a row and, once somebody looks, a row of its sentences below it. */
export function withEvidence(cells, row) {
  const told = row.evidence ?? [];
  const below = h("tr.told", { role: "row", hidden: true });
  const button = h("button.plain", { type: "button", "aria-expanded": "false" }, sentences(told));
  button.disabled = !told.length;
  button.addEventListener("click", () => {
    if (!below.children.length) {
      below.append(h("td", { role: "cell", colspan: cells.length + 1 }, told.map(quotation)));
    }
    below.hidden = !below.hidden;
    button.setAttribute("aria-expanded", String(!below.hidden));
  });
  return [h("tr", { role: "row" }, cells, bodyCell("td", "evidence", button)), below];
}

/** Put a table where it can be moved sideways without moving the page. */
export const wide = (element, label) =>
  h("div.wide", { tabindex: 0, role: "region", "aria-label": label }, element);
