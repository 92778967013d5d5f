import { beforeEach, describe, expect, test } from 'vitest';
import { fileFor, rowsFor, valuesOf } from '../../test/support/batch-rows.ts';
import { openBatches } from '../../test/support/batches.ts';
import { outcome } from '../../test/support/contact.ts';

let world: ReturnType<typeof openBatches>;
beforeEach(async () => {
  world = openBatches();
  await world.publish();
});

const faultsOf = ({ body }: { body: { errors?: { pointer: string; code: string }[] } }) =>
  body.errors?.map(({ pointer, code }) => [pointer, code]);
const rows = rowsFor(['p_1']);

describe('what a batch cannot be made of', () => {
  test.each([
    ['a template that there is not', { template: 'no-such' }, ['/template', 'unknown-template']],
    ['one that the law wants told', { template: 'accepted' }, ['/template', 'statutory-template']],
    ['one that is urgent', { template: 'contact-code' }, ['/template', 'urgent-template']],
    ['one for the inbox alone', { template: 'post-overdue-head' }, ['/template', 'no-channel']],
    ['a channel without a text', { channels: ['sms', 'email'] }, ['/channels/1', 'no-text']],
    ['rows and a file', { file: { sha256: '0'.repeat(64), bytes: 1 } }, ['', 'rows-or-file']],
    ['neither', { rows: undefined }, ['', 'rows-or-file']],
  ])('%s', async (_, body, fault) => {
    const refused = await world.make({ rows, ...body });
    expect([refused.status, faultsOf(refused)]).toEqual([400, [fault]]);
  });

  test.each([
    ['a time that has passed', '2026-08-03T01:59:59Z', 'send-at-past'],
    ['one beyond ninety days', '2026-11-30T02:00:00Z', 'send-at-far'],
  ])('%s', async (_, sendAt, code) => {
    expect(outcome(await world.make({ rows, sendAt }))).toEqual([422, code]);
  });

  test('rows with faults, each of which is named by its place', async () => {
    const values = valuesOf(1);
    const refused = await world.make({
      rows: [
        { to: { partyId: 'p_1' }, values },
        { to: { partyId: 'p_1' }, values: { ...values, car: 'perhaps' } },
        { to: { partyId: 'p_2' }, values: { place: '五'.repeat(10_000), until: values.until, who: '王' } },
        { to: { partyId: 'p_3' }, values: { ...values, place: '五'.repeat(150) } },
      ],
    });
    expect([refused.status, faultsOf(refused)]).toEqual([
      400,
      [
        ['/rows/1/to', 'twice'],
        ['/rows/1/values/car', 'not-yes-or-no'],
        ['/rows/2/values/car', 'missing'],
        ['/rows/2/values/place', 'too-long'],
        ['/rows/2', 'unknown-name'],
        ['/rows/3', 'too-many-parts'],
      ],
    ]);
    expect((await world.ask('GET batches', { query: { district: 'gulou' } })).body.items).toEqual([]);
  });
});

/** How a file is found, and its first faults. */
const found = async (bytes: Buffer, file: object = {}) => {
  const id = await world.send(bytes, file);
  await world.settle();
  const { status, faults } = await world.show(id);
  return [status, faults?.first.map(({ line, code, column }: Record<string, unknown>) => [line, code, column])];
};

describe('a file', () => {
  test.each([
    ['of nothing', '', [[1, 'empty-file', undefined]]],
    ['of a header alone', 'party,place,until,car\r\n', [[1, 'empty-file', undefined]]],
    ['of zeros', '\0'.repeat(100_000), [[1, 'line-too-long', undefined]]],
    [
      'with other columns',
      'party,place,place,who\np_1,a,b,c\n',
      [
        [1, 'missing-column', 'car'],
        [1, 'missing-column', 'until'],
        [1, 'unknown-column', undefined],
        [1, 'column-twice', 'place'],
      ],
    ],
    [
      'with a quotation that has no end',
      'party,place,until,car\np_1,"a,b,no\np_2,a,b,no\n',
      [[2, 'unclosed-quote', undefined]],
    ],
    [
      'with what nobody sees, or what turns a text around',
      'party,place,until,car\np_1,a\u200bb,c,no\np_2,a,\u202ecba,no\np_3,a,b,no\n',
      [
        [2, 'unstorable', 'place'],
        [3, 'unstorable', 'until'],
      ],
    ],
  ])('%s is refused as a whole', async (_, text, faults) => {
    // A file of no bytes cannot be declared.
    expect(await found(Buffer.from(text || '\n'))).toEqual(['invalid', faults]);
  });

  test('in GBK is read where that is said, and refused line by line where it is not', async () => {
    const place = Buffer.from([0xce, 0xe5, 0xd2, 0xbb, 0xc2, 0xb7]);
    const bytes = Buffer.concat([
      Buffer.from('party,place,until,car\r\np_1,'),
      place,
      Buffer.from(',2026-08-05,no\r\n'),
    ]);
    expect(await found(bytes, { charset: 'gb18030' })).toEqual(['to-approve', undefined]);
    expect(await found(bytes)).toEqual(['invalid', [[2, 'not-in-charset', undefined]]]);
  });

  test('of a hundred thousand rows with one bad one is refused for that one; the list of faults has its line, and what stands there stands nowhere', async () => {
    const rowsOf = Array.from(
      { length: 100_000 },
      (_, n) => `p_${n},五一路${n}号,2026-08-05,${n === 77_777 ? '王小明' : 'no'}`,
    );
    expect(await found(Buffer.from(['party,place,until,car', ...rowsOf].join('\n')))).toEqual([
      'invalid',
      [[77_779, 'not-yes-or-no', 'car']],
    ]);
    const [name, file] = [...world.files].find(([key]) => key.startsWith('faults/')) ?? [];
    expect(String(file)).toBe('line,column,code\r\n77779,car,not-yes-or-no\r\n');
    expect([...world.files.keys()]).toEqual([name]);
    expect(JSON.stringify(world.table.rows())).not.toContain('王小明');
  });

  test('has a hundred thousand rows at most', async () => {
    const line = 'p_1,五一路,2026-08-05,no\n';
    const bytes = Buffer.from(`party,place,until,car\n${line.repeat(100_001)}`);
    const id = await world.send(bytes);
    await world.settle();
    const { faults } = await world.show(id);
    expect([faults.count, faults.first[0]]).toMatchObject([100_000, { line: 3, code: 'twice' }]);
    expect(
      String(world.files.get(`faults/${id}.csv`))
        .trim()
        .split('\r\n')
        .at(-1),
    ).toBe('100002,,too-many-rows');
  });

  test('is taken in only where it is the one that was declared, also behind the back of the bucket', async () => {
    const { body: made } = await world.make({ file: { sha256: '0'.repeat(64), bytes: 5 } });
    const confirm = () => world.ask(`POST batches/${made.id}/confirm`, { body: {} });
    expect([made.status, outcome(await confirm())]).toEqual(['awaiting-file', [409, 'batch-file-not-sent']]);
    world.files.set(`uploads/${made.id}`, fileFor(['p_1']));
    expect(outcome(await confirm())).toEqual([409, 'batch-file-differs']);
    const id = await world.send(fileFor(['p_1']));
    world.files.set(`uploads/${id}`, fileFor(['p_2']));
    await world.settle();
    expect(await world.show(id)).toMatchObject({
      status: 'invalid',
      faults: { first: [{ line: 1, code: 'another-file' }] },
    });
  });

  test('that does not come within a day, or whose batch nobody lets go within thirty, is awaited no longer', async () => {
    const { body: made } = await world.make({ file: { sha256: '0'.repeat(64), bytes: 5 } });
    const { body: waiting } = await world.make({ rows });
    await world.pass(24 * 60);
    await world.settle();
    expect([(await world.show(made.id)).status, (await world.show(waiting.id)).status]).toEqual([
      'lapsed',
      'to-approve',
    ]);
    await world.pass(29 * 24 * 60);
    await world.settle();
    expect((await world.show(waiting.id)).status).toBe('lapsed');
    expect([...world.files.keys()]).toEqual([]);
  });
});
