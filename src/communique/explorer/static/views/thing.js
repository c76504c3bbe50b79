/** A person, office, organization, place or event: what is told of it, each with its sentence. */

import { get } from "../api.js";
import { ask, askAll, fetchQuestions } from "../answer.js";
import { fill, h, shown } from "../dom.js";
import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { toRelease } from "../links.js";
import { placeOf } from "../place.js";
import { citiesOf } from "../profile/cities.js";
import { headOf } from "../profile/head.js";
import { isParty, MATTERS, takes } from "../profile/matters.js";
import { tenureSvg, tenureTable } from "../profile/tenures.js";
import { stripSvg } from "../profile/strip.js";
import { makeTimeline } from "../profile/timeline.js";
import { makeRows, makeTable, wide } from "../rows.js";

/** Show the profile of `id`. */
export async function render(main, parameters, signal) {
  const id = parameters.get("id") ?? "";
  const thing = await get("/thing", { id }, signal);
  const matter = MATTERS[thing.label];
  const asked = { [matter.parameter]: id };
  document.title = `${thing.name.slice(0, 100)} · communique`;
  const chosen = Object.fromEntries(["since", "until", "what"].map((name) => [name, parameters.get(name) ?? ""]));
  const parts = [
    matter.tenures && tenures(thing, matter.tenures, asked, signal),
    timeline(thing, matter.timeline, asked, chosen, signal),
    ...matter.tables.map((table) => tableOf(table, asked, signal)),
    matter.cities && cities(id, signal),
    isParty(thing.label) && releases(id, signal),
    further(thing),
  ].filter(Boolean);
  if (signal.aborted) return;
  fill(main, h("article.thing", {}, headOf(thing, matter), h("div.matters", {}, parts)));
}

/** Make a section that fills itself, and says so if it can't. */
function section(title, kind, load) {
  const place = h("div", { "aria-busy": "true" }, h("p.note", {}, "…"));
  const element = h("section", { class: kind, "aria-label": title }, h("h2", {}, title), place);
  load(place)
    .then((made) => (made === null ? element.remove() : made && fill(place, made)))
    .catch((error) => error.name !== "AbortError" && fill(place, failure(error)))
    .finally(() => place.removeAttribute("aria-busy"));
  return element;
}

const failure = (error) => h("p.fault", { role: "alert" }, `${error.title ?? "This failed"}: ${error.message}`);

function tenures(thing, { title, question, name }, asked, signal) {
  return section(title, "long", async () => {
    const told = await askAll(question, asked, {}, signal);
    if (!told.rows.length) return null;
    const files = {
      csv: () => csvOf(told.columns, told.rows),
      json: () => jsonOf(told),
      svg: () => tenureSvg(told.rows, name),
      cypher: () => told.cypher,
    };
    return [wide(tenureTable(told.rows, told.columns, title), title), exportMenu(`${thing.name} ${title}`, files)];
  });
}

function timeline(thing, { title, question, bounded }, asked, chosen, signal) {
  return section(title, "long", async (place) => {
    const made = makeTimeline(question, asked, { bounded, chosen, signal });
    const all = (how) => askAll(question, made.asked(), how, signal);
    const fitting = (told) => told.rows.filter(made.fits);
    const files = {
      csv: async () => { const told = await all({ cites: false }); return csvOf(told.columns, fitting(told)); },
      json: async () => { const told = await all({}); return jsonOf({ ...told, rows: fitting(told) }); },
      svg: bounded && (() => picture(made.times())),
      cypher: async () => (await ask(question, made.asked(), { count: 1, cites: false }, signal)).cypher,
    };
    fill(place, made.element, exportMenu(`${thing.name} ${title}`, files));
    await made.load();
  });
}

function picture(times) {
  if (!times) throw new Error("There is too little to draw.");
  return stripSvg(times);
}

function tableOf({ title, question, leave = [], count }, asked, signal) {
  return section(title, "half", async (place) => {
    const first = await ask(question, asked, { count }, signal);
    if (!first.rows.length) return null;
    const columns = first.columns.filter((column) => !leave.includes(column));
    const { body, draw } = makeTable(columns, { caption: title, sample: first.rows[0] });
    const rows = makeRows(question, asked, { draw, into: body, count, signal, first });
    fill(place, wide(rows.element, title));
    await rows.load();
  });
}

const cities = (id, signal) => section("Cities", "short", () => citiesOf(id, signal));

function releases(party, signal) {
  return section("Releases that mention it", "short", async (place) => {
    const into = h("ul.releases");
    const draw = (rows) => rows.map((row) => h("li", {}, row.date && h("small", {}, row.date, " "),
      toRelease(row.release, null, shown(row.title ?? row.release))));
    const rows = makeRows("releases-about", { party }, { draw, into, count: 10, cites: false, signal });
    fill(place, rows.element);
    await rows.load();
  });
}

function further(thing) {
  return section("Ask more", "long ask", async () => {
    const questions = await fetchQuestions();
    const fitting = questions.map((one) => [one, takes(one, thing.label)]).filter(([, name]) => name !== null);
    return h("ul.plainly", {}, fitting.map(([one, name]) =>
      h("li", {}, h("a", { href: placeOf("questions", { question: one.name, [name]: thing.id }), "data-link": true }, one.text))));
  });
}
