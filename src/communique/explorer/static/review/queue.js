/** The queue: doubts about who is who, most consequential first, then facts, the least sure first. */

import { get } from "../api.js";

export const DOUBTS = 100;
const FACTS = 50;

/** Tell what a doubt or a fact is told apart by. */
export const keyOf = (item) => (item.fact ? `fact ${item.fact}` : `pair ${item.a} ${item.b}`);

/** Fetch what is in doubt: facts are those less sure than a bound. */
export async function fetchQueue(below, signal) {
  const [{ doubts }, facts] = await Promise.all([
    get("/doubts", { count: DOUBTS }, signal),
    get("/questions/doubtful-facts", { below, count: FACTS, evidence: true }, signal),
  ]);
  return [...doubts, ...facts.rows];
}

/**
 * Keep the queue: what is shown first stays where it is while the rest changes behind it.
 *
 * @param {Object[]} items
 */
export function makeQueue(items) {
  let waiting = [...items];
  const settled = new Set();
  return {
    get first() {
      return waiting[0] ?? null;
    },
    get length() {
      return waiting.length;
    },
    ahead: (count) => waiting.slice(1, 1 + count),
    /** Take away what is shown; it does not come again unless it is put back. */
    settle(item) {
      settled.add(keyOf(item));
      waiting = waiting.filter((one) => keyOf(one) !== keyOf(item));
    },
    /** Put what is shown at the end. */
    skip(item) {
      waiting = [...waiting.filter((one) => keyOf(one) !== keyOf(item)), item];
    },
    /** Put something back, to be shown at once. */
    putBack(item) {
      settled.delete(keyOf(item));
      waiting = [item, ...waiting.filter((one) => keyOf(one) !== keyOf(item))];
    },
    /** Take over what is in doubt now; what is shown, if it still is, stays first. */
    renew(fresh) {
      const open = new Map(fresh.filter((one) => !settled.has(keyOf(one))).map((one) => [keyOf(one), one]));
      const kept = waiting.filter((one) => open.has(keyOf(one))).map((one) => open.get(keyOf(one)));
      const known = new Set(kept.map(keyOf));
      waiting = [...kept, ...[...open.values()].filter((one) => !known.has(keyOf(one)))];
    },
  };
}
