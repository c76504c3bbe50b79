/** The map of where: outlines of the land, and a circle for each city that something happened in. */

import { count, fill, plain, s } from "../dom.js";
import { placeNames } from "./labels.js";
import { fit } from "./projection.js";

const FARTHEST = 40;
const MEASURE = document.createElement("canvas").getContext("2d");

/**
 * Make a map.
 *
 * @param {number[][][]} rings the land
 * @param {function(string): void} choose is given the id of a city
 * @returns {{element: SVGElement, show: function(Object[], ?string): void, zoom: function(?number): void}}
 */
export function makeMap(rings, choose) {
  return new WorldMap(rings, choose);
}

class WorldMap {
  constructor(rings, choose) {
    Object.assign(this, { rings, choose, spots: [], chosen: null, view: null, turn: { scale: 1, x: 0, y: 0 } });
    this.size = { width: 800, height: 400 };
    this.title = s("title");
    this.land = s("path.land");
    this.circles = s("g.circles");
    this.names = s("g.names", { "aria-hidden": "true" });
    this.element = s("svg.map", { role: "img" }, this.title, this.land, this.circles, this.names);
    new ResizeObserver(() => this.#resize()).observe(this.element);
    this.#listen();
  }

  /** Show cities, and which is chosen; the view stays where it is unless they are others. */
  show(spots, chosen) {
    this.spots = [...spots].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
    this.chosen = chosen;
    this.title.textContent = `Map of ${spots.length} cities with what happened in them; the table has the same`;
    if (!this.view && spots.length) this.#look(fit(spots));
    else if (!this.view) this.#look(fit([]), { keep: false });
    else this.#draw();
  }

  /** Come nearer to the middle, go farther, or, given null, see all. */
  zoom(factor) {
    if (factor === null) {
      this.turn = { scale: 1, x: 0, y: 0 };
      this.#look(fit(this.spots));
    } else this.#nearer(factor, this.size.width / 2, this.size.height / 2);
  }

  #look(view) {
    this.view = view;
    this.land.setAttribute("d", pathOf(this.rings, view));
    this.#draw();
  }

  #resize() {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!width || (width === this.size.width && height === this.size.height)) return;
    this.size = { width, height };
    if (this.view) this.#draw();
  }

  #draw() {
    const { width, height } = this.size;
    const [left, top, right, bottom] = this.view.bounds;
    const fitted = Math.min(width / (right - left), height / (bottom - top));
    const scale = fitted * this.turn.scale;
    const x = width / 2 - (scale * (left + right)) / 2 + this.turn.x;
    const y = height / 2 - (scale * (top + bottom)) / 2 + this.turn.y;
    this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.land.setAttribute("transform", `translate(${x} ${y}) scale(${scale})`);
    const most = Math.max(1, ...this.spots.map((spot) => spot.count));
    const placed = this.spots.map((spot) => {
      const [px, py] = this.view.project(spot.longitude, spot.latitude);
      return { ...spot, x: x + scale * px, y: y + scale * py, radius: radiusOf(spot.count, most), words: `${plain(spot.name, 30)} ${count(spot.count)}` };
    });
    fill(this.circles, placed.map((spot) => this.#circle(spot)));
    fill(this.names, this.#named(placed));
  }

  #circle({ id, x, y, radius, words }) {
    const chosen = id === this.chosen;
    return s("circle", { class: chosen ? "chosen" : null, cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1), "data-id": id }, s("title", {}, words));
  }

  #named(placed) {
    MEASURE.font = `13px ${getComputedStyle(this.element).fontFamily}`;
    const measure = (words) => MEASURE.measureText(words).width + 2;
    const first = [...placed].sort((a, b) => (b.id === this.chosen) - (a.id === this.chosen));
    const found = placeNames(first, { ...this.size, measure });
    return first.map((spot, at) => found[at] && s("text", { class: spot.id === this.chosen ? "chosen" : null, x: found[at].x.toFixed(1), y: found[at].y.toFixed(1) }, spot.words));
  }

  #nearer(factor, x, y) {
    const { width, height } = this.size;
    const scale = Math.max(0.7, Math.min(FARTHEST, this.turn.scale * factor));
    const by = scale / this.turn.scale;
    this.turn = {
      scale,
      x: x - width / 2 - by * (x - width / 2 - this.turn.x),
      y: y - height / 2 - by * (y - height / 2 - this.turn.y),
    };
    this.#draw();
  }

  #listen() {
    const { element } = this;
    let from = null;
    const at = (event) => {
      const { left, top } = element.getBoundingClientRect();
      return [event.clientX - left, event.clientY - top];
    };
    element.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.#nearer(event.deltaY < 0 ? 1.25 : 0.8, ...at(event));
    }, { passive: false });
    element.addEventListener("dblclick", (event) => this.#nearer(1.8, ...at(event)));
    element.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, y: event.clientY, turn: this.turn, id: event.target.dataset?.id, moved: false };
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", (event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(x, y) < 4) return;
      from.moved = true;
      this.turn = { ...from.turn, x: from.turn.x + x, y: from.turn.y + y };
      this.#draw();
    });
    const end = (event) => {
      if (from && !from.moved && from.id && event.type === "pointerup") this.choose(from.id);
      from = null;
    };
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
  }
}

/** A circle whose area is as the count; the least is large enough to be seen and hit. */
function radiusOf(number, most) {
  const largest = Math.min(22, 5 + 2.5 * Math.sqrt(most - 1));
  return Math.max(3.5, largest * Math.sqrt(number / most));
}

/** Draw the land, and again to the east and to the west of it. */
function pathOf(rings, { project }) {
  const step = ([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`;
  const ring = (points, turn) => `M${points.map(([x, y]) => step(project(x + turn, y))).join("L")}Z`;
  return [-360, 0, 360].flatMap((turn) => rings.map((points) => ring(points, turn))).join("");
}
