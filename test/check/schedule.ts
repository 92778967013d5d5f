import type { Result, Step } from './step.ts';

/**
 * Runs steps, `width` at a time and each once those before it have ended; tells each result as it comes. A step fails
 * where one before it did. Throws when steps wait for one another.
 */
export async function runSteps(
  steps: readonly Step[],
  width: number,
  tell: (result: Result) => void,
): Promise<Result[]> {
  const waiting = new Set(steps);
  const results = new Map<string, Result>();
  const running = new Set<Promise<void>>();

  const ready = (): Step | undefined => [...waiting].find(({ after = [] }) => after.every((name) => results.has(name)));
  const begin = (step: Step): void => {
    waiting.delete(step);
    const work: Promise<void> = finish(step).finally(() => running.delete(work));
    running.add(work);
  };
  async function finish(step: Step): Promise<void> {
    const result = await perform(step, results);
    results.set(step.name, result);
    tell(result);
  }

  do {
    for (let step = ready(); step && running.size < width; step = ready()) begin(step);
    await Promise.race(running);
  } while (running.size > 0 || ready());

  if (waiting.size > 0)
    throw new Error(`steps wait for one another: ${[...waiting].map(({ name }) => name).join(', ')}`);
  return [...results.values()];
}

async function perform({ name, after = [], run }: Step, before: ReadonlyMap<string, Result>): Promise<Result> {
  const failed = after.filter((one) => !before.get(one)?.passed);
  if (failed.length > 0) return { name, seconds: 0, passed: false, output: `not run: ${failed.join(', ')} failed` };
  const started = performance.now();
  const outcome = await run().catch((error: unknown) => ({ passed: false, output: String(error) }));
  return { name, seconds: (performance.now() - started) / 1000, ...outcome };
}
