import { expect, test } from 'vitest';
import { sharedResources } from '#events/materials/shared-resources';
import { departments } from '../../localstack/issuer/departments.ts';
import { openLibrary } from '../../test/support/library.ts';

const read = (key = '') => openLibrary().send('GET', `/materials/public/shared-resources${key}`);

test('anybody reads what offices share: who holds it, on which terms, and from when', async () => {
  const { items } = (await read()).body;
  expect(items).toHaveLength(sharedResources.length);
  expect(items).toContainEqual(
    expect.objectContaining({ key: 'tax', class: 2, provider: { district: 'fuzhou', department: 'tax' } }),
  );
  const sex = { key: 'sex', name: '性别', nameEn: 'Sex' };
  expect((await read('/population')).body).toMatchObject({ class: 1, fields: expect.arrayContaining([sex]) });
  expect((await read('/none')).status).toBe(404);
});

test('each has one key, a department that there is, and a law; what is not shared offers no field', () => {
  const keys = sharedResources.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const known = new Set<string>(departments.map(({ key }) => key));
  for (const { class: kind, fields, provider, basis } of sharedResources) {
    expect(known).toContain(provider.department);
    expect(basis).toMatch(/第.+条/);
    expect(fields.length > 0).toBe(kind !== 3);
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  }
});
