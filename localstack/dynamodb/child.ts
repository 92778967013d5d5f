import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program that dies with this process, however this process dies. */
export interface Child {
  pid: number;
  /** Settles with a line that says how the program ended. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

// `read` returns at end of file, which is when the kernel closes our end of the pipe, SIGKILL included.
const guardScript = 'read -r line; [ "$line" = done ] || { kill -9 "$1"; rm -rf "$2"; } 2>/dev/null';

/**
 * Starts a program and waits for a line of its error stream that begins with `ready`; throws with its last words when
 * it ends before. `scratch` is a directory to delete if this process is killed.
 */
export async function startChild(command: string[], options: { ready: string; scratch: string }): Promise<Child> {
  const [program = '', ...args] = command;
  // Detached: Ctrl-C reaches our process only, which then stops the program after the last request.
  const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = endOf(child);
  await Promise.race([once(child, 'spawn'), ended.then(fail)]);

  const pid = child.pid ?? fail('no process id');
  const guard = startGuard(pid, options.scratch);
  const exited = ended.then((how) => {
    guard.stdin?.end('done\n');
    return how;
  });
  await Promise.race([lineOf(child, options.ready), exited.then(fail)]);

  return { pid, exited, stop: () => stop(child, exited) };
}

function startGuard(pid: number, scratch: string): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', guardScript, 'sh', String(pid), scratch], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  return guard;
}

function endOf(child: ChildProcess): Promise<string> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-500);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(`ended with ${signal ?? code}: ${words.trim()}`));
  });
}

async function lineOf(child: ChildProcess, start: string): Promise<void> {
  if (!child.stderr) return;
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.startsWith(start)) return;
  }
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
