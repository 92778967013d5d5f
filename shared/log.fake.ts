import type { Log, LogFields } from '#shared/log';

export interface FakeLog extends Log {
  lines: { level: string; fields: LogFields; measures: Record<string, number> }[];
}

/** A log that keeps what it was told. */
export function fakeLog(): FakeLog {
  const lines: FakeLog['lines'] = [];
  return { lines, write: (level, fields, measures) => void lines.push({ level, fields, measures: measures ?? {} }) };
}
