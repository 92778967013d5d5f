import { expect, test } from 'vitest';
import { waterOff } from '../../../../test/support/batch-rows.ts';
import { fc } from '../../../../test/support/property.ts';
import { lint } from '../template/lint.ts';
import type { Template } from '../template/template.ts';
import { namesAsked } from '../template/names.ts';
import { valuesChecked } from './check-values.ts';

const template: Template = { ...waterOff, wechat: { thing1: { zh: '((place))', en: '((place))' } } };
const signature = '鼓楼政务';

test('the names that a template asks are those of all its texts, and a flag is told from what is said', () => {
  expect(namesAsked(template)).toEqual({ names: ['car', 'place', 'until'], flags: new Set(['car']) });
});

test('property: values are sound where the template with them as its sample would be', () => {
  const piece = fc.constantFrom(
    '五一路',
    'a',
    ' ',
    'evil.com',
    '35010219900101123X',
    '🚱',
    '长'.repeat(40),
    'fuzhou.gov.cn',
    '((until))',
  );
  const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  const values = fc.record({
    place: text.filter((one) => one.trim() !== ''),
    until: fc.constantFrom('2026-08-05', '长'.repeat(100)),
    car: fc.constantFrom('yes', 'no'),
  });
  const check = valuesChecked({ template, signature });
  fc.assert(
    fc.property(values, (given) => {
      expect(check(given).length === 0).toBe(lint({ ...template, sample: given }, signature).length === 0);
    }),
  );
});
