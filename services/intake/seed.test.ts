import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schemaCheck, schemaFault } from '#shared/json-schema';
import { messages } from '#shared/locale';
import { faultsIn } from './domain/catalogue/catalogue.ts';
import { masksOf } from './domain/form/form.ts';
import { catalogueInput } from './domain/catalogue/item.ts';
import { masked } from './domain/form/masking.ts';

const text = readFileSync(join(import.meta.dirname, 'seed/catalogue.json'), 'utf8');
const catalogue = catalogueInput().parse(JSON.parse(text));
const licence = catalogue.items.find(({ key }) => key === 'food-business-licence');

// A visibly fictional operator.
const form = {
  operatorName: '示例餐饮有限公司',
  uscc: '91350100MA00000000',
  legalRepresentative: { name: '示例甲', documentNumber: '350199199001011234' },
  registeredAddress: '福州市鼓楼区示例路1号',
  premises: { address: '福州市鼓楼区示例路2号', areaSquareMetres: 120, kitchenSquareMetres: 40 },
  businessForm: 'catering',
  projects: ['hot-food'],
  safetyManagers: [{ name: '示例乙', documentNumber: '350199199001015678', kind: 'officer' }],
  staff: 8,
  contact: { name: '示例丙', phone: '13800000000', mail: 'example@example.com' },
  declaration: true,
};

test('the demonstration catalogue may be published, and fits into one request', () => {
  expect(faultsIn(catalogue, schemaFault)).toEqual([]);
  expect(Buffer.byteLength(JSON.stringify(catalogue))).toBeLessThan(256 * 1024);
});

test('its food business licence takes an honest form, and names each fault of another', () => {
  const check = schemaCheck(licence?.form ?? {});
  expect(check(form, messages.zh)).toEqual([]);
  const wrong = { ...form, uscc: 'x', staff: 0, projects: [], declaration: false, contact: {} };
  const places = check(wrong, messages.zh).map(({ path }) => path.join('.'));
  expect(new Set(places)).toEqual(
    new Set(['uscc', 'staff', 'projects', 'declaration', 'contact.name', 'contact.phone']),
  );
});

test('no personal value of it is shown masked', () => {
  const shown = JSON.stringify(masked(form, masksOf(licence?.form)));
  for (const secret of ['示例甲', '示例乙', '示例丙', '3501991990', '13800000000', 'example@', '示例路', form.uscc]) {
    expect(shown).not.toContain(secret);
  }
});
