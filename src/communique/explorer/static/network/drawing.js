/** The drawing of the network, by sigma.js: what it shows follows the graph and what is marked. */

/* global Sigma */

import { edgeBetween } from "./model.js";
import { colourOf, onTurn, readTheme, still } from "./theme.js";

const PLAIN = { chosen: false, near: false, faded: false, onPath: false };

/**
 * Draw a network.
 *
 * @param {HTMLElement} box where; it has a size
 * @param {{by: string, slow: boolean, chooseNode: function(string): void,
 *   chooseTie: function(string): void, clear: function(): void, moved: function(string): void}} options
 *   `slow` where no graphics card draws: of very many ties none can be pointed at then
 * @returns {Drawing}
 */
export function draw(box, graph, options) {
  return new Drawing(box, graph, options);
}

class Drawing {
  constructor(box, graph, options) {
    this.graph = graph;
    this.by = options.by;
    this.theme = readTheme(box);
    this.sigma = new Sigma(graph, box, {
      primitives: primitives(),
      settings: settings(graph, options.slow),
      styles: this.#styles(),
      customNodeState: { ...PLAIN },
      customEdgeState: { ...PLAIN },
    });
    this.#listen(options);
    this.endTurn = onTurn(() => {
      this.theme = readTheme(box);
      this.sigma.refresh();
    });
  }

  /**
   * Mark what is chosen; everything else fades.
   *
   * @param {{node: ?string, edge: ?string, path: string[]}} chosen
   */
  mark({ node, edge, path }) {
    const { graph } = this;
    const nodes = new Map();
    const edges = new Map();
    const put = (map, key, state) => map.set(key, { ...(map.get(key) ?? PLAIN), ...state });
    if (graph.hasNode(node)) {
      graph.forEachEdge(node, (key, _, source, target) => {
        put(edges, key, { near: true });
        put(nodes, source === node ? target : source, { near: true });
      });
      put(nodes, node, { chosen: true });
    }
    if (graph.hasEdge(edge)) {
      put(edges, edge, { chosen: true });
      for (const end of graph.extremities(edge)) put(nodes, end, { chosen: true });
    }
    for (const [at, id] of path.entries()) {
      if (graph.hasNode(id)) put(nodes, id, { onPath: true });
      const between = at > 0 && edgeBetween(graph, path[at - 1], id);
      if (between) put(edges, between, { onPath: true });
    }
    const faded = nodes.size > 0;
    graph.forEachNode((key) => this.sigma.setNodeState(key, nodes.get(key) ?? { ...PLAIN, faded }));
    graph.forEachEdge((key) => this.sigma.setEdgeState(key, edges.get(key) ?? { ...PLAIN, faded }));
  }

  /** Bring somebody into view. */
  turnTo(node) {
    const told = this.sigma.getNodeDisplayData(node);
    if (!told) return;
    const { width, height } = this.sigma.getDimensions();
    const at = this.sigma.framedGraphToViewport(told);
    if (at.x > 20 && at.y > 20 && at.x < width - 20 && at.y < height - 20) return;
    this.#move({ x: told.x, y: told.y });
  }

  /** Come nearer, go farther, or see all again. */
  zoom(factor) {
    const camera = this.sigma.getCamera();
    this.#move(factor ? { ratio: camera.getState().ratio / factor } : { x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  }

  /** Give what is drawn where: for a picture of it. */
  picture() {
    const { graph, sigma, theme, by } = this;
    const shownLabels = sigma.getNodeDisplayedLabels();
    const at = (id) => sigma.graphToViewport(graph.getNodeAttributes(id));
    return {
      ...sigma.getDimensions(),
      theme,
      directed: graph.type === "directed",
      nodes: graph.mapNodes((id, data) => ({
        id, ...at(id), radius: sigma.scaleSize(data.size), name: data.label,
        colour: colourOf(data, theme, by), ...sigma.getNodeState(id), labelled: shownLabels.has(id),
      })),
      edges: graph.mapEdges((key, data, source, target) => ({
        from: at(source), to: at(target), room: sigma.scaleSize(graph.getNodeAttribute(target, "size")),
        width: sigma.scaleSize(data.thickness), ...sigma.getEdgeState(key),
      })),
    };
  }

  kill() {
    this.endTurn();
    this.sigma.kill();
  }

  #move(state) {
    const camera = this.sigma.getCamera();
    if (still()) camera.setState({ ...camera.getState(), ...state });
    else camera.animate(state, { duration: 250 });
  }

  #listen({ chooseNode, chooseTie, clear, moved }) {
    const { sigma } = this;
    sigma.on("clickNode", ({ node }) => chooseNode(node));
    sigma.on("clickEdge", ({ edge }) => chooseTie(edge));
    sigma.on("clickStage", () => clear());
    sigma.on("nodeDragEnd", ({ node }) => moved(node));
  }

  #styles() {
    const tint = (data, state) => (state.faded && !state.isHovered ? this.theme["node-faded"] : colourOf(data, this.theme, this.by));
    const line = (_, state) => {
      if (state.onPath || state.chosen || state.isHovered) return this.theme["mark-line"];
      if (state.near) return this.theme["tie-near"];
      return state.faded ? this.theme["tie-faded"] : this.theme.tie;
    };
    const told = (_, state) => {
      if (state.isHovered || state.chosen || state.onPath) return "visible";
      return state.faded ? "hidden" : "auto";
    };
    return {
      nodes: {
        x: { attribute: "x" },
        y: { attribute: "y" },
        size: (data, state) => data.size * (state.chosen ? 1.25 : 1),
        color: tint,
        label: { attribute: "label" },
        labelColor: () => this.theme.ink,
        labelSize: 13,
        labelFont: () => this.theme.font,
        labelVisibility: told,
        labelBackgroundColor: () => `${this.theme.paper}90`,
        labelBackgroundPadding: 0,
        depth: (_, state) => (state.isHovered || state.chosen || state.onPath ? "topNodes" : "nodes"),
        cursor: "pointer",
        backdropVisibility: (_, state) => (state.isHovered || state.chosen ? "visible" : "hidden"),
        backdropColor: () => this.theme.paper,
        backdropShadowColor: "rgba(0, 0, 0, 0.35)",
        backdropShadowBlur: 6,
        backdropPadding: 3,
      },
      edges: {
        size: (data, state) => data.thickness + (state.onPath || state.chosen || state.isHovered ? 1.5 : 0),
        color: line,
        head: () => (this.graph.type === "directed" ? "arrow" : "none"),
        depth: (_, state) => (state.onPath || state.chosen || state.near || state.isHovered ? "topEdges" : "edges"),
        cursor: "pointer",
      },
    };
  }
}

const primitives = () => ({
  edges: { extremities: [Sigma.rendering.extremityArrow()] },
});

const FEW = 25;
const MANY_TIES = 3000;

const settings = ({ order, size }, slow) => ({
  itemSizesReference: "screen",
  enableEdgeEvents: !(slow && size > MANY_TIES),
  enableNodeDrag: true,
  enableCameraRotation: false,
  enableCameraMouseRotation: false,
  hideEdgesOnMove: size > MANY_TIES,
  gestureTarget: "shared",
  labelRenderedSizeThreshold: 5,
  labelDensity: order > FEW ? 1 : 4,
  labelGridCellSize: order > FEW ? 110 : 60,
  minEdgeThickness: 0.8,
  edgePickingPadding: 3,
  pickingDownSizingRatio: size > MANY_TIES ? 4 : 2,
  stagePadding: 40,
  autoRescaleContent: order > FEW ? "nodes" : "labels",
  allowInvalidContainer: true,
  zoomDuration: still() ? 0 : 200,
  minCameraRatio: 0.03,
  maxCameraRatio: 4,
});
