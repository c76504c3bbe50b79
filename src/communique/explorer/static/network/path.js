/** The path between two people: the shortest chain of meetings. */

import { get } from "../api.js";

const FEW = 50;

/**
 * Find the path that a state asks for.
 *
 * @param {{from: ?string, to: ?string}} state ids of two people
 * @returns {Promise<?{ids: string[], chain: string[], meetings: number, more: number}>} null where
 *   none is asked for, or there is none
 */
export async function findPath({ from, to }, signal) {
  if (!from || !to || from === to) return null;
  const told = await get("/questions/connection", { person: from, to, count: FEW }, signal);
  if (!told.rows.length) return null;
  return { ...told.rows[0], more: told.rows.length - 1 };
}
