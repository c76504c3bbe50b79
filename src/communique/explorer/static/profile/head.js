/** The head of a profile: its names, what it is, and where to go on from it. */

import { count, counted, h, shown } from "../dom.js";
import { between } from "../days.js";
import { inWords } from "../answer.js";
import { toThing } from "../links.js";
import { placeOf } from "../place.js";

const FORMS_SHOWN = 12;
const SAID = { kind: "Kind", title: "Title", date: "On", end_date: "Until", status: "State", country: "Country code" };

/**
 * Make the head.
 *
 * @param {Object} thing what `/thing` tells
 * @param {{network?: boolean, cities?: boolean, there?: boolean}} matter where one can go on
 */
export function headOf(thing, matter) {
  return h(
    "header.profile",
    {},
    h("p.label", {}, h("span", { class: `dot is-${thing.label.toLowerCase()}`, "aria-hidden": "true" }), thing.label),
    h("h1", {}, shown(thing.name, 400)),
    forms(thing),
    facts(thing),
    waysOn(ways(thing, matter)),
  );
}

const waysOn = (links) => (links.some(Boolean) ? h("p.ways", {}, links) : null);

function forms({ name, names }) {
  const others = names.filter((one) => one !== name);
  if (!others.length) return null;
  const list = (some) => some.flatMap((one, index) => (index ? [" · ", shown(one)] : [shown(one)]));
  const rest = others.slice(FORMS_SHOWN);
  return h(
    "div.forms",
    {},
    h("p", {}, "Also called ", list(others.slice(0, FORMS_SHOWN))),
    rest.length > 0 && h("details", {}, h("summary", {}, `${count(rest.length)} more forms`), h("p", {}, list(rest))),
  );
}

function facts(thing) {
  const about = Object.entries(SAID).filter(([key]) => thing.about[key] !== undefined && thing.about[key] !== "");
  const seen = thing.mentions ? `${between(thing.first, thing.last)}` : null;
  return h(
    "dl.facts",
    {},
    about.map(([key, label]) => pair(label, shown(inDisplay(key, thing.about[key])))),
    thing.parts.length > 0 && pair(thing.label === "Event" ? "In" : "Of", thing.parts.map((part, index) => [index > 0 && ", ", toThing(part.id, part.name)])),
    pair("Mentioned", `${counted(thing.mentions, "time")}${seen ? `, in releases of ${seen}` : ""}`),
  );
}

const inDisplay = (key, value) => (key === "kind" || key === "status" ? inWords(value) : value);

const pair = (label, ...told) => h("div", {}, h("dt", {}, label), h("dd", {}, told));

function ways({ id, label }, { network, cities, there }) {
  const to = (view, parameters, words) => h("a.button", { href: placeOf(view, parameters), "data-link": true }, words);
  return [
    network && to("network", { around: id }, "The network around"),
    cities && to("where", { person: id }, "On the map"),
    there && to("where", { place: id }, "On the map"),
    label === "Place" && to("network", { place: id }, "Who met there"),
  ];
}
