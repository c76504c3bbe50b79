/** Days as releases tell them: to the day, the month or the year; some without a year. */

/** Tell at which point in time, in years, a day begins or ends; null where no year is told. */
export function yearOf(day, { end = false } = {}) {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(day ?? "");
  if (!found) return null;
  const [, year, month, date] = found.map(Number);
  const at = (y, m, d) => y + (Date.UTC(y, m, d) - Date.UTC(y, 0, 1)) / (Date.UTC(y + 1, 0, 1) - Date.UTC(y, 0, 1));
  if (!end) return at(year, (month || 1) - 1, date || 1);
  if (!month) return year + 1;
  return date ? at(year, month - 1, date + 1) : at(year, month, 1);
}

/** Write a span of days: one, both, or what is known of them. */
export function between(first, last) {
  if (!first && !last) return "on no day that is told";
  if (first === last || !first || !last) return first ?? last;
  return `${first} to ${last}`;
}

/** Find the whole years that hold all spans; null where none is told. */
export function yearsOf(spans) {
  const starts = spans.map(([first]) => yearOf(first)).filter((year) => year !== null);
  const ends = spans.map(([, last]) => yearOf(last, { end: true })).filter((year) => year !== null);
  if (!starts.length || !ends.length) return null;
  return [Math.floor(Math.min(...starts)), Math.ceil(Math.max(...ends))];
}
