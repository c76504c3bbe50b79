/** The text of a release, with what was read in it marked where it stands. */

import { h, visible } from "../dom.js";
import { placeOf } from "../place.js";
import { nest, walk } from "./passages.js";

/**
 * Make the text.
 *
 * @param {Object} release what `/release` tells
 * @param {function(string): void} seek what is done with the id of a fact whose number is chosen
 * @returns {HTMLElement} with `.fact` and `.mention` where they stand; their `data-ids` are a line each
 */
export function textOf(release, seek) {
  const points = [...release.text];
  const marks = [...headMark(release, points.length), ...factMarks(release), ...mentionMarks(release)];
  const cut = (start, end) => visible(points.slice(start, end).join("").replaceAll("\r", ""));

  const draw = (passage, around) => {
    const { mark } = passage;
    const inmost = mark?.mentions?.[0] ?? around;
    const plain = (start, end) => (inmost ? link(inmost, cut(start, end)) : cut(start, end));
    const made = walk(passage, plain, (inner) => draw(inner, inmost));
    if (mark?.facts) return fact(mark.facts, made, passage, seek);
    if (mark?.mentions) return mentioned(mark.mentions, made);
    return mark ? h("span.preface", {}, made) : made;
  };
  return h("div.text", { dir: "auto", lang: release.language }, draw(nest(marks, points.length), null));
}

/** What stands before the body is a mark, too. */
const headMark = ({ body }, length) => (body > 0 ? [{ start: 0, end: Math.min(body, length) }] : []);

/** Facts of the same words are one mark. */
function factMarks({ facts }) {
  return together(facts.map((fact, index) => [fact.start, fact.end, { ...fact, number: index + 1 }]), "facts");
}

/** Mentions of the same words are one mark; the first, which the words themselves name, is linked. */
function mentionMarks({ mentions }) {
  const placed = mentions.flatMap((mention) => pairs(mention.spans).map(([start, end]) => [start, end, mention]));
  return together(placed, "mentions");
}

const pairs = (spans) =>
  Array.from({ length: Math.floor(spans.length / 2) }, (_, index) => spans.slice(2 * index, 2 * index + 2));

function together(placed, what) {
  const marks = new Map();
  for (const [start, end, one] of placed) {
    const key = `${start}-${end}`;
    if (!marks.has(key)) marks.set(key, { start, end, [what]: [] });
    marks.get(key)[what].push(one);
  }
  return [...marks.values()];
}

function link(mention, words) {
  const title = `${mention.label}: ${visible(mention.name).slice(0, 200)}`;
  return h("a", { href: placeOf("thing", { id: mention.node }), "data-link": true, title }, words);
}

const idsOf = (some) => some.map((one) => one.id).join("\n");

const mentioned = (mentions, made) =>
  h("span.mention", { class: `is-${mentions[0].label.toLowerCase()}`, "data-ids": idsOf(mentions) }, made);

function fact(facts, made, passage, seek) {
  return h("span.fact", { "data-ids": idsOf(facts) }, made, passage.last && facts.map((one) => number(one, seek)));
}

function number({ id, number: told }, seek) {
  const label = `To fact ${told} in the list`;
  const listener = () => seek(id);
  return h("button.noted", { type: "button", "aria-label": label, title: label, "data-fact": id, onclick: listener }, told);
}
