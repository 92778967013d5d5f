import { endOf } from '#shared/calendar';
import type { Application } from './application.ts';

type Renewed = Pick<Application, 'situation' | 'expiresOn' | 'submittedAt'>;

/**
 * When silence renews: as the licence ends (行政许可法 art. 50). Undefined where nothing is renewed, and where it came in, or
 * came in whole, only when the licence had ended: nobody was late with that.
 */
export function renewedAt({ situation, expiresOn, submittedAt }: Renewed): Date | undefined {
  const end = situation === '延续' && expiresOn ? endOf(expiresOn) : undefined;
  return end && submittedAt && submittedAt > end ? undefined : end;
}
