import { spawn } from 'node:child_process';

// `read` returns at end of file, which is when the kernel closes our end of the pipe, SIGKILL included.
const script = 'read -r line; [ "$line" = done ] || { [ -z "$1" ] || kill -9 "$1"; rm -rf "$2"; } 2>/dev/null';

/** What a killed process must not leave behind: a program, by its process id, and a directory. */
export interface Leftover {
  pid?: number;
  directory: string;
}

/**
 * Watches over this process from a shell of its own, and clears its leftovers if it ends without a word, however it
 * ends. The returned function says that there is nothing to clear.
 */
export function startGuard({ pid, directory }: Leftover): () => void {
  const guard = spawn('/bin/sh', ['-c', script, 'sh', String(pid ?? ''), directory], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return () => guard.stdin.end('done\n');
}
