import { expect, test } from 'vitest';
import { coded, fileOf } from '../../test/docs/examples/project.ts';
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

const sendFile = (ask: ReturnType<typeof openAgency>['ask'], csv: string) =>
  ask({ method: 'POST', path: '/agency/projects/import-file', body: { csv }, actor });

test('a table is taken in as the same projects: amounts in yuan, facts by their columns, texts within quotes', async () => {
  const { ask, show } = openAgency();
  const csv = fileOf(codeOf(1), codeOf(2)).replace('示例路8号', '"示例路8号, ""B""座"').replaceAll('\n', '\r\n');
  expect(await sendFile(ask, `${csv}\r\n`)).toMatchObject({ status: 200, body: { created: 2, known: 0 } });
  expect(await sendFile(ask, csv)).toMatchObject({ body: { created: 0, known: 2 } });
  const found = async (code: string) => {
    const { body } = await ask({ path: '/agency/projects', query: { code }, actor });
    return show(body.items[0].id);
  };
  expect(await found(codeOf(1))).toMatchObject({ place: { ...coded.place, address: '示例路8号, "B"座' } });
  expect(await found(codeOf(2))).toMatchObject({
    name: coded.name,
    place: coded.place,
    investmentFen: 2_600_000_050,
    facts: { landTaken: 26_000, basementDue: false },
    investor: coded.investor,
  });
});

test('nothing of a table is taken in while a line has a fault, and every fault is told by its line', async () => {
  const { ask, facts } = openAgency();
  const faultsOf = async (csv: string) => {
    const { status, body } = await sendFile(ask, csv);
    expect(status).toBe(400);
    return body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]);
  };
  const good = fileOf(codeOf(1), codeOf(2), '12345');
  expect(await faultsOf(good)).toEqual([['/csv/4/code', 'code-shape']]);
  expect(await faultsOf(good.replace('26000000.50', '约两千万').replace('示例精密部件智能工厂项目', ''))).toEqual([
    ['/csv/2/name', 'too_small'],
    ['/csv/2/investmentFen', 'invalid_type'],
    ['/csv/4/code', 'code-shape'],
  ]);
  expect(await faultsOf(good.replace('项目名称', '名称'))).toEqual([
    ['/csv/1/名称', 'column-unknown'],
    ['/csv/1/name', 'column-missing'],
  ]);
  expect(await faultsOf(`${good},多一列`)).toEqual([['/csv/4', 'cells-missing']]);
  expect(await faultsOf(good.replace('12345', '12"345'))).toEqual([['/csv/4', 'stray-quote']]);
  expect(facts()).toEqual([]);
});
