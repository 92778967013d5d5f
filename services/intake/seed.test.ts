import { expect, test } from 'vitest';
import { checkUscc } from '#shared/identity-number';
import { readSeed } from '../../localstack/seed-files.ts';
import { codeFaults } from './domain/catalogue/code-faults.ts';
import { faultsOf, outlined } from './cases.fake.ts';
import { catalogueInput } from './domain/catalogue/item.ts';
import { inWorkingDays } from './domain/supervision/working-days.ts';
import { themes } from './domain/catalogue/themes.ts';

const catalogue = catalogueInput().parse(readSeed());
const { departments, items, bundles } = catalogue;
const departmentKeys = departments.map(({ key }) => key);
const foreign = /\p{Script=Han}/u;

test('the demonstration catalogue may be published', () => {
  expect(items).toHaveLength(60);
  expect(faultsOf(catalogue)).toEqual([]);
  for (const set of ['gulou', 'jinan', 'fuzhou']) {
    expect(codeFaults(outlined(catalogue).items, { set, items: [] })).toEqual([]);
  }
});

test('its codes have the shape of GB/T 39046-2020, name bodies that are nobody, and belong to one item each', () => {
  const bases = items.map(({ codes }) => codes!.base);
  expect(new Set(bases).size).toBe(items.length);
  for (const { type, level, codes } of items) {
    const { base, implementing } = codes!;
    expect(base).toMatch(new RegExp(`^00${type}\\d{8}$`));
    expect(Object.keys(implementing)).toEqual(['gulou', 'jinan', 'fuzhou']);
    for (const [set, code] of Object.entries(implementing)) {
      expect(checkUscc(code.slice(0, 18))).toMatchObject({ ok: true, warnings: [] });
      expect(code.slice(2, 8)).toBe('350199');
      // What a district decides as a county, the city decides as a city.
      expect(code.slice(18)).toBe(`${set === 'fuzhou' && level === 4 ? 3 : level}${base}`);
    }
  }
  const bodies = items.map(({ department, codes }) => [department, codes!.implementing['gulou']!.slice(0, 18)].join());
  expect(new Set(bodies).size).toBe(new Set(items.map(({ department }) => department)).size);
});

test('every item says under which conditions, where and how it is applied for, and what people call it', () => {
  const known = new Set<string>(themes.map(({ key }) => key));
  for (const { key, conditions = [], themes: named = [], keywords = [], channels = [], guide } of items) {
    expect(conditions.length, key).toBeGreaterThanOrEqual(2);
    expect(keywords.length, key).toBeGreaterThanOrEqual(3);
    expect(new Set(keywords).size, key).toBe(keywords.length);
    expect(channels, key).toContain('window');
    expect(named.length, key).toBeGreaterThan(0);
    for (const theme of named) expect(known, key).toContain(theme);
    expect(guide?.questions?.length, key).toBeGreaterThanOrEqual(2);
    for (const phone of guide!.phones!) expect(phone).toMatch(/^0591-0000-\d{4}$/);
  }
  expect(new Set(items.flatMap((item) => item.themes ?? []))).toEqual(known);
});

test('an agent officer may apply for whatever a stage of a project plans, and for a bundle wholly or not at all', () => {
  const offers = (key: string) => items.find((one) => one.key === key)?.channels?.includes('agency') ?? false;
  const planned = items.filter(({ stage }) => stage !== undefined).map(({ key }) => key);
  expect(planned.length).toBeGreaterThan(20);
  // A restaurant opens in a building that a project has made: what it needs is planned with that.
  for (const key of [...planned, 'public-place-hygiene']) expect(offers(key), key).toBe(true);
  for (const { key, parts } of bundles ?? []) {
    expect(new Set(parts.map(({ item }) => offers(item))).size, key).toBe(1);
  }
});

test('what people say finds its item by name or keyword', () => {
  const said: Record<string, string> = {
    开饭店: 'food-business-licence',
    身份证丢了: 'id-card-replacement',
    办护照: 'passport',
    驾照补办: 'driving-licence-replacement',
    上户口: 'household-registration',
    开公司: 'company-registration',
    低保: 'minimum-living',
    二手房过户: 'house-transfer',
  };
  for (const [words, key] of Object.entries(said)) {
    const found = items.filter(({ keywords = [] }) => keywords.includes(words)).map((item) => item.key);
    expect(found).toEqual([key]);
  }
});

test('each material says who issues it and what a reviewer looks at, in whichever situations there are', () => {
  for (const { key, materials, situations } of items) {
    for (const { type, nameEn = '', issuer, reviewPoints = [], medium, situations: only = [] } of materials) {
      expect(nameEn, `${key}/${type}`).toMatch(/^[^\p{Script=Han}]+$/u);
      expect([issuer, medium], `${key}/${type}`).not.toContain(undefined);
      expect(reviewPoints.length, `${key}/${type}`).toBeGreaterThanOrEqual(2);
      for (const situation of only) expect(situations, `${key}/${type}`).toContain(situation);
    }
  }
});

test('a licence that an item wants from the offices is what another item produces', () => {
  const produced = new Set(items.flatMap(({ produces = [] }) => produces));
  const wanted = items.flatMap(({ materials }) =>
    materials.filter(({ sharedResource }) => sharedResource === 'licence'),
  );
  for (const { type } of wanted) expect(produced).toContain(type);
  for (const { result, produces = [] } of items) if (result.licenceType) expect(produces).toContain(result.licenceType);
});

test('whoever approves and supervises is a department, and nothing is asked today that was not asked before', () => {
  for (const { key, approvingBody, supervisingBody, baseline, materials, steps = [], ...item } of items) {
    expect(departmentKeys).toContain(approvingBody);
    expect(departmentKeys).toContain(supervisingBody);
    expect(baseline!.steps, key).toBeGreaterThanOrEqual(steps.length);
    expect(baseline!.materials, key).toBeGreaterThanOrEqual(materials.length);
    expect(baseline!.visits, key).toBeGreaterThanOrEqual(item.visits!);
    expect(inWorkingDays({ n: baseline!.days, unit: baseline!.unit }), key).toBeGreaterThanOrEqual(
      inWorkingDays(item.promisedLimit),
    );
  }
});

test('whoever reviews beside the department is a joint department, and most of what takes days says its steps', () => {
  const long = items.filter(({ kind, promisedLimit: { n, unit } }) => kind === 2 && unit === 'working-day' && n >= 3);
  expect(long.filter(({ steps = [] }) => steps.length > 1).length / long.length).toBeGreaterThan(0.8);
  for (const { key, department, steps = [], jointDepartments = [] } of items) {
    const others = steps.map((step) => step.department).filter((one) => one !== department);
    expect(new Set(jointDepartments), key).toEqual(new Set(others));
  }
});

test('what is licensed is mostly supervised by another body than the one that grants it', () => {
  const licences = items.filter(({ type }) => type === '01');
  const apart = licences.filter(({ approvingBody, supervisingBody }) => approvingBody !== supervisingBody);
  expect(apart.length / licences.length).toBeGreaterThan(0.6);
});

test('a commitment names conditions, duties and consequences of its own, and spares only what the item asks', () => {
  const committed = items.filter(({ commitment }) => commitment);
  expect(new Set(committed.map(({ commitment }) => commitment!.text)).size).toBe(committed.length);
  for (const { materials, commitment } of committed) {
    const { text, textEn = '', covers } = commitment!;
    expect(text).toMatch(/告知：.*承诺：.*后果：/);
    expect(textEn).toMatch(/ states: .*commits.*Consequences: /);
    expect(foreign.test(textEn)).toBe(false);
    for (const type of covers) expect(materials.map((material) => material.type)).toContain(type);
  }
});

test('its bundles put each item after what it needs', () => {
  expect(bundles.map(({ key }) => key)).toEqual(['open-a-restaurant', 'newborn']);
  for (const { parts } of bundles) {
    const order = parts.map(({ item }) => item);
    for (const { item, needs } of parts) {
      for (const need of needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(item));
    }
  }
});
