import { etagOf, expectStatus, idOf } from './cases.ts';
import type { Answer, Caller, Hall } from './hall.ts';
import { waterOff } from './batch-rows.ts';
import { declared, hexOf, inCity, put } from './upload.ts';

/** Gulou's template of water that is off comes into force, by two people. */
export async function publishWaterOff(hall: Hall): Promise<void> {
  const edition = { district: 'gulou', signature: '鼓楼政务', templates: [waterOff], rules: [] };
  const proposed = await expectStatus(hall.as('editor').post('/notifications/editions', edition, inCity), 201);
  const path = `/notifications/editions/${idOf(proposed)}/approve`;
  await expectStatus(hall.as('publisher').post(path, {}, inCity), 200);
}

/** A batch of a file: declared, sent to its address and confirmed; gives its path. */
export async function sendBatch(editor: Caller, bytes: Buffer<ArrayBuffer>): Promise<string> {
  const file = { sha256: hexOf(bytes), bytes: bytes.length };
  const wish = { district: 'gulou', title: '停水通知', template: waterOff.key, file };
  const made = await expectStatus(editor.post('/notifications/batches', wish, inCity), 201);
  const status = await put(declared.parse(made.body), bytes);
  if (status !== 200) throw new Error(`the bucket answered ${status}`);
  const path = `/notifications/batches/${idOf(made)}`;
  await expectStatus(editor.post(`${path}/confirm`, {}, inCity), 200);
  return path;
}

/** What people do with a batch, by how it stands when they look; a run that begins its next turn meanwhile makes them look again. */
export async function actOnBatch(who: Caller, path: string, act: string): Promise<Answer> {
  const read = await expectStatus(who.get(`${path}/progress`, inCity), 200);
  const done = await who.post(`${path}/${act}`, {}, { ...inCity, ifMatch: etagOf(read) });
  return done.status === 412 ? actOnBatch(who, path, act) : done;
}
