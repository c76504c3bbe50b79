import { fill, h } from "../dom.js";
export async function render(main) {
  fill(main, h("h1", {}, "communique"));
}
