import { expect, test } from 'vitest';
import { isTest } from '../tree/rules.ts';
import { sourceAt, sourceFiles } from '../tree/sources.ts';
import { drawing, graphs } from './graphs.ts';

test('every state graph of a domain is drawn', () => {
  const domain = sourceFiles().filter((file) => file.path.includes('/domain/') && !isTest(file));
  const named = domain.flatMap(({ path, text }) =>
    [...text.matchAll(/^export const (\w*[gG]raph)\b/gm)].map(([, name]) => `${path} ${name}`),
  );
  const drawn = sourceAt('test/docs/graphs.ts').text;
  const missing = named.filter((one) => {
    const [path = '', name = ''] = one.split(' ');
    return !drawn.includes(`'../../${path}'`) || !new RegExp(`\\barrows: ${name}\\b`).test(drawn);
  });
  expect(missing, 'add it to graphs in test/docs/graphs.ts').toEqual([]);
  expect(named.length).toBe(graphs.length);
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
