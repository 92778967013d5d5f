import * as z from 'zod';
import { createTable } from '../../localstack/dynamodb/tables.ts';
import { tableShape } from '../support/table-shape.ts';
import { startHall } from '../support/find-hall.ts';
import type { Line } from './table.ts';
import { againstScript } from './throughput/against-script.ts';
import type { ApplicantTask } from './throughput/applicant.ts';
import { startWorker, type Worker } from './throughput/child.ts';
import type { ScriptTask } from './throughput/script.ts';

const perRound = 96;
const atOnce = 16;
// As many facts as `publish` puts into one call under this load; see README.md.
const perPut = 10;
const inbox = z.object({ items: z.array(z.object({ caseId: z.string() })) });

// As a service's table is, with the stream that its outbox has.
const streamed = { ...tableShape, StreamSpecification: { StreamViewType: 'NEW_IMAGE' } };

type Running = Awaited<ReturnType<typeof startHall>>;

/** Submissions a second through the whole local cloud until every consumer has committed, against D3. */
export async function throughput(): Promise<Line[]> {
  const found = await startHall();
  const applicant = startWorker<ApplicantTask>('applicant.ts');
  const script = startWorker<ScriptTask>('script.ts', found.cloud.environment);
  try {
    return await againstScript(
      { what: 'submissions', line: 'submissions a second' },
      {
        ours: await ourRounds(found, applicant),
        script: await scriptRounds(found, script),
      },
    );
  } finally {
    applicant.stop();
    script.stop();
    await found.stop();
  }
}

/** One round of ours, drafts prepared beforehand: handed in at concurrency 16, until everything has settled. Gives its rate. */
async function ourRounds({ hall, cloud }: Running, applicant: Worker<ApplicantTask>) {
  const place = { base: cloud.base('gulou'), token: await cloud.token('company'), atOnce };
  return async (): Promise<number> => {
    const submit = await applicant.run({ ...place, begin: perRound });
    await cloud.settle();
    const began = performance.now();
    await applicant.run({ ...place, submit });
    await cloud.settle();
    const seconds = (performance.now() - began) / 1000;
    const { body } = await hall.as('company').get('/notifications/inbox?limit=100', { set: 'fuzhou' });
    const told = new Set(inbox.parse(body).items.map(({ caseId }) => caseId));
    if (!submit.every((id) => told.has(id))) throw new Error('the cloud settled before every line was in the inbox');
    return perRound / seconds;
  };
}

/** One round of D3 on tables of the same shape, drafts prepared beforehand. Gives its rate. */
async function scriptRounds({ cloud }: Running, script: Worker<ScriptTask>) {
  const endpoint = cloud.environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '';
  const tables = { cases: 'bench-cases', copies: 'bench-copies', inbox: 'bench-inbox' };
  for (const TableName of Object.values(tables)) await createTable(endpoint, { TableName, ...streamed });
  return async (): Promise<number> => {
    const submit = await script.run({ tables, atOnce, prepare: perRound });
    const began = performance.now();
    await script.run({ tables, atOnce, submit, perPut });
    return perRound / ((performance.now() - began) / 1000);
  };
}
