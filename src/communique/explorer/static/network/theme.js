/** Colours of the drawing, as the style sheet has them for light and for dark. */

const NAMES = ["ink", "paper", "person", "organization", "place", "tie", "tie-faded", "tie-near", "node-faded", "mark-line"];
const COMMUNITIES = 8;

/** Read the colours that hold where an element stands. */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  const theme = Object.fromEntries(NAMES.map((name) => [name, read(name)]));
  theme.communities = Array.from({ length: COMMUNITIES }, (_, at) => read(`group-${at + 1}`));
  theme.font = style.fontFamily;
  return theme;
}

/** Choose the colour of a node: by what it is, or by those with whom it has most to do. */
export function colourOf(data, theme, by) {
  if (by === "group") return theme.communities[data.community] ?? theme["node-faded"];
  return theme[data.kind.toLowerCase()] ?? theme.ink;
}

/** Call back when light turns to dark, or dark to light; give what ends that. */
export function onTurn(turned) {
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", turned);
  return () => query.removeEventListener("change", turned);
}

/** Whether whoever looks would rather see nothing move. */
export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
