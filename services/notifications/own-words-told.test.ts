import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { factsOfCase, notificationsOver } from '../../test/support/inbox.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { rulesFor } from './domain/edition/in-force.ts';
import { ownCause } from './functions/own-cause.ts';

test('the inbox says what was said when it was told: by the district’s edition of then, with its values', async () => {
  const service = notificationsOver(fakeTable());
  const { editions } = service.deps;
  const texts = async () => {
    const event = gatewayEvent({ path: '/notifications/inbox', actor: applicantActor('company') });
    const { items } = JSON.parse((await service.handle(event, lambdaContext)).body);
    return items.map(({ text }: { text: string }) => text);
  };
  async function hold(zh: string): Promise<void> {
    const ruled = rulesFor([], 'submitted');
    if (!ruled) throw new Error('there is no such rule');
    const template = { ...ruled.template, inbox: { zh, en: 'Gulou' } };
    const rules = { signature: '鼓楼政务', templates: [template], rules: [ruled.rule] };
    const base = await editions.liveId('gulou');
    const [id, cause] = [service.deps.newId(), ownCause(service.deps)];
    const about = { id, district: 'gulou', ...(base && { base }), rules, proposedBy: 'one', proposedAt: cause.at };
    await editions.propose({ ...about, version: 1 }, cause);
    await editions.approve({ ...about, version: 2, approvedBy: 'other', approvedAt: cause.at }, cause);
  }
  await hold('甲((number))已提交。');
  await service.consume(sqsEvent(...factsOfCase(1, ['submitted', 'accepted'])));
  await hold('乙已提交。');
  await service.consume(sqsEvent(...factsOfCase(2, ['submitted'])));
  expect(await texts()).toEqual(['您的申请已受理。', '乙已提交。', '甲0190A5B2已提交。']);
});
