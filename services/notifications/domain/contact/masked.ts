import type { Address } from './contact.ts';

const first = 3;
const last = 4;

/** An openid by its ends: nobody knows his own by heart. */
export const maskOpenid = (value: string): string =>
  value.slice(0, first) + '*'.repeat(Math.max(0, value.length - first - last)) + value.slice(-last);

/** The number as its owner writes it. */
export const nationalOf = ({ value }: Pick<Address, 'value'>): string => value.replace(/^\+86/, '');
