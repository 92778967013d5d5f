import type * as z from 'zod';
import type { Application } from './domain/case/application.ts';
import { faultsIn, type CatalogueFault } from './domain/catalogue/faults.ts';
import { catalogueInput, type Item, type PublishedItem } from './domain/catalogue/item.ts';
import { ownFaults } from './domain/catalogue/own-faults.ts';
import { labelled } from './labelled.fake.ts';
import { schemaFaults } from '#shared/json-schema-faults';
import { outlineOf } from './stores/item-rows.ts';

export const amr = { key: 'amr', name: '市场监督管理局', nameEn: 'Market Regulation' };
export const health = { key: 'health', name: '卫生健康局', nameEn: 'Health' };

const limit = { unit: 'working-day', from: 'accepted', of: 'office' } as const;

/** A form with personal data at several depths. */
export const demoForm = {
  type: 'object',
  additionalProperties: false,
  required: ['operator', 'contact'],
  properties: {
    operator: { type: 'string', minLength: 2 },
    contact: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', 'x-mask': 'name' }, phone: { type: 'string', 'x-mask': 'phone' } },
    },
    managers: {
      type: 'array',
      items: { type: 'object', properties: { id: { type: 'string', 'x-mask': 'document-number' } } },
    },
  },
};

/** Codes of an item that has this basic code, in the sets of the tests. */
export const codesOf = (base: string) => ({
  base,
  implementing: Object.fromEntries(['gulou', 'jinan', 'fuzhou'].map((set) => [set, `11350199000000000X4${base}`])),
});

/** A code that only this key has, among those of a test. */
export const codesFor = (key: string) => {
  const hash = Array.from(key).reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 36 ** 6, 7);
  return codesOf(`000101${hash.toString(36).toUpperCase().padStart(6, '0')}`);
};

/** An item as a publisher loads it. */
export const itemOf = (rest: Partial<Item> = {}): Item => ({
  key: 'food-business-licence',
  name: '食品经营许可（新办）',
  nameEn: 'Food business licence',
  type: '01',
  audience: ['1', '2'],
  department: 'amr',
  level: 4,
  kind: 2,
  materials: [],
  fee: [],
  legalLimit: { n: 20, ...limit },
  promisedLimit: { n: 5, ...limit },
  basis: '食品安全法 art. 35',
  result: { licenceType: null, validity: '5y', public: true },
  situations: ['新办'],
  codes: codesFor(rest.key ?? 'food-business-licence'),
  ...rest,
  form: 'form' in rest ? rest.form && labelled(rest.form) : labelled(demoForm),
});

/** An item as it is offered. */
export const offeredItem = (rest: Partial<PublishedItem> = {}): PublishedItem => ({
  ...itemOf(rest),
  version: 1,
  since: 1,
  from: '2026-08-03',
  ...rest,
});

type Said = z.input<ReturnType<typeof catalogueInput>>;

/** What an edition says, with a line for each of its items. */
export const outlined = (said: Said) => outlineOf(catalogueInput().parse(said));

/** All that is wrong with an edition, beside what holds. */
export function faultsOf(said: Said, standing?: Said): CatalogueFault[] {
  const content = catalogueInput().parse(said);
  return [...faultsIn(outlineOf(content), standing && outlined(standing)), ...ownFaults(content.items, schemaFaults)];
}

/** A case of a company for the demo item, just begun online unless said otherwise. */
export const applicationOf = (rest: Partial<Application> = {}): Application => ({
  id: '0190a5b2-0000-7000-8000-000000000001',
  version: 1,
  state: 'draft',
  itemKey: 'food-business-licence',
  itemVersion: 1,
  catalogueVersion: 1,
  department: 'amr',
  departments: ['amr'],
  situation: '新办',
  handling: 'promised',
  promised: { n: 5, ...limit },
  legal: { n: 20, ...limit },
  channel: 'online',
  partyId: 'p_company',
  createdAt: new Date('2026-08-03T01:00:00Z'),
  committed: false,
  charges: [],
  corrections: [],
  tasks: [],
  visits: 0,
  recused: [],
  pauses: [],
  warned: [],
  timelineHash: '',
  ...rest,
});
