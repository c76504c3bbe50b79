/** Doubts for whoever may only read: what is open, and how to settle it. */

import { counted, fill, h, shown } from "../dom.js";
import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { toThing } from "../links.js";
import { makeDecisions } from "./decisions.js";
import { DOUBTS } from "./queue.js";
import { draw } from "./sides.js";

const COLUMNS = ["a", "a_name", "b", "b_name", "kind", "weight", "score", "reason"];

/** Show doubts and decisions without a way to decide. */
export async function reading(main, items, signal) {
  const doubts = items.filter((item) => !item.fact);
  const facts = items.filter((item) => item.fact);
  const decisions = makeDecisions();
  const files = { csv: () => csvOf(COLUMNS, doubts), json: () => jsonOf(doubts) };
  fill(
    main,
    h(
      "article.review",
      {},
      h("h1", {}, "Review"),
      h("p", {}, "This page was opened for reading. To settle doubts, start it with ",
        h("code", {}, "communique serve --review"), " and open the address that is printed then."),
      h("h2", {}, title(doubts.length)),
      h("ul.doubts", {}, doubts.map((doubt) => h("li", {}, pair(doubt)))),
      h("h2", {}, facts.length ? `${counted(facts.length, "fact")} that ${facts.length === 1 ? "is" : "are"} not sure` : "No fact is unsure"),
      h("ul.doubts", {}, facts.map((fact) => h("li", {}, draw(fact)))),
      doubts.length > 0 && exportMenu("doubts", files),
      decisions.element,
    ),
  );
  await decisions.load(signal);
}

function title(number) {
  if (!number) return "No doubt about who is who";
  return `${counted(number, "doubt")}${number < DOUBTS ? "" : " and more"} about who is who`;
}

function pair(doubt) {
  const details = h("details", {}, h("summary", {}, shown(doubt.reason, 300), ` · ${counted(doubt.weight, "mention")}`));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) details.append(draw(doubt));
  });
  return [h("p", {}, `${doubt.kind}: `, toThing(doubt.a, doubt.a_name), " and ", toThing(doubt.b, doubt.b_name)), details];
}
