/** One line of a story: what is done, and whether it came out as expected. */
export interface Story {
  step: <Result>(title: string, run: () => Promise<Result>, expected: (result: Result) => boolean) => Promise<Result>;
}

/** A step that did not come out as expected; its line has been printed. */
export class Unexpected extends Error {}

/** Prints a line per step; the first one that is not as expected ends the story. */
export function tell(print: (line: string) => void): Story {
  let n = 0;
  return {
    async step(title, run, expected) {
      n += 1;
      const started = performance.now();
      const result = await run();
      const ms = Math.round(performance.now() - started);
      const number = String(n).padStart(2);
      if (expected(result)) {
        print(`  ✓ ${number}  ${title}  (${ms} ms)`);
        return result;
      }
      print(`  ✗ ${number}  ${title}: ${JSON.stringify(result)}`);
      throw new Unexpected(title);
    },
  };
}

/** For a test: a step that does not come out as expected throws, with what came. */
export const checked: Story = {
  async step(title, run, expected) {
    const result = await run();
    if (!expected(result)) throw new Unexpected(`${title}: ${JSON.stringify(result)}`);
    return result;
  },
};
