/** Where a few stand: springs pull those who are tied, and everybody keeps away from everybody. */

const STEPS = 300;

/**
 * Find a place for each, from 0 to 1 across and down; the same for the same network.
 *
 * @param {string[]} ids the first stands in the middle to begin with
 * @param {{source: string, target: string, weight: number}[]} ties
 * @returns {Map<string, {x: number, y: number}>}
 */
export function arrange(ids, ties) {
  const at = new Map(ids.map((id, index) => [id, index]));
  const spots = ids.map((_, index) => begin(index, ids.length));
  const pairs = ties.map(({ source, target, weight }) => [at.get(source), at.get(target), Math.min(3, 1 + Math.log(weight))]);
  const ideal = 1 / Math.sqrt(Math.max(1, ids.length));
  for (let step = 0; step < STEPS; step += 1) move(spots, pairs, ideal, 0.12 * (1 - step / STEPS) ** 1.5 + 0.0005);
  return new Map(fitted(spots).map((spot, index) => [ids[index], spot]));
}

/** A sunflower: even, and by nothing but the order. */
function begin(index, count) {
  const [far, turn] = [0.5 * Math.sqrt(index / Math.max(1, count)), index * 2.399963];
  return { x: 0.5 + far * Math.cos(turn), y: 0.5 + far * Math.sin(turn) };
}

function move(spots, pairs, ideal, most) {
  const pushes = spots.map(({ x, y }) => ({ x: (0.5 - x) * 0.25 * ideal, y: (0.5 - y) * 0.25 * ideal }));
  const push = (one, other, force) => {
    const [x, y] = [spots[other].x - spots[one].x, spots[other].y - spots[one].y];
    const far = Math.max(0.001, Math.hypot(x, y));
    const by = force(far) / far;
    pushes[one].x += x * by;
    pushes[one].y += y * by;
    pushes[other].x -= x * by;
    pushes[other].y -= y * by;
  };
  for (let one = 0; one < spots.length; one += 1) {
    for (let other = one + 1; other < spots.length; other += 1) push(one, other, (far) => -(ideal * ideal) / far);
  }
  for (const [one, other, pull] of pairs) push(one, other, (far) => (pull * far * far) / ideal / 2);
  for (const [index, { x, y }] of pushes.entries()) {
    const far = Math.hypot(x, y) || 1;
    spots[index].x += (x / far) * Math.min(far, most);
    spots[index].y += (y / far) * Math.min(far, most);
  }
}

/** Stretch what was found over the whole. */
function fitted(spots) {
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const scale = (values) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return high - low < 1e-9 ? () => 0.5 : (value) => (value - low) / (high - low);
  };
  const [across, down] = [scale(xs), scale(ys)];
  return spots.map(({ x, y }) => ({ x: across(x), y: down(y) }));
}
