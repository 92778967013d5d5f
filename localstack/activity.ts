/**
 * Work in hand anywhere in the local cloud. Parts say when they begin and end a piece of work; `settle` sleeps until
 * the count falls to zero instead of asking again and again.
 */
export interface Activity {
  /** Starts a piece of work; the returned function ends it and may be called once. */
  begin: () => () => void;
  /** True while any work is in hand. */
  busy: () => boolean;
  /** Resolves when something has ended since the call, or when the signal is aborted. */
  changed: (signal: AbortSignal) => Promise<void>;
  /** Wakes those who wait although no work ended, such as when a part gives up on a batch for now. */
  wake: () => void;
}

export function createActivity(): Activity {
  let inHand = 0;
  let waiting: (() => void)[] = [];

  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resume of woken) resume();
  };
  const end = (): void => {
    inHand -= 1;
    if (waiting.length > 0) wake();
  };

  return {
    begin() {
      inHand += 1;
      return end;
    },
    busy: () => inHand > 0,
    changed: (signal) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    wake,
  };
}
