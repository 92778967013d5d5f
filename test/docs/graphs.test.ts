import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { isTest } from '../tree/rules.ts';
import { root, sourceFiles } from '../tree/sources.ts';
import { drawing, graphs } from './graphs.ts';

const arrow = z.looseObject({ act: z.string(), from: z.any(), to: z.string(), who: z.array(z.string()) });
/** A list of arrows, by what it is and not by what it is called. */
const isGraph = (value: unknown): boolean => z.array(arrow).min(1).safeParse(value).success;

test('every state graph that a domain exports is drawn', async () => {
  const domain = sourceFiles().filter((file) => file.path.includes('/domain/') && !isTest(file));
  const exported = await Promise.all(
    domain.map(async ({ path }) =>
      Object.entries<unknown>(await import(join(root, path)))
        .filter(([, value]) => isGraph(value))
        .map(([name, arrows]) => ({ name: `${path} ${name}`, arrows })),
    ),
  );
  const drawn = new Set<unknown>(graphs.map(({ arrows }) => arrows));
  const found = exported.flat();
  const missing = found.filter(({ arrows }) => !drawn.has(arrows)).map(({ name }) => name);
  expect(missing, 'add it to graphs in test/docs/graphs.ts').toEqual([]);
  expect(found).toHaveLength(graphs.length);
});

const door = drawing({
  name: 'door',
  readme: '',
  first: { act: 'build', to: 'shut' },
  arrows: [
    { act: 'open', from: ['shut', 'half-open'], to: 'open', who: ['porter', 'guest'] },
    { act: 'knock', from: 'shut', to: 'shut', who: ['guest'], when: 'by day' },
    { act: 'close', from: 'open', to: 'half-open', who: ['wind'] },
    { act: 'break', from: 'open', to: 'broken', who: ['wind'] },
    { act: 'burst', from: 'open', to: 'broken', who: ['wind'] },
  ],
});

test('a picture shows where a thing begins, every arrow once with all its acts, and where it ends', () => {
  const [, picture = ''] = door.split('```mermaid\nstateDiagram-v2\n');
  expect(picture.split('```')[0]?.trim().split(/\n */)).toEqual([
    'state "half-open" as half_open',
    '[*] --> shut: build',
    'shut --> open: open',
    'half_open --> open: open',
    'shut --> shut: knock',
    'open --> half_open: close',
    'open --> broken: break<br/>burst',
    'broken --> [*]',
  ]);
});

test('a table says who may do an act and when', () => {
  const rows = door.split('\n').filter((line) => line.startsWith('|'));
  expect(rows).toHaveLength(7);
  expect(rows.map((row) => row.split('|').map((cell) => cell.trim()))).toEqual(
    expect.arrayContaining([
      ['', 'open', 'shut, half-open', 'open', 'porter, guest', '', ''],
      ['', 'knock', 'shut', 'shut', 'guest', 'by day', ''],
    ]),
  );
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
});
