/** What was read in a release, beside its text: facts, and what it mentions. */

import { inWords } from "../answer.js";
import { counted, h, shown } from "../dom.js";
import { toThing } from "../links.js";
import { placeOf } from "../place.js";

const LABELS = { Person: "People", Office: "Offices", Organization: "Organizations", Place: "Places", Event: "Events" };

/**
 * List the facts; the number of each leads to its words.
 *
 * @param {Object} release
 * @param {function(string): void} seek
 */
export function factsOf(release, seek) {
  if (!release.facts.length) return h("p.note", {}, "No fact was read in it.");
  return h("ol.facts", {}, release.facts.map((fact, index) => item(release, fact, index + 1, seek)));
}

function item(release, fact, number, seek) {
  const told = [fact.status !== "occurred" && fact.status, fact.date, fact.place].filter(Boolean).join(" · ");
  const read = `${fact.rule}, confidence ${fact.confidence}`;
  return h(
    "li",
    { "data-id": fact.id },
    toWords(release, fact.id, `Fact ${number}: to its words`, seek, h("span.noted", {}, number)),
    h(
      "div",
      {},
      h("p", {}, toThing(fact.subject, fact.subject_name), ` ${inWords(fact.predicate)} `, toThing(fact.object, fact.object_name)),
      h("p.note", {}, told && shown(told), told && " · ", h("span", { title: read }, `confidence ${fact.confidence}`),
        fact.event && [" · ", toThing(fact.event, "the event")]),
    ),
  );
}

/** List what is mentioned, by kind; how often leads to the words. */
export function mentionsOf(release, seek) {
  return Object.entries(LABELS).map(([label, title]) => {
    const some = release.mentions.filter((mention) => mention.label === label);
    return some.length > 0 && h("section", {}, h("h3", {}, title), h("ul.mentions", {}, some.map((mention) => h(
      "li",
      { "data-id": mention.id },
      h("span", { class: `dot is-${label.toLowerCase()}`, "aria-hidden": "true" }),
      toThing(mention.node, mention.name),
      mention.form !== mention.name && h("small", {}, " as ", shown(mention.form)),
      mention.inferred && h("small", {}, " inferred: ", shown(mention.inferred)),
      " ",
      mention.spans.length > 0 && toWords(release, mention.id, null, seek, counted(mention.spans.length / 2, "time")),
    ))));
  });
}

function toWords(release, at, label, seek, ...words) {
  const link = h("a.words", { href: placeOf("release", { id: release.id, at }), "aria-label": label, title: label }, words);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    seek(at);
  });
  return link;
}
