/** What is shown of a network, and what is left out. */

import { count, counted } from "../dom.js";
import { KINDS, weighed } from "./words.js";

/**
 * Say how much is shown, and of how much.
 *
 * @param {Object} told what the interface answered
 * @param {graphology.Graph} graph what is drawn of it
 */
export function summary(told, graph, state) {
  const { kind, least, top, weight } = state;
  const people = graph.filterNodes((_, data) => data.kind === "Person").length;
  const others = graph.order - people;
  const besides = others ? ` besides ${counted(others, "organization or place", "organizations and places")}` : "";
  const parts = [
    `${count(people)} of ${count(told.actors)} people with ${KINDS[kind].had} are shown${besides}, `
    + `and ${counted(graph.size, "tie")} among them.`,
  ];
  const rest = [];
  if (told.nodes.length >= top) rest.push(`No more than ${count(top)} actors are asked for, those with most.`);
  const light = told.edges.filter((tie) => tie.weight < least).length;
  if (light) rest.push(`${counted(light, "tie")} of fewer than ${weighed(least, kind, weight)} are left out.`);
  if (told.left_out) rest.push(`${count(told.left_out)} of no known year are left out.`);
  return [...parts, ...rest].filter(Boolean).join(" ");
}
