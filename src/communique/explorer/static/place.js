/** Where one is: each view has an address that can be kept and sent. */

/**
 * Write the address of a view.
 *
 * @param {string} view its name
 * @param {Object<string, *>} [parameters] what it shows; lists are given one by one
 */
export function placeOf(view, parameters = {}) {
  const query = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "") query.append(name, String(one));
    }
  }
  return `/?${query}`;
}

/** Go to an address within the page. */
export function go(where) {
  history.pushState(null, "", where);
  dispatchEvent(new Event("moved"));
}

/** Change some parameters of the view that is shown; null takes one away. */
export function change(parameters, { again = true } = {}) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) {
    query.delete(name);
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "") query.append(name, String(one));
    }
  }
  history.replaceState(null, "", `/?${query}`);
  if (again) dispatchEvent(new Event("moved"));
}

/** Follow links within the page without loading it anew. */
export function followLinks() {
  addEventListener("popstate", () => dispatchEvent(new Event("moved")));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-link]");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (!link || !plain) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });
}
