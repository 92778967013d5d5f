import { sha256 } from '#shared/cause';
import type { Application } from '../../domain/case/application.ts';
import { toleranceFor } from '../../domain/case/tolerance.ts';
import type { Tolerate } from '../../domain/case/tolerating.ts';
import type { IntakeDeps } from '../../deps.ts';
import { itemOf } from './item-of.ts';

/** What may follow is the item's to say, in the words that its applicant has signed. */
export async function toleranceOf(found: Application, deps: Pick<IntakeDeps, 'catalogue'>): Promise<Tolerate> {
  return toleranceFor({ item: await itemOf(found, deps), hashOf: sha256 });
}
