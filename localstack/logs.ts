import { createWriteStream, mkdirSync, rmSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/** One line that a function printed, or that the platform printed about it. */
export interface LogLine {
  function: string;
  /** Milliseconds since the epoch on the local clock. */
  at: number;
  source: 'out' | 'err' | 'platform';
  text: string;
}

export interface Logs {
  write: (line: LogLine) => void;
  lines: () => LogLine[];
  stop: () => Promise<void>;
}

const kept = 200_000;

/** Collects every line in memory (the latest 200,000) and in `<directory>/<function>.log`, text as it was printed. */
export function createLogs(directory: string | undefined, also?: (line: LogLine) => void): Logs {
  let lines: LogLine[] = [];
  const files = new Map<string, WriteStream>();
  if (directory) {
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  }

  const fileOf = (name: string): WriteStream | undefined => {
    if (!directory) return undefined;
    const file = files.get(name) ?? createWriteStream(join(directory, `${name}.log`), { mode: 0o600 });
    return files.set(name, file).get(name);
  };

  return {
    write(line) {
      lines.push(line);
      if (lines.length > kept * 2) lines = lines.slice(-kept);
      fileOf(line.function)?.write(`${line.text}\n`);
      also?.(line);
    },
    lines: () => lines.slice(-kept),
    async stop() {
      await Promise.all([...files.values()].map((file) => new Promise<void>((done) => file.end(() => done()))));
    },
  };
}
