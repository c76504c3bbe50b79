/** The network: who met whom, who came together with whom, who thanked whom. */

import { get } from "../api.js";
import { say, telling } from "../app.js";
import { fill, h } from "../dom.js";
import { readState, writeState } from "../network/address.js";
import { draw } from "../network/drawing.js";
import { networkExports, titleOf } from "../network/exporting.js";
import { graphics } from "../network/graphics.js";
import { makeFilters } from "../network/filters.js";
import { markGroups } from "../network/groups.js";
import { settle, start } from "../network/layout.js";
import { makeLegend } from "../network/legend.js";
import { makeList } from "../network/list.js";
import { actorsOf, edgeBetween, makeGraph } from "../network/model.js";
import { nothingChosen, showNode, showPath, showTie } from "../network/panel.js";
import { findPath } from "../network/path.js";
import { summary } from "../network/summary.js";
import { still } from "../network/theme.js";
import { change } from "../place.js";

/** Show the network that an address tells of. */
export async function render(main, parameters, signal) {
  const view = new NetworkView(readState(parameters), signal);
  fill(main, view.element);
  await view.load();
  return () => view.end();
}

class NetworkView {
  constructor(state, signal) {
    Object.assign(this, { state, signal, graph: null, drawing: null, told: null, path: null, stop: () => {} });
    this.can = graphics();
    this.asked = new AbortController();
    this.read = new AbortController();
    this.list = makeList({ choose: (id) => this.chooseNode(id, { turn: true }) });
    this.title = h("h1", {}, titleOf(state));
    this.summary = h("p.summary", { role: "status" });
    this.trouble = h("div");
    this.stage = h("div.stage", { role: "img", "aria-label": "The network, drawn; the list has the same", "data-state": "empty" });
    this.progress = h("p.progress");
    this.panel = h("section.panel", { "aria-label": "What is chosen" }, nothingChosen());
    this.route = h("div");
    this.legend = h("div.legend");
    this.element = this.#skeleton();
  }

  /** Ask for what the state tells of, and show it. */
  async load() {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    this.stage.setAttribute("aria-busy", "true");
    try {
      this.path = await findPath(this.state, signal);
      const told = await get("/network", this.#asking(), signal);
      if (signal.aborted || this.signal.aborted) return;
      this.told = told;
      fill(this.trouble);
      this.#show();
    } catch (error) {
      if (error.name === "AbortError" || this.signal.aborted) return;
      if (!this.graph) throw error;
      fill(this.trouble, telling(error));
    } finally {
      this.stage.removeAttribute("aria-busy");
    }
  }

  /** Choose somebody: in the drawing, in the list and in the address. */
  chooseNode(id, { turn = false } = {}) {
    this.#choose({ node: id, tie: [] });
    if (turn) this.drawing?.turnTo(id);
  }

  /** Choose a tie. */
  chooseTie(edge) {
    const { source, target } = this.graph.getEdgeAttributes(edge);
    this.#choose({ node: null, tie: [source, target] });
    this.panel.scrollIntoView({ block: "nearest", behavior: still() ? "auto" : "smooth" });
  }

  end() {
    this.asked.abort();
    this.read.abort();
    this.stop();
    this.drawing?.kill();
  }

  #skeleton() {
    const zoom = (words, label, factor) =>
      h("button", { type: "button", "aria-label": label, onclick: () => this.drawing?.zoom(factor) }, words);
    return h(
      "article.network",
      {},
      h("div.heading", {}, this.title, networkExports(() => this)),
      makeFilters(this.state, (some) => this.#filter(some)),
      this.trouble,
      this.summary,
      h(
        "div.drawn",
        {},
        h("div", {}, h("div.frame", {}, this.stage, this.progress, h("div.zoom", {}, zoom("+", "Come nearer", 1.5), zoom("−", "Go farther", 1 / 1.5), zoom("⤢", "See all", null))), this.legend),
        h("aside.beside", {}, this.route, this.panel),
      ),
      this.list.element,
    );
  }

  #asking() {
    const { kind, since, until, place, weight, top, around, beyond, pin, tie, node } = this.state;
    const also = [...new Set([...pin, ...tie, ...(node ? [node] : []), ...(this.path?.ids ?? [])])];
    return { kind, since, until, place, weight, top, around, beyond, also };
  }

  #show() {
    const { told, state, path } = this;
    const known = new Map(this.graph?.mapNodes((id, { x, y }) => [id, { x, y }]) ?? []);
    const kept = new Set([...state.pin, ...state.tie, ...state.around, ...state.beyond, ...(path?.ids ?? []), state.node]);
    this.stop();
    const graph = makeGraph(told, { least: state.least, kept, path: path?.ids });
    const groups = markGroups(graph);
    start(graph, known);
    for (const id of state.pin) if (graph.hasNode(id)) graph.setNodeAttribute(id, "fixed", true);
    this.graph = graph;
    this.title.textContent = titleOf(state);
    fill(this.summary, summary(told, graph, state));
    fill(this.legend, makeLegend(graph, state, groups));
    this.list.show(actorsOf(graph), state);
    fill(this.route, path ? showPath(path, this.#acts()) : path === null && state.from && state.to ? noPath() : null);
    this.#draw(graph, known.size > 0);
    this.list.mark(state.node);
    this.#tellChosen();
  }

  #draw(graph, gently) {
    this.stage.dataset.state = "moving";
    this.drawing?.kill();
    this.drawing = null;
    this.stop = settle(graph, {
      still: still() || document.hidden,
      gently,
      told: (part) => {
        this.progress.textContent = this.drawing ? "" : `Finding everybody a place: ${Math.round(100 * part)} %`;
      },
      shown: () => {
        this.progress.textContent = this.can === "none" ? NO_DRAWING : "";
        if (this.can === "none") return;
        this.drawing = draw(this.stage, graph, this.#handlers());
        this.#mark();
      },
      done: () => {
        this.stage.dataset.state = "settled";
      },
    });
  }

  #handlers() {
    return {
      by: this.state.colour,
      slow: this.can === "slow",
      chooseNode: (id) => this.chooseNode(id),
      chooseTie: (edge) => this.chooseTie(edge),
      clear: () => this.#choose({ node: null, tie: [] }),
      moved: (id) => this.graph.setNodeAttribute(id, "fixed", true),
    };
  }

  #filter(some) {
    Object.assign(this.state, some);
    this.#remember();
    this.load();
  }

  #choose(some) {
    Object.assign(this.state, some);
    this.#remember();
    this.#mark();
    this.#tellChosen();
  }

  #mark() {
    const { node, tie } = this.state;
    const edge = tie.length ? edgeBetween(this.graph, ...tie) : null;
    this.drawing?.mark({ node, edge, path: this.path?.ids ?? [] });
    this.list.mark(node);
  }

  #tellChosen() {
    const { state, graph, panel } = this;
    this.read.abort();
    this.read = new AbortController();
    const edge = state.tie.length ? edgeBetween(graph, ...state.tie) : null;
    if (graph.hasNode(state.node)) {
      fill(panel, showNode(graph, state.node, state, this.#acts()));
      say(`${graph.getNodeAttribute(state.node, "label")} is chosen.`);
    } else if (edge) {
      showTie(panel, graph, edge, state, this.#acts(), this.read.signal).catch((error) => {
        if (error.name !== "AbortError") fill(panel, telling(error));
      });
    } else fill(panel, nothingChosen());
  }

  #acts() {
    const toggled = (list, id) => (list.includes(id) ? list.filter((one) => one !== id) : [...list, id]);
    return {
      chooseNode: (id) => this.chooseNode(id, { turn: true }),
      chooseTie: (edge) => this.chooseTie(edge),
      close: () => this.#choose({ node: null, tie: [] }),
      expand: (id) => this.#filter({ beyond: toggled(this.state.beyond, id) }),
      path: (end, id) => this.#filter({ [end]: this.state[end] === id ? null : id }),
      endPath: () => this.#filter({ from: null, to: null }),
      pin: (id) => {
        const pin = toggled(this.state.pin, id);
        this.graph.setNodeAttribute(id, "fixed", pin.includes(id));
        this.#choose({ pin });
      },
    };
  }

  #remember() {
    change(writeState(this.state), { again: false });
  }
}

const NO_DRAWING = "This browser has no WebGL 2 to draw with. The list has the same.";

const noPath = () => h("p.note", { role: "status" }, "No chain of meetings leads from the one to the other.");
