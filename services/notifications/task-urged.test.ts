import { expect, test } from 'vitest';
import { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { envelopeOf, uuid } from '../../test/support/facts.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';

const urged = (n: number) =>
  envelopeOf({
    id: uuid(n),
    source: 'banshi/gulou/agency',
    type: TaskUrgedV1.type,
    data: {
      projectId: uuid(1, 3),
      stage: 1,
      round: 1,
      itemKey: 'heritage-survey',
      caseId: uuid(1, 1),
      department: 'heritage',
      n,
      ...(n > 1 && { copies: 'head' }),
    },
  });

test('a department that is urged finds it in the inbox of its approvers, and from the second time on its head does', async () => {
  const { consume, handle } = notificationsOver(fakeTable());
  const read = async (role: 'approver' | 'head', department = 'heritage') => {
    const actor = staffActor(role, { department });
    const reply = await handle(gatewayEvent({ path: '/notifications/inbox', actor }), lambdaContext);
    return JSON.parse(reply.body).items.map(({ message }: { message: string }) => message);
  };
  await consume(sqsEvent(urged(1)));
  expect([await read('approver'), await read('head')]).toEqual([['task-urged'], []]);
  await consume(sqsEvent(urged(2), urged(2)));
  expect([await read('approver'), await read('head')]).toEqual([['task-urged', 'task-urged'], ['task-urged-again']]);
  expect(await read('approver', 'mnr')).toEqual([]);
});
