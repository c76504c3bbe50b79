/** A picture of a network: an SVG made of where everybody stands. */

import { s } from "../dom.js";

/**
 * Draw a network.
 *
 * @param {{width: number, height: number, directed: boolean, theme: Object, nodes: Object[],
 *   edges: Object[]}} told nodes have `x`, `y`, `radius`, `colour`, `name`, `labelled`, edges `from`,
 *   `to`, `width`; all can be `faded`, `chosen` or `onPath`; where a name has another place than
 *   beside its circle, that is `nameAt`
 * @param {string} title what it is a picture of
 * @returns {SVGElement}
 */
export function drawPicture(told, title) {
  const { width, height, theme, nodes, edges } = told;
  const back = [...edges].sort((a, b) => rank(a) - rank(b));
  const front = [...nodes].sort((a, b) => rank(a) - rank(b));
  return s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "font-family": "sans-serif", "font-size": 13 },
    s("title", {}, title),
    s("rect", { width, height, fill: theme.paper }),
    s("g", { "stroke-linecap": "round" }, back.map((edge) => line(edge, theme, told.directed))),
    s("g", {}, front.map((node) => circle(node, theme))),
    s("g", { fill: theme.ink }, front.filter((node) => named(node)).map((node) => label(node, theme))),
  );
}

/** Write a picture as the text of a file. */
export const textOf = (svg) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

const rank = (one) => (one.chosen || one.onPath ? 3 : one.near ? 2 : one.faded ? 0 : 1);
const named = (node) => node.labelled || node.chosen || node.onPath;
const short = (number) => Math.round(number * 10) / 10;

function line({ from, to, width, room, faded, near, chosen, onPath }, theme, directed) {
  const usual = faded ? theme["tie-faded"] : near ? theme["tie-near"] : theme.tie;
  const stroke = chosen || onPath ? theme["mark-line"] : usual;
  const wide = { stroke, "stroke-width": short(width + (chosen || onPath ? 1.5 : 0)) };
  const ends = { x1: short(from.x), y1: short(from.y), x2: short(to.x), y2: short(to.y) };
  const drawn = s("line", { ...ends, ...wide });
  return directed ? [drawn, arrow(from, to, width, room, stroke)] : drawn;
}

/** Draw the head of an arrow where the circle that it leads to begins. */
function arrow(from, to, width, room, fill) {
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [x, y] = [(to.x - from.x) / far, (to.y - from.y) / far];
  const tip = [to.x - x * room, to.y - y * room];
  const [long, half] = [6 + 2 * width, 3 + width];
  const side = (way) => [tip[0] - x * long - way * y * half, tip[1] - y * long + way * x * half];
  const points = [tip, side(1), side(-1)].map((point) => point.map(short).join(",")).join(" ");
  return s("polygon", { points, fill });
}

function circle({ id, x, y, radius, colour, name, faded, chosen }, theme) {
  const fill = faded ? theme["node-faded"] : colour;
  const ring = chosen ? { stroke: theme.ink, "stroke-width": 2 } : { stroke: theme.paper, "stroke-width": 1 };
  return s("circle", { cx: short(x), cy: short(y), r: short(radius), fill, ...ring, "data-id": id }, s("title", {}, name));
}

function label({ x, y, radius, name, nameAt }, theme) {
  const halo = { stroke: theme.paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
  const at = nameAt ?? { x: x + radius + 4, y: y + 4.5 };
  return s("text", { x: short(at.x), y: short(at.y), ...halo }, name);
}
