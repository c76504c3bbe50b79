/** What the colours and sizes of the drawing mean. */

import { counted, h, shown } from "../dom.js";
import { actorsOf } from "./model.js";
import { LABELS } from "./words.js";

const GROUPS = 8;

/**
 * Tell what the colours mean.
 *
 * @param {graphology.Graph} graph
 * @param {{colour: string}} state
 * @param {number} groups how many groups there are
 */
export function makeLegend(graph, state, groups) {
  return state.colour === "group" ? groupLegend(graph, groups) : labelLegend(graph);
}

function labelLegend(graph) {
  const kinds = new Set(graph.mapNodes((_, data) => data.kind));
  return h("ul", {}, Object.entries(LABELS).filter(([label]) => kinds.has(label)).map(([label, words]) => sign(label.toLowerCase(), words)));
}

/** Name each group by who has most in it. */
function groupLegend(graph, groups) {
  const leaders = new Map();
  for (const { community, name } of actorsOf(graph)) if (!leaders.has(community)) leaders.set(community, name);
  const told = Array.from({ length: Math.min(groups, GROUPS) }, (_, at) => sign(`group-${at + 1}`, ["around ", shown(leaders.get(at), 30)]));
  const rest = groups > GROUPS && sign("others", counted(groups - GROUPS, "smaller group"));
  return h("ul", {}, told, rest);
}

const sign = (name, words) => h("li", {}, h(`span.sign.${name}`, { "aria-hidden": "true" }), words);
