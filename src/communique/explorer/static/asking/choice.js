/** The questions there are, by topic, and a field that finds some of them. */

import { counted, fill, h } from "../dom.js";
import { placeOf } from "../place.js";

/**
 * Make the list of questions.
 *
 * @param {Object[]} questions what `/questions` tells
 * @param {string|null} chosen the name of that which is asked
 */
export function makeChoice(questions, chosen) {
  const place = h("div");
  const told = h("p.note", { role: "status" });
  const field = h("input", { type: "search", "aria-label": "Find a question", placeholder: "Find a question", maxlength: 100 });
  const draw = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const found = questions.filter((one) => words.every((word) => textOf(one).includes(word)));
    fill(place, topicsOf(found).map(([topic, some]) => section(topic, some, chosen)));
    fill(told, words.length > 0 && counted(found.length, "question"));
  };
  field.addEventListener("input", draw);
  draw();
  return h("nav.questions", { "aria-label": "Questions" }, field, told, place);
}

const textOf = (question) => `${question.name} ${question.topic} ${question.text}`.toLowerCase();

function topicsOf(questions) {
  const topics = new Map();
  for (const one of questions) topics.set(one.topic, [...(topics.get(one.topic) ?? []), one]);
  return [...topics].sort();
}

const section = (topic, some, chosen) =>
  h("section", {}, h("h2", {}, topic), h("ul", {}, some.map((one) => h("li", {}, h("a", {
    href: placeOf("questions", { question: one.name }), "data-link": true,
    "aria-current": one.name === chosen ? "true" : null,
  }, one.text)))));
