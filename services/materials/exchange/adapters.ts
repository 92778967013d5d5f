import * as z from 'zod';
import { once } from '#shared/once';
import type { Inquiry } from './exchange.ts';

/** How one register is asked and how its reply reads in our words; undefined where that is not what was agreed. */
interface Adapter {
  path: string;
  ask: (inquiry: Inquiry) => Record<string, string>;
  read: (data: unknown) => Record<string, string> | undefined;
}

const said = once(() => z.string().min(1));
const dayText = /^(\d{4})(\d{2})(\d{2})$/;
/** 20260803 as registers write it. */
const day = once(() =>
  z
    .string()
    .regex(dayText)
    .transform((text) => text.replace(dayText, '$1-$2-$3')),
);
const yes = once(() => z.enum(['0', '1']).transform((flag) => (flag === '1' ? '是' : '否')));
/** GB/T 2261.1 */
const sex = once(() => z.enum(['1', '2']).transform((code) => (code === '1' ? '男' : '女')));

/** The words of a register by ours: `[ours, theirs, how it is read]`; what it leaves out is left out. */
type Word = readonly [ours: string, theirs: string, as: () => z.ZodType<string>];

function reading(words: readonly Word[], must: readonly string[]): Adapter['read'] {
  const record = once(() =>
    z.object(
      Object.fromEntries(words.map(([ours, theirs, as]) => [theirs, must.includes(ours) ? as() : as().optional()])),
    ),
  );
  return (data) => {
    const read = record().safeParse(data);
    if (!read.success) return undefined;
    const values = new Map(Object.entries(read.data));
    return Object.fromEntries(
      words.flatMap(([ours, theirs]) => {
        const value = values.get(theirs);
        return value === undefined ? [] : [[ours, value]];
      }),
    );
  };
}

const ofSubject: Adapter['ask'] = ({ subject }) => ({ subject });
/** Which licence, which certificate: the line of the list names it. */
const ofKind: Adapter['ask'] = ({ subject, requirement }) => ({ subject, kind: requirement });

const text = said;
const adapters: ReadonlyMap<string, Adapter> = new Map([
  [
    'population',
    {
      path: '/population/persons/query',
      ask: ofSubject,
      read: reading(
        [
          ['name', 'xm', text],
          ['sex', 'xbdm', sex],
          ['birth-date', 'csrq', day],
          ['ethnicity', 'mz', text],
          ['registered-address', 'hjdz', text],
          ['household-address', 'hkszd', text],
          ['household-head', 'hzxm', text],
        ],
        ['name', 'sex', 'birth-date'],
      ),
    },
  ],
  [
    'legal-entity',
    {
      path: '/legal-entities/query',
      ask: ofSubject,
      read: reading(
        [
          ['name', 'dwmc', text],
          ['uscc', 'tyshxydm', text],
          ['legal-representative', 'fddbr', text],
          ['registered-address', 'zs', text],
          ['scope', 'jyfw', text],
          ['registered-capital', 'zczb', text],
          ['status', 'djzt', text],
        ],
        ['name', 'uscc', 'status'],
      ),
    },
  ],
  [
    'licence',
    {
      path: '/licences/query',
      ask: ofKind,
      read: reading(
        [
          ['type', 'zzlx', text],
          ['number', 'zzbh', text],
          ['issuer', 'fzjg', text],
          ['valid-from', 'yxqq', day],
          ['valid-until', 'yxqz', day],
        ],
        ['type', 'number', 'issuer'],
      ),
    },
  ],
  [
    'real-estate',
    {
      path: '/real-estate/rights/query',
      ask: ofSubject,
      read: reading(
        [
          ['certificate-number', 'bdcqzh', text],
          ['unit-number', 'bdcdyh', text],
          ['address', 'zl', text],
          ['area', 'jzmj', text],
          ['mortgaged', 'sfdy', yes],
        ],
        ['certificate-number', 'mortgaged'],
      ),
    },
  ],
  [
    'tax',
    {
      path: '/tax/payments/query',
      ask: ofSubject,
      read: reading(
        [
          ['annual-tax', 'nse', text],
          ['year', 'ssnd', text],
          ['arrears', 'sfqs', yes],
        ],
        ['annual-tax', 'year'],
      ),
    },
  ],
  [
    'health',
    {
      path: '/health/records/query',
      ask: ofKind,
      read: reading(
        [
          ['birth-date', 'csrq', day],
          ['birth-time', 'cssj', text],
          ['birth-place', 'csdd', text],
          ['child-sex', 'xbdm', sex],
          ['gestation-weeks', 'yz', text],
          ['weight', 'cstz', text],
          ['length', 'cssc', text],
          ['institution', 'jsjg', text],
          ['mother-name', 'mqxm', text],
          ['mother-document', 'mqzjhm', text],
          ['physician-qualification', 'yszgbh', text],
        ],
        [],
      ),
    },
  ],
  [
    'education',
    {
      path: '/education/degrees/query',
      ask: ofSubject,
      read: reading(
        [
          ['highest-degree', 'zgxl', text],
          ['major', 'zy', text],
          ['school', 'byyx', text],
        ],
        ['highest-degree'],
      ),
    },
  ],
]);

/** Whether a register is asked for a kind, which a line of a list names. */
export const isOfKind = (resource: string): boolean => adapters.get(resource)?.ask === ofKind;

/** The adapter of a resource; undefined where a release brought none. */
export const adapterOf = (resource: string): Adapter | undefined => adapters.get(resource);
