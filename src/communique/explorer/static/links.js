/** Links to things and to the sentences that tell of them. */

import { h, shown } from "./dom.js";
import { placeOf } from "./place.js";

/** Link to a person, office, organization, place or event. */
export const toThing = (id, name) =>
  h("a", { href: placeOf("thing", { id }), "data-link": true }, shown(name));

/** Link to a release, and in it to a fact or a mention. */
export const toRelease = (id, at, words) =>
  h("a", { href: placeOf("release", { id, at }), "data-link": true }, words);

/** Show a sentence with the release that it is from. */
export function quotation(citation) {
  const about = [citation.issued, citation.issuer].filter(Boolean).join(", ");
  return h(
    "blockquote",
    {},
    h("p", {}, shown(citation.sentence, 1000)),
    h("footer", {}, toRelease(citation.release, citation.id, shown(citation.title || citation.release)), about && ` ${about}`),
  );
}
