/** The cities somebody was in, most often first, with what is told of each. */

import { get } from "../api.js";
import { ask, linked, inWords } from "../answer.js";
import { count, fill, h } from "../dom.js";
import { quotation, toThing } from "../links.js";
import { placeOf } from "../place.js";

const SHOWN = 12;
const LOOKED_THROUGH = 500;

/** Make a list of the cities of a person; null where none is told. */
export async function citiesOf(person, signal) {
  const { spots } = await get("/map", { person }, signal);
  if (!spots.length) return null;
  const told = once(() => ask("timeline", { person }, { count: LOOKED_THROUGH }, signal));
  const most = spots[0].count;
  const list = h("ul.bars");
  const draw = (some) => some.map((spot) => city(spot, most, told));
  list.append(...draw(spots.slice(0, SHOWN)));
  const rest = spots.slice(SHOWN);
  const more = rest.length > 0 && h("button.more", { type: "button" }, `${count(rest.length)} more`);
  if (more) {
    more.addEventListener("click", () => {
      list.append(...draw(rest));
      more.remove();
      list.children[SHOWN].querySelector("a").focus();
    });
  }
  return h("div", {}, list, more, h("p", {}, h("a", { href: placeOf("where", { person }), "data-link": true }, "On the map")));
}

function city(spot, most, told) {
  const details = h("details.evidence", {}, h("summary", {}, h("span.unseen", {}, `${spot.name}: `), `${count(spot.count)} there`));
  details.addEventListener("toggle", async () => {
    if (!details.open || details.children.length > 1) return;
    const place = h("div", {}, "…");
    details.append(place);
    try {
      fill(place, sentences((await told()).rows.filter((row) => row.place === spot.name)));
    } catch (error) {
      fill(place, error.message);
    }
  });
  const length = h("span.length", { "aria-hidden": "true", style: { width: `${(spot.count / most) * 100}%` } });
  return h("li", {}, h("div.bar", {}, toThing(spot.id, spot.name), length), details);
}

function sentences(rows) {
  if (!rows.length) return h("p.note", {}, "What is told of it does not name the place beside the deed; its own page has it.");
  return rows.map((row) => [
    h("p", {}, row.date ?? "", " ", inWords(row.what), " ", linked(row.whom, row)),
    row.evidence.map(quotation),
  ]);
}

function once(make) {
  let made = null;
  return () => (made ??= make().catch((error) => { made = null; throw error; }));
}
