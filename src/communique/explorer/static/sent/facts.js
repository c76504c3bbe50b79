/** What happened: looked through by words, months and counterpart; each with its evidence. */

import { counted, fill, h, shown } from "../dom.js";
import { within } from "../where/months.js";

const PAGE = 30;

/**
 * Choose the facts that fit.
 *
 * @param {Object[]} facts
 * @param {Object} releases by id
 * @param {{text: string, since: ?string, until: ?string, who: ?string}} wanted
 */
export function choose(facts, releases, { text, since, until, who }) {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return facts.filter((fact) => {
    if (who && !fact.ends.some((end) => end.id === who)) return false;
    if ((since || until) && !(fact.date && !fact.date.startsWith("-") && lies(fact.date, since, until))) return false;
    return words.every((word) => wordsOf(fact, releases).includes(word));
  });
}

/** Make the list; `show` puts facts into it. */
export function makeFacts(releases) {
  const list = h("ol.events");
  const more = h("button", { type: "button" }, "Show more");
  const state = { facts: [], shown: 0 };
  const grow = () => {
    const next = state.facts.slice(state.shown, state.shown + PAGE);
    list.append(...next.map((fact) => factOf(fact, releases)));
    state.shown += next.length;
    more.hidden = state.shown >= state.facts.length;
  };
  more.addEventListener("click", grow);
  const show = (facts) => {
    Object.assign(state, { facts, shown: 0 });
    fill(list);
    grow();
  };
  return { element: h("div", {}, list, more), show };
}

const known = new WeakMap();

function wordsOf(fact, releases) {
  if (!known.has(fact)) {
    const told = fact.told.flatMap(({ release, sentence }) => [sentence, releases[release].title, releases[release].issuer]);
    const parts = [fact.date, fact.what, fact.who, fact.whom, fact.place, ...fact.ends.map((end) => end.name), ...told];
    known.set(fact, parts.filter(Boolean).join(" ").toLocaleLowerCase());
  }
  return known.get(fact);
}

function lies(date, since, until) {
  const cut = (bound) => bound && bound.slice(0, date.length);
  return within(date, cut(since), cut(until)) && within(date.slice(0, 7), since, until);
}

function factOf({ date, what, who, whom, place, told }, releases) {
  return h(
    "li.event",
    {},
    h("p.when", {}, h("strong", {}, date ?? "Day not known"), " ", who && [shown(who, 200), " "], h("em", {}, shown(what.replaceAll("-", " "), 200)), whom && [" ", shown(whom, 200)], place && [", ", shown(place, 100)]),
    told.slice(0, 4).map((one) => evidence(one, releases[one.release])),
    told.length > 4 && h("p.note", {}, `and ${counted(told.length - 4, "other sentence")}.`),
  );
}

/** Show a sentence with its release; an address is a link if it is one of the web's. */
function evidence({ sentence }, { title, date, issuer, address }) {
  const web = /^https?:\/\//i.test(address);
  const name = shown(title || address, 200);
  return h(
    "blockquote",
    {},
    h("p", {}, shown(sentence, 1600)),
    h("footer", {}, web ? h("a", { href: address, rel: "noreferrer noopener" }, name) : name, ` ${[date, issuer].filter(Boolean).join(", ")} `, web && h("span.address", {}, shown(address, 300))),
  );
}
