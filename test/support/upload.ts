import { createHash } from 'node:crypto';
import * as z from 'zod';
import { etagOf, expectStatus } from './cases.ts';
import type { Caller } from './hall.ts';

/** The library runs in the city. */
export const inCity = { set: 'fuzhou' };
/** How somebody acts on what he has just read there. */
export const asRead = async (who: Caller, path: string) => ({
  ...inCity,
  ifMatch: etagOf(await who.get(path, inCity)),
});
export const hexOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** What is declared of a PDF. */
export const fileOf = (bytes: Uint8Array, type: string) => ({
  type,
  name: '公司章程.pdf',
  mediaType: 'application/pdf',
  size: bytes.length,
  sha256: hexOf(bytes),
});
export const declared = z.looseObject({
  id: z.uuid(),
  status: z.string(),
  upload: z.object({ url: z.url(), headers: z.record(z.string(), z.string()) }).optional(),
});

export async function declare(owner: Caller, bytes: Uint8Array, type = 'articles') {
  return declared.parse((await expectStatus(owner.post('/materials', fileOf(bytes, type), inCity), 201)).body);
}

/** Sends a file where its declaration says; the status of the answer. */
export async function put({ upload }: z.infer<typeof declared>, bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  return (await fetch(upload?.url ?? '', { method: 'PUT', body: bytes, headers: { ...upload?.headers } })).status;
}

const askedCopy = z.looseObject({ copy: z.object({ id: z.uuid() }) });

/** The file of a copy that an office has asked for, once it is made. */
export async function copyFor(who: Caller, asked: object): Promise<Buffer> {
  const { id } = askedCopy.parse(asked).copy;
  const { body } = await expectStatus(who.get(`/materials/copies/${id}/file`, inCity), 200);
  return Buffer.from(await (await fetch(String(body['url']))).arrayBuffer());
}
