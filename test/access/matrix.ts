import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Section {
  title: string;
  callers: string[];
  /** Per route, what each caller gets, in the order of the callers. */
  rows: { route: string; verdicts: string[] }[];
}

/** Reads the tables of `matrix.md`, one for each heading. */
export function readMatrix(): Section[] {
  const text = readFileSync(join(import.meta.dirname, 'matrix.md'), 'utf8');
  return text.split(/^## /m).slice(1).map(readSection);
}

function readSection(text: string): Section {
  const [title = ''] = text.split('\n', 1);
  const [header = [], , ...rows] = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(cellsOf);
  return {
    title,
    callers: header.slice(1),
    rows: rows.map(([route = '', ...verdicts]) => ({ route, verdicts })),
  };
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
