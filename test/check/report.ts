import type { Result } from './step.ts';

/** One line for each step; what it printed only where it failed. */
export function tell({ name, passed, seconds, note, output }: Result): void {
  const line = `${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(22)} ${seconds.toFixed(1).padStart(6)} s`;
  console.log(note ? `${line}   ${note}` : line);
  if (!passed) console.log(`${output.trimEnd().replaceAll(/^/gm, '       | ')}\n`);
}
