import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Section {
  /** The file: an area of the API. */
  area: string;
  title: string;
  callers: string[];
  /** Per route, what each caller gets, in the order of the callers. */
  rows: { route: string; verdicts: string[] }[];
}

const folder = join(import.meta.dirname, 'matrix');

/** Reads the tables of `matrix/*.md`, one for each heading. */
export function readMatrix(): Section[] {
  const files = readdirSync(folder).filter((name) => name !== 'README.md');
  return files.flatMap((name) => {
    const sections = readFileSync(join(folder, name), 'utf8').split(/^## /m).slice(1);
    return sections.map((text) => ({ area: name.replace('.md', ''), ...readSection(text) }));
  });
}

function readSection(text: string): Omit<Section, 'area'> {
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
