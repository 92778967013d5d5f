import { expect, test } from 'vitest';
import * as z from 'zod';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../../../test/support/intake.ts';
import { staffActor } from '../../../../test/support/actors.ts';

const faults = z.object({ errors: z.array(z.object({ message: z.string() })) });
const department = { key: 'amr', name: '市场监督管理局', nameEn: 'Market Regulation' };
const limit = { n: 5, unit: 'working-day', from: 'accepted', of: 'office' };
const item = {
  key: 'x',
  name: '示例事项',
  nameEn: 'Example',
  type: '01',
  audience: ['1'],
  department: 'none',
  level: 4,
  kind: 2,
  materials: [],
  fee: [],
  legalLimit: { ...limit, n: 3 },
  promisedLimit: limit,
  basis: '示例',
  situations: ['新办'],
  result: { licenceType: null, validity: null, public: false },
  needs: ['nothing'],
  form: { type: 'string' },
};
const body = { departments: [department, department], items: [item] };

test.each([
  [
    'zh-CN',
    [
      'amr 重复出现。',
      'none 不是本目录中的部门。',
      'nothing 不是本目录中的事项。',
      '承诺时限在任何情况下都不得晚于法定时限（3 working-day, accepted, office）。',
    ],
  ],
  [
    'en',
    [
      'amr stands twice.',
      'none is not a department of this catalogue.',
      'nothing is not an item of this catalogue.',
      'The promise must end by the legal limit (3 working-day, accepted, office) whatever the calendar.',
    ],
  ],
])('the faults of a catalogue are said in the language of the publisher: %s', async (language, said) => {
  const world = cases.intakeOver(fakeTable());
  const { status, body: problem } = await world.send({
    method: 'POST',
    path: '/intake/catalogue',
    actor: staffActor('catalogue-editor'),
    headers: { ...cases.freshKey(), 'Accept-Language': language },
    body,
  });
  expect(status).toBe(400);
  const messages = faults.parse(problem).errors.map(({ message }) => message);
  expect(messages).toEqual(expect.arrayContaining(said));
  expect(messages).toHaveLength(6);
});
