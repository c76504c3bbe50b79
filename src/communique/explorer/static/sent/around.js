/** The network around whom the page is about: drawn, and as a list to choose from. */

import { fill, h, plain, shown } from "../dom.js";
import { drawPicture } from "../network/picture.js";
import { colourOf, onTurn, readTheme } from "../network/theme.js";
import { spanned, weighed } from "../network/words.js";
import { placeNames } from "../where/labels.js";
import { arrange } from "./springs.js";

const EDGE = 34;
const FEW = 15;
const MEASURE = document.createElement("canvas").getContext("2d");

/**
 * Make the section.
 *
 * @param {Object} network `nodes` and `edges`
 * @param {string} subject the id of whom the page is about
 * @param {function(string): void} choose is given the id of who is chosen
 * @returns {{element: HTMLElement, mark: function(?string): void}}
 */
export function makeAround(network, subject, choose) {
  const actors = strengths(network, subject);
  const order = [...actors.keys()].sort((a, b) => (b === subject) - (a === subject) || actors.get(b).strength - actors.get(a).strength || (a < b ? -1 : 1));
  const places = arrange(order, network.edges);
  const box = h("div.frame");
  const list = h("ul.counterparts");
  const others = order.filter((id) => id !== subject);
  const all = h("button", { type: "button", hidden: others.length <= FEW, onclick: () => { all.hidden = true; tell(); } }, `Show all ${others.length}`);
  const state = { chosen: null };

  const draw = () => {
    const width = box.clientWidth || 800;
    const height = Math.round(Math.min(540, Math.max(320, width * 0.6)));
    const told = picture(network, order, { actors, places, width, height, chosen: state.chosen, theme: readTheme(box) });
    fill(box, drawPicture(told, `Network of ${order.length}; the list has the same`));
  };
  const tell = () => {
    const few = all.hidden ? others : others.slice(0, FEW);
    fill(list, few.map((id) => entry(actors.get(id), id === state.chosen, choose)));
  };
  box.addEventListener("click", (event) => {
    const { id } = event.target.dataset;
    if (id && id !== subject) choose(id);
  });
  new ResizeObserver(() => requestAnimationFrame(draw)).observe(box);
  onTurn(draw);
  tell();
  const mark = (id) => {
    state.chosen = id;
    if (others.indexOf(id) >= FEW) all.hidden = true;
    tell();
    draw();
  };
  const section = h("section", { "aria-labelledby": "around" }, h("h2", { id: "around" }, "Who met whom"), box, list, all);
  return { element: order.length > 1 ? section : null, mark };
}

/** Sum up what ties each: to the subject where there is a tie to it, else to all. */
function strengths({ nodes, edges }, subject) {
  const actors = new Map(nodes.map((node) => [node.id, { ...node, strength: 0, tie: null }]));
  for (const { source, target, ...tie } of edges) {
    for (const end of [source, target]) actors.get(end).strength += tie.weight;
    if (source === subject) actors.get(target).tie = tie;
    if (target === subject) actors.get(source).tie = tie;
  }
  return actors;
}

function picture(network, order, { actors, places, width, height, chosen, theme }) {
  const most = Math.max(1, ...order.map((id) => actors.get(id).strength));
  const radius = (id) => 4 + 12 * Math.sqrt(actors.get(id).strength / most);
  const at = (id) => {
    const { x, y } = places.get(id);
    return { x: EDGE + x * (width - 2 * EDGE), y: EDGE + y * (height - 2 * EDGE) };
  };
  const near = new Set(network.edges.flatMap(({ source, target }) => (source === chosen ? [target] : target === chosen ? [source] : [])));
  const nodes = order.map((id) => ({
    id, ...at(id), radius: radius(id), name: plain(actors.get(id).name, 40), colour: colourOf(actors.get(id), theme),
    chosen: id === chosen, faded: chosen !== null && id !== chosen && !near.has(id),
  }));
  MEASURE.font = "13px sans-serif";
  const measure = (words) => MEASURE.measureText(words).width + 4;
  const sorted = [...nodes].sort((a, b) => b.chosen - a.chosen || b.radius - a.radius);
  const names = placeNames(sorted.map((node) => ({ ...node, words: node.name })), { width, height, measure });
  for (const [index, node] of sorted.entries()) Object.assign(node, { labelled: names[index] !== null, nameAt: names[index] });
  const heaviest = Math.max(1, ...network.edges.map(({ weight }) => weight));
  const edges = network.edges.map(({ source, target, weight }) => {
    const touched = source === chosen || target === chosen;
    return { from: at(source), to: at(target), width: 1 + 4 * Math.sqrt((weight - 1) / heaviest), near: touched, faded: chosen !== null && !touched };
  });
  return { width, height, theme, directed: false, nodes, edges };
}

function entry({ id, name, kind, office, strength, tie }, chosen, choose) {
  const much = tie ? `${weighed(tie.weight, "met-with", "events")}, ${spanned(tie)}` : `${weighed(strength, "met-with", "events")} in all`;
  return h(
    `li.${kind.toLowerCase()}`,
    {},
    h(
      "button",
      { type: "button", "aria-pressed": String(chosen), onclick: () => choose(id) },
      h("span.sign", { "aria-hidden": "true" }),
      h("span.who", {}, h("strong", {}, shown(name, 80)), office && h("small", {}, shown(office, 90)), h("small", {}, much)),
    ),
  );
}
