import { expect, test } from 'vitest';
import { checkCode } from './code.ts';

const today = '2026-08-03';

test.each([
  ['2020-350128-92-01-065353', []],
  ['2607-350102-04-01-482913', []],
  ['2011-350102-04-01-000001', []],
  ['2607-350199-04-01-000001', []],
  ['2017-350182-04-01-000001', []],
  ['2101-350182-04-01-000001', ['region-out-of-time']],
  ['2016-350112-04-01-000001', ['region-out-of-time']],
  ['2607-440103-04-01-000001', ['region-unknown']],
])('%s can be a code, and a person confirms %j', (code, warnings) => {
  expect(checkCode(code, today)).toEqual({ ok: true, warnings });
});

test.each([
  ['', 'shape'],
  ['2020350128920106535300000', 'shape'],
  ['2020-350128-92-01-06535', 'shape'],
  ['2020-35012A-92-01-065353', 'shape'],
  ['2609-350128-92-01-065353', 'date'],
  ['2613-350128-92-01-065353', 'date'],
  ['2113-350128-92-01-065353', 'date'],
  ['1899-350128-92-01-065353', 'date'],
])('%s can be none: %s', (code, fault) => {
  expect(checkCode(code, today)).toEqual({ ok: false, fault });
});
