import type { Call } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { ReadAhead } from '../material/bar.ts';

/** Begins to read what a case has of its materials beside the case itself; a fault shows where it is waited for. */
export function materialsAhead(
  { params }: Pick<Call, 'params'>,
  deps: Pick<IntakeDeps, 'caseMaterials'>,
): Promise<ReadAhead> {
  const reading = import('../material/bar.ts').then(({ readAhead }) => readAhead(params['id'] ?? '', deps));
  reading.catch(() => undefined);
  return reading;
}
