/** A picture that can leave the page: with its colours in it, not in the style sheet. */

const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "opacity", "paint-order", "font-size", "font-weight", "vector-effect"];

/**
 * Copy a picture that is shown, with the colours it has.
 *
 * @param {SVGElement} svg
 * @param {Object} [attributes] what the copy has besides
 */
export function standalone(svg, attributes = {}) {
  const copy = svg.cloneNode(true);
  const from = [svg, ...svg.querySelectorAll("*")];
  for (const [at, element] of [copy, ...copy.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(from[at]);
    for (const name of KEPT) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  }
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value);
  return copy;
}
