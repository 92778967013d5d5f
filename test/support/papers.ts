import * as z from 'zod';
import { expectStatus, pathOf } from './cases.ts';
import type { Answer, Caller, Hall } from './hall.ts';

const opened = z.looseObject({ url: z.url() });

/** The answer with the file of a paper of a case, from the address that its reader is given. */
export async function openPaper(who: Caller, id: string, name: string): Promise<Response> {
  const answer = await expectStatus(who.get(`${pathOf(id)}/documents/${name}`), 200);
  return fetch(opened.parse(answer.body).url);
}

/** Shows a file to the public check of a set, as anybody can. */
export const verifyPaper = ({ anyone }: Hall, bytes: Uint8Array, set = 'gulou'): Promise<Answer> =>
  anyone.post('/intake/public/documents/verify', { content: Buffer.from(bytes).toString('base64') }, { set });
