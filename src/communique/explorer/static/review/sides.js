/** What is in doubt, drawn: both sides' evidence beside each other, or a fact with its sentence. */

import { get } from "../api.js";
import { ask, inWords, linked } from "../answer.js";
import { between } from "../days.js";
import { counted, fill, h, shown, visible } from "../dom.js";
import { quotation, toRelease, toThing } from "../links.js";
import { MATTERS } from "../profile/matters.js";
import { keyOf } from "./queue.js";

const SENTENCES = 4;
const KEPT = 40;
const told = new Map();

/** Fetch what is told of an item before it is shown. */
export function prefetch(item) {
  if (item && !item.fact) for (const id of [item.a, item.b]) about(id, item.kind);
}

/** Forget what was fetched: a decision can change it. */
export const forget = () => told.clear();

/** Draw an item. */
export function draw(item) {
  return item.fact ? drawFact(item) : drawPair(item);
}

/** Say in a line what is in doubt. */
export const titleOf = (item) =>
  visible(
    item.fact
      ? `Is it right that ${item.subject} ${inWords(item.predicate)} ${item.object}?`
      : `One ${item.kind.toLowerCase()} or two: ${item.a_name} and ${item.b_name}?`,
  );

function drawPair(item) {
  const percent = Math.round(item.score * 100);
  return h(
    "div.pair",
    { "data-key": keyOf(item) },
    h("h2", {}, "One ", item.kind.toLowerCase(), " or two?"),
    h("p.note", {}, shown(item.reason, 500), ` · ${percent} of 100 speaks for one · `, `${counted(item.weight, "mention")} hang on it`),
    h("div.both", {}, side(item, "a", "The one"), side(item, "b", "The other")),
  );
}

function side(item, which, label) {
  const id = item[which];
  const place = h("div.told", {}, h("p.note", {}, "…"));
  about(id, item.kind)
    .then((found) => fill(place, found()))
    .catch((error) => fill(place, h("p.fault", {}, error.message)));
  return h(
    "section.side",
    { "aria-label": label },
    h("p.note", {}, label),
    h("h3", {}, toThing(id, item[`${which}_name`])),
    h("ul", {}, item[`${which}_evidence`].map((line) => h("li", {}, evidence(line)))),
    place,
  );
}

/** A line of evidence ends in the release that it is from. */
function evidence(line) {
  const found = /^(.*), (\S+)$/su.exec(line);
  return found ? [shown(found[1], 400), ", ", toRelease(found[2], null, shown(found[2], 80))] : shown(line, 400);
}

/** Fetch names and sentences of a thing, once; gives what draws them. */
function about(id, kind) {
  if (!told.has(id)) {
    if (told.size >= KEPT) told.delete(told.keys().next().value);
    const { parameter, timeline } = MATTERS[kind];
    const asked = Promise.all([get("/thing", { id }), ask(timeline.question, { [parameter]: id }, { count: SENTENCES })]);
    told.set(id, asked.then(([thing, answer]) => () => portrait(thing, answer)));
    asked.catch(() => told.delete(id));
  }
  return told.get(id);
}

function portrait(thing, { rows }) {
  const others = thing.names.filter((name) => name !== thing.name);
  const quotes = new Map(rows.flatMap((row) => row.evidence).map((one) => [`${one.release} ${one.start}`, one]));
  return [
    others.length > 0 && h("p.note", {}, "Also ", shown(others.join(" · "), 400)),
    h("p.note", {}, `${counted(thing.mentions, "mention")}, ${between(thing.first, thing.last)}`),
    [...quotes.values()].slice(0, SENTENCES).map(quotation),
  ];
}

function drawFact(item) {
  return h(
    "div.pair",
    { "data-key": keyOf(item) },
    h("h2", {}, "Does the release say so?"),
    h("p.claim", {}, linked(item.subject, item), ` ${inWords(item.predicate)} `, linked(item.object, item),
      item.date && ` on ${item.date}`, item.status !== "occurred" && ` (${item.status})`),
    h("p.note", {}, `confidence ${item.confidence}`, item.inferred && [" · inferred: ", shown(item.inferred, 300)]),
    item.evidence.map(quotation),
  );
}
