/** What the address of the network holds: read from it, and written to it. */

const ONE = { kind: "met-with", since: null, until: null, place: null, weight: "events", colour: "label", node: null, from: null, to: null };
const NUMBERS = { top: [300, 2000], least: [1, 1_000_000] };
const MANY = ["around", "beyond", "pin", "tie"];
const CHOICES = { kind: ["met-with", "co-attendance", "thanks"], weight: ["events", "days"], colour: ["label", "group"] };

/**
 * Read an address; what it has not, or has wrongly, is as if nothing had been said.
 *
 * @param {URLSearchParams} parameters
 */
export function readState(parameters) {
  const state = {};
  for (const [name, fallback] of Object.entries(ONE)) {
    const given = parameters.get(name);
    state[name] = given && (CHOICES[name] ?? [given]).includes(given) ? given : fallback;
  }
  for (const [name, [fallback, most]] of Object.entries(NUMBERS)) {
    const given = Number(parameters.get(name));
    state[name] = Number.isInteger(given) && given > 0 ? Math.min(given, most) : fallback;
  }
  for (const name of MANY) state[name] = [...new Set(parameters.getAll(name))];
  if (state.tie.length !== 2) state.tie = [];
  return state;
}

/** Give what of a state differs from what is so anyhow: null for the rest, to be taken away. */
export function writeState(state) {
  const told = {};
  for (const [name, fallback] of Object.entries(ONE)) told[name] = state[name] === fallback ? null : state[name];
  for (const [name, [fallback]] of Object.entries(NUMBERS)) told[name] = state[name] === fallback ? null : state[name];
  for (const name of MANY) told[name] = state[name].length ? state[name] : null;
  return told;
}
