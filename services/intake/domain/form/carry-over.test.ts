import { expect, test } from 'vitest';
import { readSeed } from '../../../../localstack/seed-files.ts';
import { fc } from '../../../../test/support/property.ts';
import { honestForm, leavesOf } from '../../../../test/support/honest-form.ts';
import { catalogueInput } from '../catalogue/item.ts';
import { carriedOver } from './carry-over.ts';

const text = (rest: object = {}) => ({ type: 'string', ...rest });
const object = (properties: object) => ({ type: 'object', properties });
const list = (properties: object) => ({ type: 'array', items: object(properties) });

test('a form keeps what another asks under the same name, or asks the same', () => {
  const from = object({
    name: text({ 'x-same-as': 'company.name' }),
    contact: object({ phone: text(), mail: text() }),
    area: { type: 'number' },
    managers: list({ id: text({ 'x-mask': 'document-number' }) }),
    staff: list({ name: text() }),
  });
  const to = object({
    operator: text({ 'x-same-as': 'company.name' }),
    contact: object({ phone: text(), wechat: text() }),
    area: text(),
    managers: list({ name: text() }),
    staff: list({ name: text() }),
  });
  const form = {
    name: '示例公司',
    contact: { phone: '13800000000', mail: 'shili@example.com' },
    area: 86.5,
    managers: [{ id: '350199199001010015' }],
    staff: [{ name: '示例甲' }],
    more: 1,
  };
  // A list whose entries differ is left behind: what the other form does not describe nobody would mask.
  expect(carriedOver(form, from, to)).toEqual({
    operator: '示例公司',
    contact: { phone: '13800000000' },
    staff: [{ name: '示例甲' }],
  });
});

test('an unfinished or a strange form is no fault', () => {
  const form = object({ contact: object({ phone: text() }), toString: text() });
  expect(carriedOver({ contact: 'none', more: [] }, form, form)).toEqual({});
  expect(carriedOver({ contact: { phone: 7 } }, form, form)).toEqual({ contact: { phone: 7 } });
  expect(carriedOver({ a: 1 }, {}, form)).toEqual({});
});

const { items } = catalogueInput().parse(readSeed());

test('property: of whichever two items, only what the other form describes goes over, each value from where it stood', () => {
  fc.assert(
    fc.property(fc.constantFrom(...items), fc.constantFrom(...items), ({ form: from = {} }, { form: to = {} }) => {
      const form = honestForm(from);
      const values = new Set(leavesOf(from, form).map(({ value }) => value));
      for (const { rules, value } of leavesOf(to, carriedOver(form, from, to))) {
        expect(rules.type).toBeDefined();
        expect(values).toContain(value);
      }
      expect(carriedOver(form, from, from)).toEqual(form);
    }),
  );
});
