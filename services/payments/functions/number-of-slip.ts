import { createHash } from 'node:crypto';

/** The number of the charge that a slip stands for (32 hexadecimal digits): the same slip is the same charge, and is booked once. */
export const numberOfSlip = (slip: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(slip)).digest('hex').slice(0, 32);
