import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { demoForm, itemOf } from './cases.fake.ts';

test.each([
  ['zh', /\p{Script=Han}/u],
  ['en', /one line/],
])(
  'a short text of two lines is refused by its place, as on a paper it would be two: in %s',
  async (language, words) => {
    const world = cases.intakeOver(fakeTable());
    const operator = { type: 'string', maxLength: 80 };
    const form = { ...demoForm, properties: { ...demoForm.properties, operator } };
    await cases.publish(world, { ...cases.publication, items: [itemOf({ form })] });
    const hand = async (name: string) => {
      const id = await cases.draft(world, { ...cases.goodForm, operator: name });
      return world.send(cases.submit(id, { headers: { 'Accept-Language': language } }));
    };
    const { status, body } = await hand('示例公司\n注：免检');
    expect([status, body.code]).toEqual([400, 'form-invalid']);
    expect(body.errors).toEqual([
      { pointer: '/form/operator', code: 'one-line', message: expect.stringMatching(words) },
    ]);
    expect((await hand('示例公司')).status).toBe(200);
  },
);
