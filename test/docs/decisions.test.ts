import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../tree/sources.ts';

const folder = 'docs/decisions';
const records = globSync(`${folder}/*.md`, { cwd: root }).map((path) => basename(path));
const numberOf = (name: string): string => name.slice(0, 4);

describe('the records of decisions', () => {
  test('have a number each, which their title begins with', () => {
    expect(new Set(records.map(numberOf)).size).toBe(records.length);
    const wrong = records.filter(
      (name) => !readFileSync(join(root, folder, name), 'utf8').startsWith(`# ${Number(numberOf(name))}. `),
    );
    expect(wrong).toEqual([]);
  });

  test('are there under the names by which texts lead to them', () => {
    const readers = globSync(['*.md', '{docs,infra,localstack,services,test}/**/*.md'], { cwd: root });
    const links = readers.flatMap((path) =>
      [...readFileSync(join(root, path), 'utf8').matchAll(/decisions\/(\d{4}-[\w-]+\.md)/g)].map(([, name]) => name),
    );
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((name) => !records.includes(name ?? ''))).toEqual([]);
  });
});
