/** The words for ties of each kind. */

import { counted } from "../dom.js";

/** What ties there are, as a person calls them, and what one of them is. */
export const KINDS = {
  "met-with": { title: "Who met whom", one: "meeting", many: "meetings", had: "a meeting" },
  "co-attendance": { title: "Who was at the same events", one: "event", many: "events", had: "an event" },
  thanks: { title: "Who thanked whom", one: "thanks", many: "thanks", had: "thanks" },
};

/** What the node of each label is called. */
export const LABELS = { Person: "people", Organization: "organizations", Place: "places" };

/** Tell what a tie counts: "3 meetings", "2 days". */
export function weighed(number, kind, weight) {
  if (weight === "days") return counted(number, "day");
  return counted(number, KINDS[kind].one, KINDS[kind].many);
}

/** Tell from when to when: "2031-03-04 to 2032-02-17". */
export function spanned({ first, last }) {
  if (!first) return "day not known";
  return first === last ? first : `${first} to ${last}`;
}
