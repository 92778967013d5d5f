import { fork } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod';

/** A program beside this file that does one task after another; a task gives the ids that the next one may need. */
export interface Worker<Task> {
  run: (task: Task) => Promise<string[]>;
  stop: () => void;
}

const reply = z.union([z.object({ ids: z.array(z.string()) }), z.object({ fault: z.string() })]);

/** Starts a program in a process of its own, so that its work is not done by the local cloud's main thread. */
export function startWorker<Task extends object>(
  program: string,
  environment: Record<string, string> = {},
): Worker<Task> {
  const child = fork(join(import.meta.dirname, program), { env: { ...process.env, ...environment } });
  let answer = Promise.withResolvers<string[]>();
  child.on('message', (message) => {
    const read = reply.parse(message);
    if ('fault' in read) answer.reject(new Error(`${program}: ${read.fault}`));
    else answer.resolve(read.ids);
  });
  child.on('exit', (code) => answer.reject(new Error(`${program} ended with ${code}`)));
  // Nobody waits for it once all is done.
  answer.promise.catch(() => {});
  return {
    run(task) {
      answer = Promise.withResolvers<string[]>();
      child.send(task);
      return answer.promise;
    },
    stop: () => child.disconnect(),
  };
}

/** The program's side: does each task that arrives and reports the ids that it gives. */
export function serveTasks<Schema extends z.ZodType>(
  schema: Schema,
  work: (task: z.infer<Schema>) => Promise<string[]>,
): void {
  process.on('message', (message) => {
    work(schema.parse(message)).then(
      (ids) => process.send?.({ ids }),
      (error: unknown) => process.send?.({ fault: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}

/** Does `count` pieces of work, at most `atOnce` of them at once, in their order. */
export async function each<Result>(
  { count, atOnce }: { count: number; atOnce: number },
  work: (n: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const loop = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) results[n] = await work(n);
  };
  await Promise.all(Array.from({ length: atOnce }, loop));
  return results;
}
