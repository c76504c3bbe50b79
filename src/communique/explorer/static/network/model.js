/** The network as graphology has it: made of what the interface tells, cut to what is asked for. */

/* global graphology */

import { plain } from "../dom.js";

const LONGEST = 36;
const SMALLEST = 4;
const LARGEST = 16;
const THICKEST = 6;

/**
 * Make a graph of an answer.
 *
 * @param {Object} told what /api/network answers
 * @param {{least: number, kept: Set<string>, paths: string[][]}} options ties that weigh less are
 *   left out, and who has none then; those kept stay in; each two on a path are tied in any case
 * @returns {graphology.Graph} nodes with `label`, `name`, `kind`, `strength` and `size`, edges with
 *   `weight`, `thickness` and, where nothing but a path ties the two, `beyond`
 */
export function makeGraph(told, { least = 1, kept = new Set(), path = [] } = {}) {
  const graph = new graphology.Graph({ type: told.kind === "thanks" ? "directed" : "undirected" });
  const ties = told.edges.filter((tie) => tie.weight >= least && tie.source !== tie.target);
  const tied = new Set(ties.flatMap((tie) => [tie.source, tie.target]));
  for (const node of told.nodes) {
    if (tied.has(node.id) || kept.has(node.id)) graph.addNode(node.id, nodeOf(node));
  }
  for (const tie of ties) graph.addEdgeWithKey(keyOf(tie), tie.source, tie.target, { ...tie });
  joinPath(graph, path);
  measure(graph);
  return graph;
}

/** Give the key of the edge between two. */
export const keyOf = ({ source, target }) => `${source} ${target}`;

/** Find the edge between two, in either direction. */
export const edgeBetween = (graph, one, other) =>
  graph.hasNode(one) && graph.hasNode(other) ? (graph.edge(one, other) ?? graph.edge(other, one)) : undefined;

/** List the actors, those with most first. */
export function actorsOf(graph) {
  const actors = graph.mapNodes((id, data) => ({ id, ...data }));
  return actors.sort((a, b) => b.strength - a.strength || compare(a.name, b.name) || compare(a.id, b.id));
}

/** List the ties of one actor, the heaviest first. */
export function tiesOf(graph, id) {
  const ties = graph.mapEdges(id, (edge, data, source, target) => {
    const other = source === id ? target : source;
    return { edge, ...data, other, name: graph.getNodeAttribute(other, "name") };
  });
  return ties.sort((a, b) => b.weight - a.weight || compare(a.name, b.name) || compare(a.edge, b.edge));
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function nodeOf({ id, label, name, office, first, last }) {
  return { id, kind: label, name, office, first, last, label: plain(name, LONGEST) };
}

function joinPath(graph, path) {
  for (const [at, target] of path.entries()) {
    const source = path[at - 1];
    if (at === 0 || !graph.hasNode(source) || !graph.hasNode(target) || edgeBetween(graph, source, target)) continue;
    const tie = { source, target, weight: 0, events: 0, days: 0, first: null, last: null, beyond: true };
    graph.addEdgeWithKey(keyOf(tie), source, target, tie);
  }
}

/** Size nodes by what their ties weigh together, and edges by what they weigh. */
function measure(graph) {
  const strengths = new Map(graph.mapNodes((id) => [id, 0]));
  let heaviest = 1;
  graph.forEachEdge((_, { weight }, source, target) => {
    strengths.set(source, strengths.get(source) + weight);
    strengths.set(target, strengths.get(target) + weight);
    heaviest = Math.max(heaviest, weight);
  });
  const strongest = Math.max(1, ...strengths.values());
  graph.updateEachNodeAttributes((id, data) => {
    const strength = strengths.get(id);
    const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(strength / strongest);
    return { ...data, strength, size };
  });
  graph.updateEachEdgeAttributes((_, data) => {
    const thickness = (graph.type === "directed" ? 2 : 1) + (THICKEST - 1) * (heaviest > 1 ? Math.sqrt((data.weight || 1) / heaviest) : 0.1);
    return { ...data, thickness };
  });
}
