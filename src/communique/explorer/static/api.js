/** The interface: what is asked of the server, and what it answers when it can't. */

/** What went wrong: what happened, what to do about it, what may have been meant. */
export class Problem extends Error {
  constructor(told) {
    super(told.detail);
    this.title = told.title;
    this.status = told.status;
    this.hint = told.hint;
    this.candidates = told.candidates ?? [];
  }
}

const GONE = {
  title: "The server does not answer",
  status: 0,
  detail: "communique serve has ended, or this machine is busy.",
  hint: "Start it again, and try again.",
};

/** Write an address below /api; values that are missing are left out, lists are given one by one. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined && one !== "") query.append(name, String(one));
    }
  }
  const told = query.toString();
  return `/api${path}${told ? `?${told}` : ""}`;
}

/** Ask for what stands at an address. */
export const get = (path, parameters, signal) => send(address(path, parameters), { signal });

/** Decide: send what is decided, with the token. */
export const post = (path, body) =>
  send(address(path), {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", ...known() },
  });

/** Take back. */
export const remove = (path) => send(address(path), { method: "DELETE", headers: known() });

/** Keep the token that came with the address, for as long as this tab is open. */
export function keepToken() {
  const found = /^#token=([\w-]+)$/.exec(location.hash);
  if (!found) return;
  sessionStorage.setItem("token", found[1]);
  history.replaceState(null, "", location.pathname + location.search);
}

/** Tell whether this tab may decide. */
export const mayDecide = () => sessionStorage.getItem("token") !== null;

function known() {
  const token = sessionStorage.getItem("token");
  return token ? { Authorization: `Bearer ${token}` } : {};
}

async function send(where, options) {
  let answer;
  try {
    answer = await fetch(where, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem(GONE);
  }
  let told;
  try {
    told = await answer.json();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Problem({ ...GONE, status: answer.status });
  }
  if (!answer.ok) throw new Problem(told);
  return told;
}
