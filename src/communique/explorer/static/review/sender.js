/** Decisions on their way: one after the other, behind what is shown. */

import { post, remove } from "../api.js";

/**
 * Make what sends decisions in the order in which they are made. While some are on their way, a
 * browser that is closed asks first.
 *
 * @param {{failed: function(Object, Error): void, idle: function(): void,
 *   going: function(number): void}} tell what is done when one can't be made, when none is on its way
 *   any more, and whenever their number changes
 */
export function makeSender({ failed, idle, going: told }) {
  let last = Promise.resolve();
  let going = 0;
  const add = (number) => {
    going += number;
    if (going) addEventListener("beforeunload", ask);
    else removeEventListener("beforeunload", ask);
    told(going);
  };
  const follow = (work) => {
    add(1);
    last = last.then(work).finally(() => {
      add(-1);
      if (going === 0) idle();
    });
  };
  return {
    get going() {
      return going;
    },
    /** Send what is decided about an item; gives what can be undone later. */
    decide(item, body) {
      const made = { item, id: null, begun: false, cancelled: false };
      follow(async () => {
        if (made.cancelled) return;
        made.begun = true;
        try {
          made.id = (await post("/decisions", body)).decision;
        } catch (error) {
          failed(made, error);
        }
      });
      return made;
    },
    /** Take back what was decided: once it has arrived, or before it is sent at all. */
    undo(made) {
      made.cancelled = true;
      if (!made.begun) return;
      follow(async () => {
        if (!made.id) return;
        try {
          await remove(`/decisions/${encodeURIComponent(made.id)}`);
        } catch (error) {
          failed({ ...made, undone: true }, error);
        }
      });
    },
  };
}

const ask = (event) => event.preventDefault();
