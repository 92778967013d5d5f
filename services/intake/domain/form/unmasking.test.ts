import { expect, test } from 'vitest';
import { demoForm } from '../../cases.fake.ts';
import { masksOf } from './form.ts';
import { masked } from './masking.ts';
import { unmasked } from './unmasking.ts';

const masks = masksOf(demoForm);
const kept = {
  operator: '示例公司',
  contact: { name: '段正淳', phone: '18049531999' },
  managers: [{ id: '51343620000320711X' }, { id: '350199199001011234' }],
};

test('a form sent back as it was shown is the form that was kept', () => {
  expect(unmasked(masked(kept, masks), kept, masks)).toEqual({ form: kept, unknown: [] });
});

test('so is one whose hidden part does not fit the form yet', () => {
  const odd = { ...kept, contact: ['段正淳'], managers: { id: 1 } };
  expect(unmasked(masked(odd, masks), odd, masks)).toEqual({ form: odd, unknown: [] });
});

test('what was changed is taken as it is, beside masks that were not', () => {
  const sent = { ...masked(kept, masks), operator: '示例店*', contact: { name: '段**', phone: '13800000000' } };
  const form = { ...kept, operator: '示例店*', contact: { name: '段正淳', phone: '13800000000' } };
  expect(unmasked(sent, kept, masks)).toEqual({ form, unknown: [] });
});

test('a mask in another place stands for nobody, and is named', () => {
  const [, second] = [{ id: '5***************1X' }, { id: '3***************34' }];
  expect(unmasked({ ...kept, managers: [second], contact: { name: '张*' } }, kept, masks).unknown).toEqual([
    ['contact', 'name'],
    ['managers', 0, 'id'],
  ]);
});
