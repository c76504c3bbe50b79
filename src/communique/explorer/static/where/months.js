/** Months in a row: those between, and those that a period holds. */

const MANY = 150;

/**
 * Make the bars of a calendar.
 *
 * @param {{month: string, events: number}[]} months those with events; "2031" is known to the year
 * @returns {{bars: {key: string, events: number}[], unplaced: number, by: string}} every month from
 *   the first to the last, or every year where they are many; how many are known to the year alone
 *   and in no month
 */
export function barsOf(months) {
  const whole = months.filter(({ month }) => month.length === 7);
  const years = months.length ? months.map(({ month }) => Number(month.slice(0, 4))) : [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const rough = months.filter(({ month }) => month.length === 4).reduce((sum, one) => sum + one.events, 0);
  if (!months.length) return { bars: [], unplaced: 0, by: "month" };
  if (!whole.length || (last - first + 1) * 12 > MANY) {
    const found = new Map();
    for (const { month, events } of months) add(found, month.slice(0, 4), events);
    const keys = Array.from({ length: last - first + 1 }, (_, at) => pad(first + at, 4));
    return { bars: keys.map((key) => ({ key, events: found.get(key) ?? 0 })), unplaced: 0, by: "year" };
  }
  const found = new Map(whole.map(({ month, events }) => [month, events]));
  const keys = between(whole[0].month, whole[whole.length - 1].month);
  return { bars: keys.map((key) => ({ key, events: found.get(key) ?? 0 })), unplaced: rough, by: "month" };
}

/** Tell whether a month or year lies in a period, as exactly as the two are given. */
export function within(key, since, until) {
  const late = !since || key >= since.slice(0, key.length);
  return late && (!until || key <= until.slice(0, key.length));
}

/** List the months from one to another. */
export function between(first, last) {
  const found = [];
  for (let at = indexOf(first); at <= indexOf(last); at += 1) found.push(`${pad(Math.floor(at / 12), 4)}-${pad((at % 12) + 1, 2)}`);
  return found;
}

const indexOf = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const pad = (number, digits) => String(number).padStart(digits, "0");
const add = (map, key, number) => map.set(key, (map.get(key) ?? 0) + number);
