import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

const make = promisify(generateKeyPair);

export interface Pair {
  privateKey: KeyObject;
  publicKey: KeyObject;
}

/** A pair of RSA keys of 2,048 bits; some 100 ms, so none is made before it is asked for. */
export const rsaPair = (): Promise<Pair> => make('rsa', { modulusLength: 2048 });

export const privatePem = ({ privateKey }: Pair): string => String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
export const publicPem = ({ publicKey }: Pair): string => String(publicKey.export({ type: 'spki', format: 'pem' }));

/** What every merchant here is called at the channels: the city's two accounts, that of the tax office and the waterworks' own. */
export const merchantKeys = ['treasury', 'fiscal', 'tax', 'waterworks'] as const;

/** The numbers of the merchants at a channel, by our key. */
export const merchantNumbers = (first: number): Record<string, string> =>
  Object.fromEntries(merchantKeys.map((key, n) => [key, String(first + n)]));
