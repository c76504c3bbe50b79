/** What a profile asks about each kind of thing, all of it questions of the library. */

/**
 * For each label: the parameter by which questions take it; who held what (`tenures`); what was done
 * (`timeline`, whether it can be bounded in time); and tables, each a title and a question.
 */
export const MATTERS = {
  Person: {
    parameter: "person",
    tenures: { title: "Offices over time", question: "tenures-of", name: "office" },
    timeline: { title: "Engagements", question: "timeline", bounded: true },
    tables: [
      { title: "Met most often", question: "who-met-whom", leave: ["person"], count: 10 },
      { title: "Travelled and sat in with", question: "companions", leave: ["first", "accompanied"], count: 5 },
    ],
    cities: true,
    network: true,
  },
  Office: {
    parameter: "office",
    tenures: { title: "Holders over time", question: "succession", name: "person" },
    timeline: { title: "Done in the office", question: "office-timeline", bounded: true },
    tables: [],
  },
  Organization: {
    parameter: "organization",
    tenures: { title: "Its people over time", question: "people-of", name: "person" },
    timeline: { title: "Engagements", question: "organization-timeline", bounded: true },
    tables: [{ title: "Met most often", question: "organization-counterparts", count: 10 }],
    network: true,
  },
  Place: {
    parameter: "place",
    timeline: { title: "What happened there", question: "place-timeline", bounded: true },
    tables: [
      { title: "Came most often", question: "visitors", count: 10 },
      { title: "Visits by year", question: "visits-by-year", count: 10, leave: ["place"] },
    ],
    there: true,
  },
  Event: {
    parameter: "event",
    timeline: { title: "What happened, fact by fact", question: "event-story", bounded: false },
    tables: [{ title: "Who was there", question: "attendees", count: 20, leave: ["date"] }],
  },
};

const PARTIES = ["Person", "Organization"];

/** Releases are asked about by the name of a party. */
export const isParty = (label) => PARTIES.includes(label);

/** Tell which parameter of a question takes a thing of that label; null where none does. */
export function takes(question, label) {
  const types = [label.toLowerCase(), ...(isParty(label) ? ["party"] : [])];
  const required = question.parameters.filter((taken) => taken.required);
  const fits = (taken) => types.includes(taken.type);
  const found = required.find(fits) ?? question.parameters.find(fits);
  return found?.name ?? null;
}
