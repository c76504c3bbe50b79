/** Elements made of values: text is always text, never markup. */

/**
 * Make an element.
 *
 * @param {string} tag its name, with classes after dots: "p.note"
 * @param {Object<string, *>} [properties] attributes; "on…" are listeners, false and null are left out
 * @param {...(Node|string|number|null|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.classList.add(...classes);
  set(element, properties);
  element.append(...flat(children));
  return element;
}

/** Make an element of a picture, as `h` does. */
export function s(tag, properties = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  if (classes.length) element.classList.add(...classes);
  set(element, properties);
  element.append(...flat(children));
  return element;
}

/** Put children in the place of what an element has. */
export function fill(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

/** Give a text without what only controls it, cut where it is too long. */
export function plain(text, most = 200) {
  const clean = visible(text);
  return clean.length > most ? `${clean.slice(0, most)}…` : clean;
}

/**
 * Show a name or a quotation: set apart, since a name can turn the direction of what follows, and
 * controls are shown, not obeyed.
 */
export function shown(text, most = 200) {
  const cut = plain(text, most);
  const element = h("bdi", {}, cut);
  if (String(text ?? "").length > most) element.title = plain(text, 2000);
  return element;
}

/** Write a text with a mark for each control in it, as long as it was. */
export const visible = (text) => String(text ?? "").replace(UNSEEN, "\ufffd");

/** Write a number with its thousands apart. */
export const count = (number) => Number(number).toLocaleString("en");

/** Write a number and what is counted. */
export const counted = (number, one, many = `${one}s`) =>
  `${count(number)} ${number === 1 ? one : many}`;

// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

function set(element, properties) {
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "style") Object.assign(element.style, value);
    else if (key === "class") element.classList.add(...value.split(" "));
    else element.setAttribute(key, value === true ? "" : String(value));
  }
}

function flat(children) {
  return children
    .flat(Infinity)
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}
