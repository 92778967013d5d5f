import { expect, test } from 'vitest';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { openAgency, otherCode } from '../../test/support/agency.ts';

const actor = staffActor('officer-lead');
const codeOf = (n: number) => `2607-350102-04-01-${String(n).padStart(6, '0')}`;
const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ ...coded, code: codeOf(n) }));

test('a file is taken in as a whole, more than one transaction of it, and again without making anything twice', async () => {
  const { ask, facts } = openAgency();
  const send = () => ask({ method: 'POST', path: '/agency/projects/import', body: { projects: rows(45) }, actor });
  expect(await send()).toMatchObject({ status: 200, body: { created: 45, known: 0, warnings: [] } });
  expect(await send()).toMatchObject({ status: 200, body: { created: 0, known: 45 } });
  expect(facts()).toHaveLength(45);
});

test('nothing of a file is taken in while a row has a fault, and every fault is told by its row', async () => {
  const { ask, facts, register } = openAgency();
  await register({ ...coded, code: codeOf(9), investor: { uscc: otherCode, name: '示例新投资有限公司' } });
  const bad = [
    { ...coded, code: codeOf(1) },
    { ...coded, code: codeOf(1) },
    { ...coded, code: '12345' },
    { ...coded, code: codeOf(9) },
  ];
  const send = (projects: object[]) =>
    ask({ method: 'POST', path: '/agency/projects/import', body: { projects }, actor });
  const { status, body } = await send(bad);
  expect(status).toBe(400);
  expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
    ['/projects/1/code', 'code-twice'],
    ['/projects/2/code', 'code-shape'],
    ['/projects/3/code', 'code-taken'],
  ]);
  const { body: both } = await send([
    { ...coded, name: '' },
    { ...coded, code: '12345' },
  ]);
  expect(both.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/projects/0/name',
    '/projects/1/code',
  ]);
  expect(facts()).toHaveLength(1);
});

test('what a person should confirm of a file is told by row, and hinders nothing', async () => {
  const { ask } = openAgency();
  const body = { projects: [{ ...coded, code: '2607-350182-04-01-000001' }] };
  expect((await ask({ method: 'POST', path: '/agency/projects/import', body, actor })).body).toEqual({
    created: 1,
    known: 0,
    warnings: [{ pointer: '/projects/0', code: 'region-out-of-time' }],
  });
});
