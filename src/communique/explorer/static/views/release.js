/** A release as it was published: what was read in it marked in place, and listed beside it. */

import { get } from "../api.js";
import { say } from "../app.js";
import { counted, fill, h, shown, visible } from "../dom.js";
import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { change } from "../place.js";
import { factsOf, mentionsOf } from "../release/facts.js";
import { textOf } from "../release/text.js";

const COLUMNS = ["predicate", "subject_name", "object_name", "status", "date", "place", "quote", "rule", "confidence", "id"];

/** Show the release `id`, at the fact or mention `at`. */
export async function render(main, parameters, signal) {
  const release = await get("/release", { id: parameters.get("id") ?? "" }, signal);
  const title = release.title || release.id;
  document.title = `${visible(title).slice(0, 100)} · communique`;
  const text = textOf(release, (id) => toList(main, id));
  const toText = (id) => seek(main, id);
  fill(
    main,
    h(
      "article.release",
      {},
      head(release, title),
      h("div.sides", {},
        h("section.sheet", { "aria-label": "The text, as published" }, text),
        h("aside", { "aria-label": "What was read in it" },
          h("h2", {}, counted(release.facts.length, "fact")), factsOf(release, toText),
          h("h2", {}, "Mentioned"), mentionsOf(release, toText))),
    ),
  );
  const at = parameters.get("at");
  if (at) requestAnimationFrame(() => signal.aborted || mark(main, at));
}

function head(release, title) {
  const about = [release.date, release.issuer, release.language && `language ${release.language}`, release.reader && `read by ${release.reader}`];
  const files = {
    csv: () => csvOf(COLUMNS, release.facts),
    json: () => jsonOf(release),
  };
  return h(
    "header.profile",
    {},
    h("p.label", {}, "Release"),
    h("h1", {}, shown(title, 400)),
    h("p", {}, shown(about.filter(Boolean).join(" · "), 400)),
    original(release.url),
    exportMenu(title, files),
  );
}

/** Link to where it was published, if that is an address that a browser can show safely. */
export function original(url) {
  if (!/^https?:\/\//i.test(url ?? "")) return url ? h("p.note", {}, "From ", shown(url, 300)) : null;
  return h("p", {}, h("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, "As published, on the site it is from"));
}

/** Go to the words of a fact or mention, and keep that in the address. */
function seek(main, id) {
  change({ at: id }, { again: false });
  mark(main, id);
}

function mark(main, id) {
  for (const element of main.querySelectorAll(".at")) element.classList.remove("at");
  const words = [...main.querySelectorAll("[data-ids]")].filter((one) => one.dataset.ids.split("\n").includes(id));
  const listed = [...main.querySelectorAll("[data-id]")].find((one) => one.dataset.id === id);
  for (const element of [...words, listed].filter(Boolean)) element.classList.add("at");
  if (!words.length) return say("What was looked for is not in the text.");
  words[0].scrollIntoView({ block: "center" });
  words[0].tabIndex = -1;
  words[0].focus({ preventScroll: true });
  return say("The words are marked.");
}

/** Go from words to the fact in the list. */
function toList(main, id) {
  change({ at: id }, { again: false });
  mark(main, id);
  const listed = [...main.querySelectorAll("ol.facts [data-id]")].find((one) => one.dataset.id === id);
  listed?.scrollIntoView({ block: "nearest" });
  listed?.querySelector("a.words")?.focus({ preventScroll: true });
}
