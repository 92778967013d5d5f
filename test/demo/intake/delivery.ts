import * as z from 'zod';
import { findAccount } from '../../../localstack/issuer/accounts.ts';
import { hasItem, itemsOf, pathOf } from '../../support/cases.ts';
import { eventually, type Hall } from '../../support/hall.ts';
import { openPaper, verifyPaper } from '../../support/papers.ts';
import { answered, refused, type Story } from '../story.ts';

/** The decision becomes a sealed paper, and comes to the citizen's sister by a code at the desk of Jin'an. */
export async function deliveryStory(hall: Hall, story: Story, id: string): Promise<void> {
  const name = await papered(hall, story, id);
  const code = await madeReady(hall, story, `${pathOf(id)}/delivery`);
  await fetched(hall, story, { path: `${pathOf(id)}/delivery`, code });
  await story.step(
    '验真 · whoever holds the PDF can check it: made here, sealed, no byte altered',
    async () => verifyPaper(hall, await (await openPaper(hall.as('citizen'), id, name)).bytes()),
    ({ status, body }) => status === 200 && body['verdict'] === 'intact',
  );
}

async function papered(hall: Hall, { step }: Story, id: string): Promise<string> {
  const citizen = hall.as('citizen');
  const list = await step(
    '决定书 · some seconds later the decision is a paper with its number and the office’s seal',
    () =>
      eventually(
        () => citizen.get(`${pathOf(id)}/documents`),
        (answer) => hasItem(answer, ({ kind }) => kind === 'decision'),
      ),
    (answer) => hasItem(answer, ({ kind, number }) => kind === 'decision' && number !== undefined),
  );
  const name = String(itemsOf(list).find(({ kind }) => kind === 'decision')?.['document']);
  await step(
    '未领取 · what he has not taken yet he does not read: having it is its delivery',
    () => citizen.get(`${pathOf(id)}/documents/${name}`),
    refused(409, 'result-not-taken'),
  );
  return name;
}

async function madeReady(hall: Hall, { step }: Story, path: string): Promise<string> {
  const citizen = hall.as('citizen');
  await step(
    '送达 · within ten working days of the decision the result must be with the citizen',
    () => eventually(() => citizen.get(path), answered(200)),
    (answer) => answered(200, 'due')(answer) && typeof answer.body['deliverBy'] === 'string',
  );
  await step(
    '送达方式 · he chooses the desk near him, in Jin’an',
    () => citizen.post(`${path}/choose`, { way: 'window', hall: 'yuefeng' }),
    answered(200, 'due'),
  );
  await step(
    '待领取 · Gulou’s clerk says that it lies there; the clerk does not learn the code',
    async () => [await hall.as('clerk').post(`${path}/make-ready`, {}), await hall.as('clerk').get(path)] as const,
    ([done, seen]) => answered(200, 'ready')(done) && seen.body['pickUpCode'] === undefined,
  );
  const { body } = await step(
    '取件码 · the citizen has a code to send somebody with',
    () => citizen.get(path),
    ({ body: shown }) => String(shown['pickUpCode']).length === 6,
  );
  return z.string().parse(body['pickUpCode']);
}

async function fetched(hall: Hall, { step }: Story, { path, code }: { path: string; code: string }): Promise<void> {
  const sister = { relation: 'relative', document: findAccount('citizen-2')?.document };
  const handOver = (said: string) => () =>
    hall
      .as('community.jinan')
      .post(`${path}/hand-over`, { code: said, entry: { hall: 'yuefeng', signatureKept: true, present: sister } });
  await step(
    '领取 · whoever has another code gets nothing',
    handOver(code === 'AAAAAA' ? 'BBBBBB' : 'AAAAAA'),
    refused(409, 'wrong-code'),
  );
  await step('领取 · his sister has the code: the desk hands it over', handOver(code), answered(200, 'delivered'));
  await step(
    '送达回证 · the proof says when, at which desk, and by what',
    () => hall.as('citizen').get(path),
    ({ body }) =>
      proof.safeParse(body['proof']).success && body['late'] === false && JSON.stringify(body).includes('hand-over'),
  );
}

const proof = z.object({
  kind: z.literal('picked-up'),
  saw: z.literal('code'),
  at: z.string(),
  entry: z.object({ office: z.literal('jinan/community') }),
});
