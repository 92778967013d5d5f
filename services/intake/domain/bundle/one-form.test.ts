import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { schemaFaults } from '#shared/json-schema-faults';
import { readSeed } from '../../../../localstack/seed-files.ts';
import { catalogueInput, type PublishedItem } from '../catalogue/item.ts';
import { partsFor, type Answers } from './choice.ts';
import { materialsFor } from './materials.ts';
import { oneForm } from './one-form.ts';

const { items: inputs, bundles } = catalogueInput().parse(readSeed());
const items = new Map(
  inputs.map((item): [string, PublishedItem] => [item.key, { ...item, version: 1, since: 1, from: '2026-08-03' }]),
);
const restaurant = bundles.find(({ key }) => key === 'open-a-restaurant')!;
const newborn = bundles.find(({ key }) => key === 'newborn')!;

const properties = z.object({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) });
const formFor = (definition: typeof restaurant, answers?: Answers) => {
  const form = oneForm(partsFor(definition, answers), items);
  const { shared, items: own } = properties.parse(form).properties;
  const keysOf = (schema: unknown) => Object.keys(properties.parse(schema).properties);
  const ownOf = (item: string) => keysOf(properties.parse(own).properties[item]);
  return { form, shared: keysOf(shared), required: properties.parse(shared).required, items: keysOf(own), ownOf };
};

describe('the one form of a restaurant', () => {
  const { form, shared, required, items: asked, ownOf } = formFor(restaurant, { company: 'new', sign: 'yes' });

  test('is a schema itself', () => {
    expect(schemaFaults(form)).toEqual([]);
  });

  test('asks once for what its items share', () => {
    expect(shared).toEqual([
      'company.name',
      'company.registered-address',
      'premises.address',
      'company.scope',
      'company.registered-capital',
      'company.legal-representative-name',
      'company.legal-representative-document',
      'contact.name',
      'contact.phone',
      'contact.mail',
      'premises.area',
    ]);
    expect(required).toContain('premises.address');
    expect(required).not.toContain('contact.mail');
    expect(ownOf('food-business-licence')).toEqual(
      expect.not.arrayContaining(['operatorName', 'legalRepresentative', 'contact', 'uscc']),
    );
    expect(ownOf('food-business-licence')).toContain('businessForm');
  });

  test('does not ask for the code of a company that it creates, and does for that of one there is', () => {
    expect(shared).not.toContain('company.uscc');
    const existing = formFor(restaurant, { company: 'existing', sign: 'no' });
    expect(existing.shared).toContain('company.uscc');
    expect(existing.items).toEqual(['food-business-licence', 'public-place-hygiene']);
    expect(asked).toHaveLength(4);
  });
});

test('the form of a newborn asks for the child once, and for no number that an earlier item gives', () => {
  const { shared } = formFor(newborn);
  expect(shared).toContain('child.name');
  expect(shared).not.toContain('child.birth-certificate-number');
  expect(shared).not.toContain('child.identity-number');
});

const listed = (answers: Answers) =>
  materialsFor(partsFor(restaurant, answers), items).map(
    ({ type, items: wanting, ...way }) =>
      `${type} ${way.how}${'from' in way ? ` of ${way.from}` : ''} for ${wanting.length}`,
  );

describe('the one list of materials', () => {
  test('names what several want once, and does not ask for what an earlier item gives or an office has', () => {
    expect(listed({ company: 'new', sign: 'yes' })).toEqual([
      'identity-document shared for 3',
      'articles asked for 1',
      'registered-address-proof asked for 1',
      'business-licence result of company-registration for 3',
      'layout-plan asked for 1',
      'food-safety-rules asked for 1',
      'venue-plan asked for 1',
      'hygiene-test-report asked for 1',
      'design-drawing asked for 1',
      'sign-site-consent asked for 1',
    ]);
  });

  test('is shorter for who has a company', () => {
    expect(listed({ company: 'existing', sign: 'no' })).toContain('business-licence shared for 2');
  });
});
