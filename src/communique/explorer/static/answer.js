/** Answers of the library: rows whose names are links, each with the sentences it rests on. */

import { get } from "./api.js";
import { count, counted, h, shown } from "./dom.js";
import { quotation, toRelease, toThing } from "./links.js";

const MOST = 1000;
const HIDDEN = ["fact", "ids"];

/**
 * Ask a question of the library.
 *
 * @param {string} name
 * @param {Object<string, *>} parameters
 * @param {{offset?: number, count?: number, cites?: boolean}} [part] which rows, and whether with
 *   their evidence
 * @param {AbortSignal} [signal]
 */
export const ask = (name, parameters, { offset = 0, count: most = 50, cites = true } = {}, signal) =>
  get(`/questions/${name}`, { ...parameters, offset, count: most, evidence: cites || null }, signal);

let library = null;

/** Fetch what questions there are, once. */
export async function fetchQuestions() {
  library ??= get("/questions").catch((error) => {
    library = null;
    throw error;
  });
  return (await library).questions;
}

/** Ask for every row there is. */
export async function askAll(name, parameters, { cites = true } = {}, signal) {
  let told = await ask(name, parameters, { count: MOST, cites }, signal);
  const rows = [...told.rows];
  while (told.total === null && told.rows.length) {
    told = await ask(name, parameters, { offset: rows.length, count: MOST, cites }, signal);
    rows.push(...told.rows);
  }
  return { ...told, rows };
}

/** The columns of an answer that a person reads. */
export const readable = (columns) => columns.filter((column) => !HIDDEN.includes(column));

/** Write the name of a column or of a deed in words. */
export const inWords = (text) => String(text ?? "").replace(/[-_]/g, " ");

/**
 * Show what stands in a cell: a name that its row tells of is a link to it.
 *
 * @param {string} column
 * @param {*} value
 * @param {{ends?: {id: string, name: string}[], known?: {id: string, name: string}[]}} row
 */
export function cellOf(column, value, row) {
  if (value === null || value === undefined || value.length === 0) return null;
  if (Array.isArray(value)) return separated(value.map((one) => linked(one, row)));
  if (typeof value === "number") return count(value);
  if (column === "event") return toThing(value, nameOf(value, row) ?? "the event");
  if (column === "release") return toRelease(value, null, shown(value));
  if (/^\d{4}(-\d\d){0,2}$/.test(value)) return h("time", { datetime: value }, value);
  return linked(value, row);
}

/** Show a name as a link to what it is of, where the row, or else the answer, tells just one so named. */
export function linked(name, row) {
  const [own, other] = [row.ends, row.known].map((ends) => (ends ?? []).filter((end) => end.name === name));
  const fitting = own.length ? own : other;
  return fitting.length === 1 ? toThing(fitting[0].id, name) : shown(name, 300);
}

/** Let each row know what all rows tell of. */
export function acquaint(rows) {
  const known = [...new Map(rows.flatMap((row) => row.ends ?? []).map((end) => [end.id, end])).values()];
  return rows.map((row) => ({ ...row, known }));
}

const nameOf = (id, row) => (row.ends ?? []).find((end) => end.id === id)?.name;

const separated = (nodes) => nodes.flatMap((node, index) => (index ? [", ", node] : [node]));

/** Make what shows the sentences of a row, once somebody looks. */
export function evidenceOf(row) {
  const told = row.evidence ?? [];
  if (!told.length) return h("small", {}, "no sentence");
  const element = h("details.evidence", {}, h("summary", {}, sentences(told)));
  element.addEventListener("toggle", () => {
    if (element.open && element.children.length === 1) element.append(...told.map(quotation));
  });
  return element;
}

/** Say how many sentences there are. */
export const sentences = (told) => counted(told.length, "sentence");
