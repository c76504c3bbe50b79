/** Groups: who has more to do among themselves than with others. */

/* global graphologyLibrary */

import { weightOf } from "./layout.js";

/**
 * Mark each node with its group, as `community`: 0 for the largest.
 *
 * @param {graphology.Graph} graph
 * @returns {number} how many groups there are
 */
export function markGroups(graph) {
  if (graph.size === 0) return 0;
  const options = { getEdgeWeight: weightOf, randomWalk: false, rng: () => 0.5 };
  const found = graphologyLibrary.communitiesLouvain(graph, options);
  const members = new Map();
  for (const group of Object.values(found)) members.set(group, (members.get(group) ?? 0) + 1);
  const order = [...members].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([group]) => group);
  graph.updateEachNodeAttributes((id, data) => ({ ...data, community: order.indexOf(found[id]) }));
  return order.length;
}
