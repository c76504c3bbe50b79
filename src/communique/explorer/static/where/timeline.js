/** The timeline of when: a bar for each month; drag over some to choose them. */

import { count, fill, s } from "../dom.js";
import { barsOf, within } from "./months.js";

const FOOT = 22;
const HEAD = 16;

/**
 * Make a timeline.
 *
 * @param {function(?string, ?string): void} choose is given the first and the last month or year;
 *   nulls where those that are chosen already are chosen again
 * @returns {{element: SVGElement, show: function(Object[], Object): Object}} `show` gives how many
 *   events are in no bar: `unplaced` in no month, `outside` far before or after
 */
export function makeTimeline(choose) {
  const title = s("title");
  const bars = s("g.columns");
  const axis = s("g.axis", { "aria-hidden": "true" });
  const brush = s("rect.brush", { y: 0, height: 0, width: 0 });
  const element = s("svg.chronicle", { role: "img" }, title, brush, bars, axis);
  const state = { told: { bars: [] }, since: null, until: null, step: 1, width: 600, height: 150, from: null, to: null };

  const draw = () => {
    const { told, width, height } = state;
    const most = Math.max(1, ...told.bars.map((bar) => bar.events));
    const room = height - FOOT - HEAD;
    state.step = width / Math.max(1, told.bars.length);
    element.setAttribute("viewBox", `0 0 ${width} ${height}`);
    fill(bars, told.bars.map((bar, at) => barOf(bar, at, state, (bar.events / most) * room, height - FOOT)));
    fill(axis, axisOf(told.bars, state, most));
    const range = state.from === null ? null : [Math.min(state.from, state.to), Math.max(state.from, state.to)];
    brush.setAttribute("x", range ? range[0] * state.step : 0);
    brush.setAttribute("width", range ? (range[1] - range[0] + 1) * state.step : 0);
    brush.setAttribute("height", height - FOOT);
  };
  const at = (event) => {
    const { left } = element.getBoundingClientRect();
    return Math.max(0, Math.min(state.told.bars.length - 1, Math.floor((event.clientX - left) / state.step)));
  };
  element.addEventListener("pointerdown", (event) => {
    if (!state.told.bars.length) return;
    element.setPointerCapture(event.pointerId);
    state.from = state.to = at(event);
    draw();
  });
  element.addEventListener("pointermove", (event) => {
    if (state.from === null) return;
    state.to = at(event);
    draw();
  });
  element.addEventListener("pointerup", () => {
    if (state.from === null) return;
    const [first, last] = [Math.min(state.from, state.to), Math.max(state.from, state.to)].map((one) => state.told.bars[one].key);
    state.from = state.to = null;
    draw();
    const again = first === state.since && last === state.until;
    choose(again ? null : first, again ? null : last);
  });
  element.addEventListener("pointercancel", () => {
    state.from = state.to = null;
    draw();
  });
  new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = element;
    if (!width || (width === state.width && height === state.height)) return;
    Object.assign(state, { width, height });
    draw();
  }).observe(element);
  const show = (months, { since, until }) => {
    Object.assign(state, { told: barsOf(months), since, until });
    title.textContent = `Events by ${state.told.by}; drag over some to choose them; the table has the same`;
    draw();
    return state.told;
  };
  return { element, show };
}

function barOf({ key, events }, at, { step, since, until }, tall, foot) {
  const inside = within(key, since, until);
  return s(
    "rect",
    { class: inside ? "inside" : "outside", x: (at * step + step * 0.08).toFixed(2), width: (step * 0.84).toFixed(2), y: (foot - tall).toFixed(2), height: tall.toFixed(2) },
    s("title", {}, `${key}: ${count(events)}`),
  );
}

/** Write the years below, and how much the tallest bar is. */
function axisOf(bars, { step, width, height }, most) {
  const years = bars.map(({ key }, at) => ({ key, at })).filter(({ key }) => key.length === 4 || key.endsWith("-01"));
  const marks = years.length ? years : bars.slice(0, 1).map(({ key }, at) => ({ key, at }));
  const every = Math.max(1, Math.ceil((marks.length * 44) / width));
  const shown = marks.filter((mark, at) => at % every === 0 && (mark.at * step < width - 40 || bars.length * step < 80));
  return [
    s("line", { x1: 0, x2: width, y1: height - FOOT, y2: height - FOOT }),
    shown.map(({ key, at }) => s("text", { x: at * step + 2, y: height - 6 }, key.length === 7 && years.length ? key.slice(0, 4) : key)),
    shown.map(({ at }) => s("line", { x1: at * step, x2: at * step, y1: height - FOOT, y2: height - FOOT + 5 })),
    bars.length > 0 && s("text", { x: 2, y: 12 }, `most: ${count(most)}`),
  ];
}
