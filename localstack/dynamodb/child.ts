import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startGuard } from './guard.ts';

/** A program that dies with this process, however this process dies. */
export interface Child {
  pid: number;
  /** Settles with a line that says how the program ended. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts a program and waits until its error stream says `ready`; throws with its last words when it ends before. `scratch` is a directory to delete if this process is killed.
 */
export async function startChild(command: string[], options: { ready: string; scratch: string }): Promise<Child> {
  const [program = '', ...args] = command;
  // Detached: Ctrl-C reaches our process only, which then stops the program after the last request.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const { ready, ended } = watch(child, options.ready);
  await Promise.race([once(child, 'spawn'), ended.then(fail)]);

  const pid = child.pid ?? fail('no process id');
  const dismiss = startGuard({ pid, directory: options.scratch });
  const exited = ended.then((how) => {
    dismiss();
    return how;
  });
  await Promise.race([ready, exited.then(fail)]);

  return { pid, exited, stop: () => stop(child, exited) };
}

/** Reads the error stream to its end, for a program whose pipe is full stands still. */
function watch(child: ChildProcess, readyText: string): { ready: Promise<void>; ended: Promise<string> } {
  const [ready, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-1000);
    if (words.includes(readyText)) ready.resolve();
  });
  child.once('error', (error) => ended.resolve(error.message));
  child.once('close', (code, signal) => ended.resolve(`ended with ${signal ?? code}: ${words.trim()}`));
  return { ready: ready.promise, ended: ended.promise };
}

async function stop(child: ChildProcess, exited: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 2000);
  await exited;
  clearTimeout(hard);
}

function fail(message: string): never {
  throw new Error(message);
}
