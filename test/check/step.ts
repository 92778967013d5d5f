import { spawn } from 'node:child_process';
import { root } from '../tree/sources.ts';

/** One step of the check: a command, or a piece of work that throws where something is wrong. */
export interface Step {
  name: string;
  /** Steps that must have passed before. */
  after?: readonly string[];
  run: () => Promise<Outcome>;
}

export interface Outcome {
  passed: boolean;
  /** All that was printed; shown only where the step failed. */
  output: string;
  /** Behind the step's line: how many of what. */
  note?: string;
  /** Of a step that runs tests; a file that did not load counts as one failed test. */
  tests?: { passed: number; failed: number };
}

export interface Result extends Outcome {
  name: string;
  seconds: number;
}

/** Ctrl-C ends this program and, with it, what it runs. */
export function endOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
}

/** Runs a program of this project with this Node; it passes with exit code 0. */
export async function runNode(args: readonly string[]): Promise<Outcome> {
  // Without colours: what a failed step printed is shown behind a bar.
  const { FORCE_COLOR, ...env } = process.env;
  // A group of its own, so that ending it ends what it has started, too.
  const child = spawn(process.execPath, args, { cwd: root, env: { ...env, NO_COLOR: '1' }, detached: true });
  const stop = () => child.pid !== undefined && process.kill(-child.pid, 'SIGTERM');
  process.once('exit', stop);
  let output = '';
  child.stdout.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr.on('data', (part: Buffer) => (output += part.toString()));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('error', (error) => {
    output += error.message;
    resolve(null);
  });
  child.on('close', resolve);
  const code = await promise;
  process.off('exit', stop);
  return { passed: code === 0, output };
}
