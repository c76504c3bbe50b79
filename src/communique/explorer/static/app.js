/** The page: which view is shown, and what is said when it can't be. */

import { keepToken, mayDecide, Problem } from "./api.js";
import { fill, h, shown } from "./dom.js";
import { followLinks, go, placeOf } from "./place.js";
import { makeSearch } from "./search.js";

/** Each module gives `render(main, parameters, signal)`, which may give a function that ends it. */
const VIEWS = {
  home: () => import("./views/home.js"),
  thing: () => import("./views/thing.js"),
  network: () => import("./views/network.js"),
  where: () => import("./views/where.js"),
  questions: () => import("./views/questions.js"),
  release: () => import("./views/release.js"),
  review: () => import("./views/review.js"),
};

const main = document.getElementById("main");
let leave = null;
let going = new AbortController();

/** Say something to whoever can't see it change. */
export function say(text) {
  document.getElementById("said").textContent = text;
}

async function show() {
  going.abort();
  going = new AbortController();
  leave?.();
  leave = null;
  const { signal } = going;
  const parameters = new URLSearchParams(location.search);
  const name = Object.hasOwn(VIEWS, parameters.get("view") ?? "home") ? (parameters.get("view") ?? "home") : "home";
  mark(name);
  main.setAttribute("aria-busy", "true");
  try {
    const view = await VIEWS[name]();
    const ended = await view.render(main, parameters, signal);
    if (signal.aborted) ended?.();
    else leave = ended ?? null;
  } catch (error) {
    if (!signal.aborted) fill(main, telling(error));
  }
  if (!signal.aborted) main.removeAttribute("aria-busy");
}

/** Tell of a problem, and offer what may have been meant and to try again. */
export function telling(error) {
  const known = error instanceof Problem;
  if (!known) console.error(error);
  const title = known ? error.title : "This page failed";
  say(title);
  return h(
    "section.problem",
    { role: "alert" },
    h("h1", {}, title),
    h("p", {}, shown(known ? error.message : String(error), 1000)),
    known && error.hint && h("p", {}, shown(error.hint, 1000)),
    known && error.candidates.length > 0 && h("ul", {}, error.candidates.map((one) => h("li", {}, shown(one)))),
    h("p", {}, h("button", { type: "button", onclick: () => dispatchEvent(new Event("moved")) }, "Try again")),
  );
}

function mark(name) {
  for (const link of document.querySelectorAll("nav a")) {
    const here = new URL(link.href).searchParams.get("view") === name;
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

keepToken();
document.documentElement.classList.toggle("deciding", mayDecide());
followLinks();
fill(
  document.getElementById("search"),
  makeSearch({ choose: (found) => go(placeOf("thing", { id: found.id })) }),
);
addEventListener("moved", () => show().then(() => main.focus({ preventScroll: false })));
show();
