/** Where everybody stands: forces find it in steps, from a start that depends on the ids alone. */

/* global graphologyLibrary */

const BUDGET = 10;
const WARM = 60;
const MANY = 500;
const USUAL = 25;
const REST = 4;

/**
 * Give everybody a place to start from.
 *
 * @param {graphology.Graph} graph
 * @param {Map<string, {x: number, y: number}>} known where some stood before; who is new comes
 *   beside somebody who is known and tied to them
 */
export function start(graph, known = new Map()) {
  const wide = 10 * Math.sqrt(graph.order);
  graph.updateEachNodeAttributes((id, data) => {
    const before = known.get(id);
    if (before) return { ...data, ...before };
    const [turn, far] = seeds(id);
    const beside = graph.findNeighbor(id, (other) => known.has(other));
    const { x, y } = beside ? known.get(beside) : { x: 0, y: 0 };
    const reach = (beside ? 0.15 : 1) * wide * Math.sqrt(far);
    return { ...data, x: x + reach * Math.cos(2 * Math.PI * turn), y: y + reach * Math.sin(2 * Math.PI * turn) };
  });
}

/**
 * Let the forces work until they have settled: some milliseconds of each frame. A few are seen on
 * their way; many would take longer to draw than to place, and are shown at the end.
 *
 * @param {graphology.Graph} graph its nodes have a start; those with `fixed` stay
 * @param {Object} options
 * @param {boolean} [options.still] whether all is worked out before this returns
 * @param {boolean} [options.gently] whether most stand well already
 * @param {function(): void} [options.shown] is called once there is something to see
 * @param {function(): void} [options.done] is called at the end
 * @param {function(number): void} [options.told] is given which part of the work is done, from 0 to 1
 * @returns {function(): void} stops it
 */
export function settle(graph, { still = false, gently = false, shown, done, told } = {}) {
  const work = graph.copy();
  const steps = work.order < 2 ? 0 : stepsFor(work.order, gently);
  const state = { left: steps, each: eachFor(work.order), drawn: 0, due: 0, frame: 0 };
  const settings = settingsFor(work.order);
  const hidden = work.order > MANY && !still;
  if (!hidden) run(work, settings, state, still ? Infinity : WARM);
  if (!hidden || state.left === 0) {
    push(work, graph);
    shown?.();
  }
  const end = () => {
    push(work, graph);
    if (hidden) shown?.();
    done?.();
  };
  const frame = (now) => {
    const slow = state.drawn ? Math.max(0, now - state.drawn - USUAL) : 0;
    if (state.drawn) Object.assign(state, { due: now + REST * slow, drawn: 0 });
    run(work, settings, state, BUDGET);
    if (state.left === 0) return end();
    if (!hidden && now >= state.due) {
      push(work, graph);
      state.drawn = now;
    }
    told?.(1 - state.left / steps);
    state.frame = requestAnimationFrame(frame);
  };
  if (state.left === 0) done?.();
  else state.frame = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(state.frame);
}

/** Make two numbers from 0 to 1 of a text, always the same. */
export function seeds(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  const other = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return [(hash >>> 0) / 2 ** 32, ((other ^ (other >>> 13)) >>> 0) / 2 ** 32];
}

const stepsFor = (order, gently) => Math.round((order > 800 ? 150 : 300) * (gently ? 0.4 : 1));

const settingsFor = (order) => ({
  barnesHutOptimize: order > 600,
  barnesHutTheta: 0.8,
  strongGravityMode: true,
  gravity: 0.06,
  scalingRatio: 12,
  slowDown: 1 + Math.log(Math.max(2, order)),
  edgeWeightInfluence: 0.6,
});

/** So many steps are taken at once: of equal networks the same, or they would settle otherwise. */
const eachFor = (order) => (order > 1000 ? 2 : 5);

/** Work for some milliseconds. */
function run(work, settings, state, budget) {
  const until = performance.now() + budget;
  while (state.left > 0) {
    const iterations = Math.min(state.left, state.each);
    graphologyLibrary.layoutForceAtlas2.assign(work, { iterations, settings, getEdgeWeight: weightOf });
    state.left -= iterations;
    if (performance.now() >= until) break;
  }
}

/** What a tie weighs in the layout: one that only a path needs weighs something too. */
export const weightOf = (_, data) => Math.max(1, data.weight);

function push(work, graph) {
  graph.updateEachNodeAttributes(
    (id, data) => {
      if (!work.hasNode(id) || data.fixed) return data;
      const { x, y } = work.getNodeAttributes(id);
      return { ...data, x, y };
    },
    { attributes: ["x", "y"] },
  );
}
