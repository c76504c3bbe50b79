/** Names on the map: each where there is room, the larger first; where there is none it is left out. */

const LINE = 16;
const GAP = 4;

/**
 * Find places for names.
 *
 * @param {{x: number, y: number, radius: number, words: string}[]} spots the largest first
 * @param {{width: number, height: number, measure: function(string): number}} room
 * @returns {?{x: number, y: number}[]} for each spot where its name begins, or null
 */
export function placeNames(spots, { width, height, measure }) {
  const taken = spots.slice(0, 60).map(({ x, y, radius }) => box(x - radius, y - radius, 2 * radius, 2 * radius));
  return spots.map((spot, at) => {
    if (spot.x < 0 || spot.y < 0 || spot.x > width || spot.y > height) return null;
    const long = measure(spot.words);
    const found = ways(spot, long).find(
      (one) => one.left >= 0 && one.top >= 0 && one.right <= width && one.bottom <= height
        && !taken.some((other, owner) => owner !== at && overlap(one, other)),
    );
    if (!found) return null;
    taken.push(found);
    return { x: found.left, y: found.top + LINE - 4 };
  });
}

function ways({ x, y, radius }, long) {
  const [beyond, middle] = [radius + GAP, LINE / 2];
  return [
    box(x + beyond, y - middle, long, LINE),
    box(x - beyond - long, y - middle, long, LINE),
    box(x - long / 2, y - beyond - LINE, long, LINE),
    box(x - long / 2, y + beyond, long, LINE),
  ];
}

const box = (left, top, width, height) => ({ left, top, right: left + width, bottom: top + height });

const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
