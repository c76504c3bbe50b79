/** Months in a row: those between, and those that a period holds. */

const MANY = 150;
const FEW = 0.02;

/**
 * Make the bars of a calendar.
 *
 * @param {{month: string, events: number}[]} months those with events; "2031" is known to the year
 * @returns {{bars: {key: string, events: number}[], unplaced: number, outside: number, by: string}}
 *   every month from the first to the last, or every year where they are many; how many are known
 *   to the year alone and in no month; how many lie far before or after
 */
export function barsOf(months) {
  if (!months.length) return { bars: [], outside: 0, unplaced: 0, by: "month" };
  const { kept, outside } = trimmed(months);
  const told = tidy(kept);
  return { ...told, outside };
}

/** Leave out what lies years apart from all the rest, where that is little: it would hide the rest. */
function trimmed(months) {
  const total = months.reduce((sum, one) => sum + one.events, 0);
  let [first, last, outside] = [0, months.length - 1, 0];
  const wide = () => Number(months[last].month.slice(0, 4)) - Number(months[first].month.slice(0, 4)) + 1;
  while (wide() * 12 > MANY) {
    const [front, back] = [months[first].events, months[last].events];
    if (Math.min(front, back) + outside > total * FEW) break;
    outside += Math.min(front, back);
    if (front <= back) first += 1;
    else last -= 1;
  }
  return wide() * 12 > MANY ? { kept: months, outside: 0 } : { kept: months.slice(first, last + 1), outside };
}

function tidy(months) {
  const whole = months.filter(({ month }) => month.length === 7);
  const years = months.length ? months.map(({ month }) => Number(month.slice(0, 4))) : [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const rough = months.filter(({ month }) => month.length === 4).reduce((sum, one) => sum + one.events, 0);
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
