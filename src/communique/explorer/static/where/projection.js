/** From degrees to points: the whole world as Equal Earth, a part of it with degrees as long as they are. */

const WORLD = [-180, -56, 180, 78];
const WIDEST = 120;
const SMALLEST = 14;
const [A, B, C, D] = [1.340264, -0.081106, 0.000893, 0.003796];

/**
 * Choose the view that shows some points with room around them.
 *
 * @param {{longitude: number, latitude: number}[]} points
 * @returns {{project: function(number, number): number[], bounds: number[]}} what makes a point of
 *   the plane of degrees, and left, top, right and bottom of what is to be seen there; y grows down
 */
export function fit(points) {
  const xs = points.map((point) => point.longitude);
  const ys = points.map((point) => point.latitude);
  const wide = (Math.max(...xs) - Math.min(...xs)) * 1.3;
  if (!points.length || wide > WIDEST) return { project: equalEarth, bounds: boundsOf(equalEarth, WORLD) };
  const [south, north] = spread(Math.min(...ys), Math.max(...ys), SMALLEST);
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [west, east] = spread(Math.min(...xs), Math.max(...xs), SMALLEST / shrink);
  const project = (longitude, latitude) => [longitude * shrink, -latitude];
  return { project, bounds: boundsOf(project, [west, Math.max(-85, south), east, Math.min(85, north)]) };
}

/** Equal Earth, of Savric, Patterson and Jenny (2018): areas can be compared. */
export function equalEarth(longitude, latitude) {
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin((latitude * Math.PI) / 180));
  const t2 = theta ** 2;
  const t6 = theta ** 6;
  const below = 3 * (9 * D * t6 * t2 + 7 * C * t6 + 3 * B * t2 + A);
  const x = (2 * Math.sqrt(3) * ((longitude * Math.PI) / 180) * Math.cos(theta)) / below;
  return [x * 57, -theta * (D * t6 * t2 + C * t6 + B * t2 + A) * 57];
}

function boundsOf(project, [west, south, east, north]) {
  const widest = south < 0 && north > 0 ? 0 : (south + north) / 2;
  return [project(west, widest)[0], project(0, north)[1], project(east, widest)[0], project(0, south)[1]];
}

function spread(low, high, least) {
  const reach = Math.max((high - low) * 1.4, least) / 2;
  const middle = (low + high) / 2;
  return [middle - reach, middle + reach];
}
