import { codesFor, demoForm, itemOf } from '../../../services/intake/cases.fake.ts';
import { labelled } from '../../../services/intake/labelled.fake.ts';
import { goodForm } from '../intake.ts';

/** How an item is handled, as data: what the catalogue says of it, and what the model knows of its cases. */
export const kinds = {
  promised: { kind: 2, promised: true, committed: false, steps: true },
  'on-the-spot': { kind: 1, promised: true, committed: false, steps: false },
  filing: { kind: 2, promised: false, committed: false, steps: false },
  commitment: { kind: 2, promised: true, committed: true, steps: true },
} as const;
export type Kind = keyof typeof kinds;

export interface Promised {
  promise: { n: number; unit: 'working-day' | 'day' };
  stepDays: number;
}

export const checkWithin = 3;
const commitment = { text: '承诺符合标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin };
const plan = {
  type: 'plan',
  name: '平面图',
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  sharedResource: null,
  about: 'party',
  originals: 1,
  copies: 0,
} as const;
const office = { from: 'accepted', of: 'office' } as const;

/** An item of a kind; what it asks in its form is the same in all but one. */
function itemLike(kind: Kind, department: string, { promise, stepDays }: Promised) {
  const { promised, committed } = kinds[kind];
  const limit = promised ? { ...promise, ...office } : { n: 0, unit: 'working-day' as const, ...office };
  return itemOf({
    department,
    kind: kinds[kind].kind,
    special: ['hearing'],
    // No grant of a life is the licence that a later case renews: what a clerk saw of it is all that the office knows.
    result: { licenceType: null, validity: null, public: true },
    situations: ['新办', '延续'],
    // Most renewals of a life come in the last days of their licences.
    renewBefore: 0,
    materials: [plan],
    promisedLimit: limit,
    ...(!promised && { legalLimit: limit }),
    steps: kinds[kind].steps ? [{ department, name: '审查', mode: 'serial', days: stepDays }] : [],
    ...(committed && { commitment }),
  });
}

const withSeats = {
  ...demoForm,
  required: ['operator', 'seats'],
  properties: { ...demoForm.properties, seats: { type: 'integer' } },
};

const named = (key: string) => ({ key, codes: codesFor(key) });

/** The catalogue of a life: the item, what takes its place one day, and two of another office to forward to. */
export function itemsOf(kind: Kind, promised: Promised) {
  const own = itemLike(kind, 'amr', promised);
  const far = itemLike('promised', 'health', promised);
  return [
    { ...own, ...named('own') },
    { ...own, ...named('successor') },
    { ...far, ...named('far') },
    { ...far, ...named('far-seats'), form: labelled(withSeats) },
  ];
}

/** A form that is whole, by the item it is for. */
export const wholeForm = (item: string): object => (item === 'far-seats' ? { ...goodForm, seats: 40 } : goodForm);
