import { messageOf } from '../../localstack/json.ts';
import type { Answer } from '../support/hall.ts';

/** One line of a story: what is done, and whether it came out as expected. */
export interface Story {
  step: <Result>(title: string, run: () => Promise<Result>, expected: (result: Result) => boolean) => Promise<Result>;
}

/** A step that did not come out as expected; its line has been printed. */
export class Unexpected extends Error {}

/** Whether an answer has this status, and what it shows this state. */
export const answered = (status: number, state?: string) => (answer: Answer) =>
  answer.status === status && (state === undefined || answer.body['status'] === state);

/** Whether an answer is this refusal. */
export const refused = (status: number, code: string) => (answer: Answer) =>
  answer.status === status && answer.body['code'] === code;

/** Prints a line per step; the first one that is not as expected, or that fails, ends the story. */
export function tell(print: (line: string) => void): Story {
  let n = 0;
  return {
    async step(title, run, expected) {
      n += 1;
      const number = String(n).padStart(2);
      const wrong = (what: string): never => {
        print(`  ✗ ${number}  ${title}: ${what}`);
        throw new Unexpected(title);
      };
      const started = performance.now();
      const result = await run().catch((error: unknown) => wrong(messageOf(error)));
      const ms = Math.round(performance.now() - started);
      if (!holds(() => expected(result))) return wrong(JSON.stringify(result));
      print(`  ✓ ${number}  ${title}  (${ms} ms)`);
      return result;
    },
  };
}

/** An answer of another shape than was expected is not as expected. */
function holds(claim: () => boolean): boolean {
  try {
    return claim();
  } catch {
    return false;
  }
}

/** For a test: a step that does not come out as expected throws, with what came. */
export const checked: Story = {
  async step(title, run, expected) {
    const result = await run();
    if (!expected(result)) throw new Unexpected(`${title}: ${JSON.stringify(result)}`);
    return result;
  },
};
