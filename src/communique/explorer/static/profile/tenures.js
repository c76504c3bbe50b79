/** Offices over time: a bar for each, in a table that says the same in words. */

import { acquaint, cellOf, readable } from "../answer.js";
import { between, yearOf, yearsOf } from "../days.js";
import { count, counted, h, s } from "../dom.js";
import { bodyCell, headCell, headRow, withEvidence } from "../rows.js";

const SPAN = ["first_seen", "last_seen"];
const LEAST = 8;
const SHOWN = 8;

/**
 * Make a table of who held what, and when; of many, the first are shown, the others when asked for.
 *
 * @param {Object[]} rows each with `first_seen`, `last_seen` and `attestations`
 * @param {string[]} columns
 * @param {string} caption
 */
export function tenureTable(rows, columns, caption) {
  const years = yearsOf(rows.map((row) => SPAN.map((name) => row[name])));
  const names = readable(columns).filter((name) => !SPAN.includes(name) && name !== "attestations");
  const head = [
    ...names.map((name) => headCell(name)),
    headCell("shown in it"),
    years && headCell([h("span", {}, years[0]), h("span.unseen", {}, " to "), h("span", {}, years[1])], { class: "years" }),
    headCell("evidence"),
  ];
  const drawn = acquaint(rows).map((row) => withEvidence(cells(row, names, years), row));
  const body = h("tbody", { role: "rowgroup" }, drawn.slice(0, SHOWN));
  const table = h(
    "table.tenures.listed",
    { role: "table" },
    h("caption.unseen", {}, caption),
    headRow(head),
    body,
  );
  return [table, drawn.length > SHOWN && rest(body, drawn.slice(SHOWN))];
}

function rest(body, drawn) {
  const button = h("button.more", { type: "button" }, `${count(drawn.length)} more`);
  button.addEventListener("click", () => {
    body.append(...drawn.flat());
    button.remove();
    drawn[0][0].querySelector("a, button")?.focus();
  });
  return button;
}

function cells(row, names, years) {
  const seen = `${between(row.first_seen, row.last_seen)}, on ${counted(row.attestations, "day")}`;
  return [
    ...names.map((name) => bodyCell("td", name, cellOf(name, row[name], row))),
    bodyCell("td.seen", "shown in it", seen),
    years && bodyCell("td.bar", years.join(" to "), bar(row, years)),
  ];
}

function bar(row, years) {
  const [x, width] = extent(row, years, 1000);
  return s(
    "svg",
    { viewBox: "0 0 1000 16", preserveAspectRatio: "none", "aria-hidden": "true" },
    ticks(years).map((at) => s("line.tick", { x1: at, x2: at, y1: 0, y2: 16 })),
    width && s("rect.tenure", { x, y: 3, width, height: 10, rx: 2 }),
  );
}

function extent(row, [from, to], width) {
  const start = yearOf(row.first_seen);
  const end = yearOf(row.last_seen ?? row.first_seen, { end: true });
  if (start === null || end === null) return [0, 0];
  const scale = width / (to - from);
  const long = Math.max((end - start) * scale, LEAST);
  return [Math.min((start - from) * scale, width - long), long];
}

function ticks([from, to]) {
  const step = Math.ceil((to - from) / 20);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => (index * step * 1000) / (to - from));
}

/**
 * Draw the same as a picture of its own.
 *
 * @param {Object[]} rows
 * @param {string} name the column whose text stands beside each bar
 * @returns {string} SVG
 */
export function tenureSvg(rows, name) {
  const years = yearsOf(rows.map((row) => SPAN.map((key) => row[key]))) ?? [0, 1];
  const height = rows.length * 24 + 28;
  const picture = s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 900 ${height}`, width: 900, height, "font-family": "sans-serif", "font-size": 13 },
    s("rect", { width: 900, height, fill: "#ffffff" }),
    s("text", { x: 380, y: 16, fill: "#575d66" }, years[0]),
    s("text", { x: 890, y: 16, fill: "#575d66", "text-anchor": "end" }, years[1]),
    rows.map((row, index) => {
      const [x, width] = extent(row, years, 510);
      const y = index * 24 + 24;
      return [
        s("text", { x: 10, y: y + 14, fill: "#1c2024" }, String(row[name] ?? "").slice(0, 52)),
        width > 0 && s("rect", { x: 380 + x, y: y + 2, width, height: 15, fill: "#0b5a8a" }),
      ];
    }),
  );
  return new XMLSerializer().serializeToString(picture);
}
