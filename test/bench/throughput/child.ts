import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A program beside this file that does one task after another, each when it is told to. */
export interface Worker<Task, Result> {
  run: (task: Task) => Promise<Result>;
  stop: () => void;
}

/** Starts a program in a process of its own, so that its work is not done by the local cloud's main thread. */
export function startWorker<Task extends object, Result>(
  program: string,
  environment: Record<string, string> = {},
): Worker<Task, Result> {
  const child: ChildProcess = fork(join(import.meta.dirname, program), { env: { ...process.env, ...environment } });
  let settle = { resolve: (_: Result) => {}, reject: (_: Error) => {} };
  child.on('message', (reply: { result: Result } | { fault: string }) =>
    'fault' in reply ? settle.reject(new Error(`${program}: ${reply.fault}`)) : settle.resolve(reply.result),
  );
  child.on('exit', (code) => settle.reject(new Error(`${program} ended with ${code}`)));
  return {
    run(task) {
      const { promise, ...rest } = Promise.withResolvers<Result>();
      settle = rest;
      child.send(task);
      return promise;
    },
    stop: () => void child.disconnect(),
  };
}

/** The program's side: does each task that arrives and reports what it gives. */
export function serveTasks<Task, Result>(work: (task: Task) => Promise<Result>): void {
  process.on('message', (task: Task) => {
    work(task).then(
      (result) => process.send?.({ result: result ?? null }),
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
