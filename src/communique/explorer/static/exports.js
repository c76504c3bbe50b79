/** Taking away what is shown: as a file of each form, or as the Cypher that made it. */

import { h } from "./dom.js";

const FORMS = {
  csv: { label: "CSV", media: "text/csv;charset=utf-8", ending: "csv" },
  json: { label: "JSON", media: "application/json", ending: "json" },
  svg: { label: "SVG", media: "image/svg+xml", ending: "svg" },
  cypher: { label: "Cypher", media: "text/plain;charset=utf-8", ending: "cypher" },
};

/**
 * Make buttons that save what is shown.
 *
 * @param {string} name what the file is called, without its ending
 * @param {Object<string, function(): (string|Promise<string>)>} made for `csv`, `json`, `svg` and
 *   `cypher` what makes the text; forms that are missing are left out
 * @returns {HTMLElement}
 */
export function exportMenu(name, made) {
  const told = h("span.told", { role: "status" });
  const forms = Object.keys(FORMS).filter((form) => made[form]);
  return h(
    "div.exports",
    { role: "group", "aria-label": "Save what is shown" },
    h("span", { "aria-hidden": "true" }, "Save as"),
    forms.map((form) => button(name, form, made[form], told)),
    told,
  );
}

function button(name, form, make, told) {
  const { label } = FORMS[form];
  const element = h("button.plain", { type: "button", "aria-label": `Save as ${label}` }, label);
  element.addEventListener("click", async () => {
    element.disabled = true;
    told.textContent = "";
    try {
      save(fileName(name, form), await make(), FORMS[form].media);
    } catch (error) {
      told.textContent = `It could not be saved: ${error.message}`;
    } finally {
      element.disabled = false;
    }
  });
  return element;
}

/** Write the name of a file: letters and digits of any script, nothing a disk would stumble at. */
export function fileName(name, form) {
  const plain = name.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "");
  return `${[...plain].slice(0, 80).join("") || "communique"}.${FORMS[form].ending}`;
}

/**
 * Save a text as a file.
 *
 * @param {string} file its name
 * @param {string} text what it has
 * @param {string} media what it is
 */
export function save(file, text, media) {
  const url = URL.createObjectURL(new Blob([text], { type: media }));
  const link = h("a", { href: url, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/**
 * Write rows as comma-separated values, as RFC 4180 has it; a cell that a spreadsheet would take
 * for a formula is marked as text.
 *
 * @param {string[]} columns
 * @param {Object<string, *>[]} rows
 */
export function csvOf(columns, rows) {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))];
  return lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** Write a value as JSON for a person to read. */
export const jsonOf = (value) => `${JSON.stringify(value, null, 2)}\n`;

function cell(value) {
  const plain = Array.isArray(value) ? value.join("; ") : String(value ?? "");
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
