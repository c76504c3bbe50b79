/** What the network is saved as. */

import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { drawPicture, textOf } from "./picture.js";
import { KINDS } from "./words.js";

const COLUMNS = ["source", "source_name", "target", "target_name", "weight", "events", "days", "first", "last"];
const NODE = ["id", "name", "kind", "office", "strength", "first", "last", "x", "y"];

/**
 * Make the buttons.
 *
 * @param {function(): {graph: Object, drawing: Object, told: Object, state: Object}} current what is
 *   shown when one is pressed
 */
export function networkExports(current) {
  return exportMenu("network", {
    csv: () => csvOf(COLUMNS, edgesOf(current().graph)),
    json: () => jsonOf(nodeLink(current())),
    svg: () => {
      const { drawing, state } = current();
      if (!drawing) throw new Error("nothing is drawn.");
      return textOf(drawPicture(drawing.picture(), titleOf(state)));
    },
    cypher: () => cypherOf(current().told),
  });
}

/** Say what the network is of: "Who met whom, 2031 to 2032". */
export function titleOf({ kind, since, until }) {
  const when = since || until ? `, ${since ?? "the first"} to ${until ?? "the last"}` : "";
  return `${KINDS[kind].title}${when}`;
}

/** Write a statement with what it takes, as Neo4j's browser runs it. */
export const cypherOf = ({ cypher, parameters }) => `:params ${JSON.stringify(parameters)}\n\n${cypher}\n`;

function edgesOf(graph) {
  const name = (id) => graph.getNodeAttribute(id, "name");
  return graph.mapEdges((_, data, source, target) => ({ ...data, source, target, source_name: name(source), target_name: name(target) }));
}

/** Node-link, as NetworkX and d3 read it. */
function nodeLink({ graph, told, state }) {
  const { since, until, place, weight, least } = state;
  return {
    directed: graph.type === "directed",
    multigraph: false,
    graph: { kind: told.kind, since, until, place, weight, least, actors: told.actors, left_out: told.left_out },
    nodes: graph.mapNodes((id, data) => Object.fromEntries(NODE.map((key) => [key, key === "id" ? id : data[key]]))),
    links: edgesOf(graph).map((edge) => Object.fromEntries(COLUMNS.map((key) => [key, edge[key]]))),
  };
}
