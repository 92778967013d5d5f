import type { Call } from '#shared/route';
import { needsCopy, type Copy } from '../../domain/copy/copy.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { addressOf, type Readable } from '../address-of.ts';

/** Who reads, as his post names it, by which right and why. */
export interface Reading {
  id: string;
  post: { role: string };
  office: string;
  caseId?: string;
  grantId?: string;
  reason: string;
}

/** What is told of what was asked for, and the copy that is to be made of it. */
export interface Given {
  shown: object;
  copy?: Copy;
}

/** What an office is given of a file: of a PDF a copy that is to be made, of anything else its address. */
export async function givenOf(
  file: Readable,
  { post: { role }, ...reading }: Reading,
  { scope, cause, deps }: Pick<Call, 'scope' | 'cause'> & { deps: Pick<MaterialsDeps, 'files'> },
): Promise<Given> {
  if (!needsCopy(file.mediaType)) return { shown: await addressOf(file, cause.at, deps) };
  const { objectKey, name } = file;
  const asked = { ...reading, role, actor: scope.actor.sub, at: cause.at, original: { objectKey, name } };
  return { shown: { copy: { id: reading.id, status: 'making' } }, copy: { ...asked, state: 'making' } };
}
