/** A strip of time: how much was done in each month, or each year of a long time. */

import { count, h, s } from "../dom.js";

const HEIGHT = 48;
const MOST_MONTHS = 240;

/** Count by month; by year where the months would be too many. */
export function countTimes(rows) {
  const days = rows.map((row) => row.date).filter((day) => /^\d{4}-\d\d/.test(day ?? ""));
  if (days.length < 2) return null;
  const [first, last] = [days.reduce(least), days.reduce(most)].map(numberOf);
  const byYear = last - first >= MOST_MONTHS;
  const place = (day) => (byYear ? Math.floor(numberOf(day) / 12) - Math.floor(first / 12) : numberOf(day) - first);
  const counts = new Array(place(textOf(last)) + 1).fill(0);
  for (const day of days) counts[place(day)] += 1;
  return counts.map((number, index) => ({ number, time: byYear ? String(Math.floor(first / 12) + index) : textOf(first + index) }));
}

const least = (a, b) => (a < b ? a : b);
const most = (a, b) => (a > b ? a : b);
const numberOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const textOf = (number) => `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/**
 * Draw the strip; a bar that is clicked bounds the time. The fields beside it do the same by key.
 *
 * @param {{number: number, time: string}[]} times
 * @param {function(string): void} choose
 */
export function stripOf(times, choose) {
  const strip = s("svg", { viewBox: `0 0 ${times.length} ${HEIGHT}`, preserveAspectRatio: "none" }, bars(times));
  strip.addEventListener("click", (event) => {
    const bar = event.target.closest("[data-time]");
    if (bar) choose(bar.dataset.time);
  });
  const ends = h("div.ends", {}, h("span", {}, times[0].time), h("span", {}, times.at(-1).time));
  return h("div.strip", { "aria-hidden": "true" }, strip, ends);
}

function bars(times) {
  const tallest = Math.max(...times.map(({ number }) => number));
  return times.map(({ number, time }, index) => {
    const height = (number / tallest) * HEIGHT;
    return s("g", { "data-time": time }, s("title", {}, `${time}: ${count(number)}`),
      s("rect.room", { x: index, y: 0, width: 1, height: HEIGHT }),
      number > 0 && s("rect.length", { x: index + 0.1, y: HEIGHT - height, width: 0.8, height }));
  });
}

/** Draw the same as a picture of its own. */
export function stripSvg(times) {
  const width = 900;
  const scale = (width - 20) / times.length;
  const tallest = Math.max(...times.map(({ number }) => number));
  const picture = s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} 160`, width, height: 160, "font-family": "sans-serif", "font-size": 12 },
    s("rect", { width, height: 160, fill: "#ffffff" }),
    times.map(({ number, time }, index) => {
      const height = (number / tallest) * 120;
      return number > 0 && s("rect", { x: 10 + index * scale, y: 130 - height, width: scale * 0.8, height, fill: "#0b5a8a" },
        s("title", {}, `${time}: ${count(number)}`));
    }),
    s("text", { x: 10, y: 150 }, times[0].time),
    s("text", { x: width - 10, y: 150, "text-anchor": "end" }, times.at(-1).time),
  );
  return new XMLSerializer().serializeToString(picture);
}
