/** Decisions on their way: one after the other, behind what is shown. */

import { post, remove } from "../api.js";

/**
 * Make what sends decisions in the order in which they are made.
 *
 * @param {{failed: function(Object, Error): void, idle: function(): void}} tell what is done when one
 *   can't be made, and when none is on its way any more
 */
export function makeSender({ failed, idle }) {
  let last = Promise.resolve();
  let going = 0;
  const follow = (work) => {
    going += 1;
    last = last.then(work).finally(() => {
      going -= 1;
      if (going === 0) idle();
    });
    return last;
  };
  return {
    get going() {
      return going;
    },
    /** Send what is decided about an item; gives what can be undone later. */
    decide(item, body) {
      const made = { item, id: null };
      follow(async () => {
        try {
          made.id = (await post("/decisions", body)).decision;
        } catch (error) {
          failed(made, error);
        }
      });
      return made;
    },
    /** Take back what was decided, once it has arrived. */
    undo(made) {
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
