/** Where everybody stands: forces find it in steps, from a start that depends on the ids alone. */

/* global graphologyLibrary */

const BUDGET = 9;
const WARM = 120;
const PUSH_SLOW = 140;

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
 * Let the forces work until they have settled.
 *
 * @param {graphology.Graph} graph its nodes have a start; those with `fixed` stay
 * @param {{still: boolean, done: function(): void, gently: boolean}} options whether all is worked
 *   out before this returns, what is done at the end, and whether most stand well already
 * @returns {function(): void} stops it
 */
export function settle(graph, { still = false, gently = false, done = () => {} } = {}) {
  const work = graph.copy();
  const state = { left: stepsFor(work.order, gently), each: 1, shown: 0, frame: 0 };
  if (work.order < 2) state.left = 0;
  const settings = settingsFor(work.order);
  run(work, settings, state, still ? Infinity : WARM);
  push(work, graph);
  if (state.left === 0) {
    done();
    return () => {};
  }
  const frame = (now) => {
    run(work, settings, state, BUDGET);
    const slow = graph.size > 3000 && state.left > 0 && now - state.shown < PUSH_SLOW;
    if (!slow) {
      push(work, graph);
      state.shown = now;
    }
    if (state.left > 0) state.frame = requestAnimationFrame(frame);
    else done();
  };
  state.frame = requestAnimationFrame(frame);
  return () => cancelAnimationFrame(state.frame);
}

/** Make two numbers from 0 to 1 of a text, always the same. */
export function seeds(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  const other = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return [(hash >>> 0) / 2 ** 32, ((other ^ (other >>> 13)) >>> 0) / 2 ** 32];
}

const stepsFor = (order, gently) => Math.round((order > 800 ? 160 : 400) * (gently ? 0.4 : 1));

const settingsFor = (order) => ({
  barnesHutOptimize: order > 250,
  barnesHutTheta: 0.8,
  strongGravityMode: true,
  gravity: 0.06,
  scalingRatio: 12,
  slowDown: 1 + Math.log(Math.max(2, order)),
  edgeWeightInfluence: 0.6,
});

/** Work for some milliseconds; as many steps at once as fit, since each call has to copy all. */
function run(work, settings, state, budget) {
  const until = performance.now() + budget;
  while (state.left > 0) {
    const began = performance.now();
    const iterations = Math.min(state.left, state.each);
    graphologyLibrary.layoutForceAtlas2.assign(work, { iterations, settings, getEdgeWeight: weightOf });
    state.left -= iterations;
    const took = (performance.now() - began) / iterations;
    state.each = Math.max(1, Math.min(50, Math.floor(BUDGET / Math.max(0.05, took))));
    if (performance.now() + took > until) break;
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
