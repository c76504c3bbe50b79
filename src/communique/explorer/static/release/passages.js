/** A text cut into passages: what is marked in it, nested right, wherever marks begin and end. */

/**
 * Nest marks: of two that cross, the one that begins later is cut where the other ends.
 *
 * @param {{start: number, end: number}[]} marks in code points; any order
 * @param {number} length of the text, in code points
 * @returns {{start: number, end: number, mark: Object|null, last: boolean, inner: Object[]}} a
 *   tree, whose root is the text; `last` tells whether a passage is the last of its mark
 */
export function nest(marks, length) {
  const root = passage(null, 0, length, true);
  const waiting = marks
    .filter((mark) => mark.start >= 0 && mark.end <= length && mark.start < mark.end)
    .map((mark, order) => ({ ...passage(mark, mark.start, mark.end, true), order }))
    .sort(outermost);
  const open = [root];
  while (waiting.length) {
    const next = waiting.shift();
    while (open.at(-1).end <= next.start) open.pop();
    const outer = open.at(-1);
    if (next.end > outer.end) {
      insert(waiting, { ...next, ...passage(next.mark, outer.end, next.end, next.last) });
      next.end = outer.end;
      next.last = false;
    }
    outer.inner.push(next);
    open.push(next);
  }
  return root;
}

const passage = (mark, start, end, last) => ({ mark, start, end, last, inner: [] });

const outermost = (a, b) => a.start - b.start || b.end - a.end || a.order - b.order;

function insert(waiting, one) {
  const at = waiting.findIndex((other) => outermost(one, other) < 0);
  waiting.splice(at < 0 ? waiting.length : at, 0, one);
}

/**
 * Walk through a passage: what is between its inner passages, and these.
 *
 * @param {Object} outer
 * @param {function(number, number): *} plain makes something of what is in no inner passage
 * @param {function(Object): *} inner makes something of an inner passage
 */
export function walk(outer, plain, inner) {
  const made = [];
  let at = outer.start;
  for (const one of outer.inner) {
    if (one.start > at) made.push(plain(at, one.start));
    made.push(inner(one));
    at = one.end;
  }
  if (outer.end > at) made.push(plain(at, outer.end));
  return made;
}
