/** What the map and the times are saved as. */

import { get } from "../api.js";
import { s } from "../dom.js";
import { csvOf, exportMenu, jsonOf } from "../exports.js";
import { cypherOf } from "../network/exporting.js";
import { textOf } from "../network/picture.js";
import { questionOf } from "./happenings.js";
import { standalone } from "./standalone.js";

const MOST = 1000;

/**
 * Make the buttons.
 *
 * @param {function(): Object} current gives `state`, `spots`, `months`, `pictures` and `title`
 */
export function whereExports(current) {
  const ask = () => {
    const { name, parameters } = questionOf(current().state);
    return get(`/questions/${name}`, { ...parameters, count: MOST });
  };
  return exportMenu("where-and-when", {
    csv: async () => {
      const { columns, rows } = await ask();
      return csvOf(columns, rows);
    },
    json: async () => {
      const { state, spots, months } = current();
      return jsonOf({ ...state, spots, months, happened: (await ask()).rows });
    },
    svg: () => textOf(stacked(current())),
    cypher: async () => cypherOf(await ask()),
  });
}

/** Put the pictures below each other. */
function stacked({ pictures, title }) {
  let height = 0;
  const placed = pictures.map((picture) => {
    const { clientWidth: width, clientHeight: tall } = picture;
    const copy = standalone(picture, { x: 0, y: height, width, height: tall });
    height += tall + 12;
    return copy;
  });
  const width = Math.max(...pictures.map((picture) => picture.clientWidth));
  const fill = getComputedStyle(pictures[0]).backgroundColor;
  return s(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "sans-serif" },
    s("title", {}, title),
    s("rect", { width, height, fill }),
    placed,
  );
}
