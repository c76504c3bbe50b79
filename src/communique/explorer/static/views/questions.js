/** The questions of the library: asked by a form, answered in a table, each row with its sentences. */

import { ask, askAll, fetchQuestions } from "../answer.js";
import { say, telling } from "../app.js";
import { makeChoice } from "../asking/choice.js";
import { makeForm } from "../asking/form.js";
import { counted, fill, h, shown } from "../dom.js";
import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { go, placeOf } from "../place.js";
import { makeRows, makeTable, wide } from "../rows.js";

const AT_ONCE = 50;

/** Show the questions, the form of `question`, and its answer where its parameters are given. */
export async function render(main, parameters, signal) {
  const questions = await fetchQuestions();
  const question = questions.find((one) => one.name === parameters.get("question"));
  document.title = `${question?.text ?? "Questions"} · communique`;
  const choice = makeChoice(questions, question?.name);
  if (!question) {
    const unknown = parameters.get("question");
    fill(main, h("article.library", {}, h("h1", {}, "Questions"),
      unknown && h("p.fault", { role: "alert" }, "There is no question ", shown(unknown), "."),
      h("p", {}, "Each is asked with names and dates, and each row of an answer shows the sentences it rests on."), choice));
    return;
  }
  const answer = h("section.answered", { "aria-label": "Answer" });
  const submit = (given) => go(placeOf("questions", { question: question.name, ...given, asked: "yes" }));
  const form = makeForm(question, parameters, { submit, signal });
  fill(main, h("article.question", {},
    h("div", {}, h("p.label", {}, question.topic), h("h1", {}, question.text), form, answer),
    h("details.others", {}, h("summary", {}, "Other questions"), choice)));
  const given = Object.fromEntries(question.parameters.map(({ name }) => [name, parameters.get(name)]));
  if (parameters.has("asked") || isWhole(question, given)) await show(answer, question, given, signal);
}

/** Tell whether a question can be asked with what is given: all it needs, or at least something. */
function isWhole(question, given) {
  const needed = question.parameters.filter((taken) => taken.required);
  return needed.every(({ name }) => given[name]) && Object.values(given).some(Boolean);
}

async function show(place, question, given, signal) {
  fill(place, h("p.note", { role: "status" }, "Asking …"));
  place.setAttribute("aria-busy", "true");
  try {
    const { cites } = question;
    const first = await ask(question.name, given, { count: AT_ONCE, cites }, signal);
    const helps = Object.fromEntries(question.columns.map((column) => [column.name, column.help]));
    const { body, draw } = makeTable(first.columns, { caption: question.text, cites, helps, sample: first.rows[0] });
    const rows = makeRows(question.name, given, { draw, into: body, count: AT_ONCE, cites, signal, first, empty: "Nothing is told that answers it." });
    fill(
      place,
      h("h2", {}, howMany(first)),
      first.notes.map((note) => h("p.note", {}, shown(note, 500))),
      wide(rows.element, question.text),
      exportMenu(question.name, files(question, given, first, signal)),
      cypher(first),
    );
    await rows.load();
    say(howMany(first));
  } catch (error) {
    if (error.name !== "AbortError") fill(place, telling(error));
  } finally {
    place.removeAttribute("aria-busy");
  }
}

const howMany = (told) => (told.total === null ? `The first ${AT_ONCE} rows` : counted(told.total, "row"));

function files(question, given, first, signal) {
  const all = (cites) => askAll(question.name, given, { cites: cites && question.cites }, signal);
  return {
    csv: async () => { const told = await all(false); return csvOf(told.columns, told.rows); },
    json: async () => jsonOf(await all(true)),
    cypher: () => `${first.cypher}\n`,
  };
}

/** Show the Cypher that made an answer, with its parameters, to take elsewhere. */
function cypher({ cypher: statement, parameters }) {
  const text = `${Object.entries(parameters).map(([name, value]) => `:param ${name} => ${JSON.stringify(value)}\n`).join("")}${statement}`;
  const told = h("span.told", { role: "status" });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      told.textContent = "Copied.";
    } catch {
      told.textContent = "It can't be copied from here; select it instead.";
    }
  };
  return h("details.cypher", {}, h("summary", {}, "The Cypher that made it"),
    h("pre", { tabindex: 0, "aria-label": "Cypher" }, h("code", {}, text)),
    h("button", { type: "button", onclick: copy }, "Copy"), told);
}
