import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/actor';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { gatewayEvent, lambdaContext } from '../../test/support/gateway-event.ts';
import { notificationsOver } from '../../test/support/inbox.ts';
import { builtIn, builtInId } from './domain/edition/built-in.ts';
import { rulesFor } from './domain/edition/in-force.ts';

let service: ReturnType<typeof notificationsOver>;
beforeEach(() => {
  service = notificationsOver(fakeTable());
});

interface Asked {
  role?: Role;
  by?: string;
  district?: string;
  body?: object;
  query?: Record<string, string>;
  language?: string;
}
const ask = async (
  route: string,
  { role = 'catalogue-editor', by = 'editor', district = 'gulou', ...rest }: Asked = {},
) => {
  const [method = 'GET', path = ''] = route.split(' ');
  const headers = { 'Idempotency-Key': randomUUID(), 'Accept-Language': rest.language ?? 'en' };
  const actor = staffActor(role, { district }, by);
  const event = gatewayEvent({ method, path: `/notifications/${path}`, actor, headers, ...rest });
  const { statusCode, body } = await service.handle(event, lambdaContext);
  return { status: statusCode, body: JSON.parse(body) };
};
const publisher = { role: 'catalogue-publisher', by: 'publisher' } as const;
const template = (key: string) => {
  const found = builtIn().templates.find((one) => one.key === key);
  if (!found) throw new Error('there is no such template');
  return found;
};
const own = (zh: string) => ({
  district: 'gulou',
  signature: '鼓楼政务',
  templates: [
    {
      ...template('submitted'),
      inbox: { zh, en: /number/.test(zh) ? 'Gulou has ((number)).' : 'Handed in at Gulou.' },
    },
  ],
  rules: builtIn().rules.filter(({ on }) => on.message === 'submitted'),
});
const propose = (zh: string, as: Asked = {}) => ask('POST editions', { body: own(zh), ...as });
const approve = (id: string, as: Asked = publisher) => ask(`POST editions/${id}/approve`, { body: {}, ...as });
const told = async (district: string) => {
  const ruled = rulesFor(await service.deps.editions.inForce(district), 'submitted');
  return [ruled?.template.inbox.zh, ruled?.edition, ruled?.signature];
};

describe('an edition of rules and templates', () => {
  test('holds once somebody else has approved it, in its district alone; of what it does not name, the rest goes on', async () => {
    const { status, body } = await propose('已提交鼓楼。');
    expect([status, body.status, body.actions]).toEqual([201, 'proposed', ['approve']]);
    expect(await told('gulou')).toEqual([template('submitted').inbox.zh, builtInId, '榕易办']);
    expect((await approve(body.id)).body).toEqual({ id: body.id, status: 'in-force', version: 2, actions: [] });
    expect(await told('gulou')).toEqual(['已提交鼓楼。', body.id, '鼓楼政务']);
    expect(await told('jinan')).toEqual([template('submitted').inbox.zh, builtInId, '榕易办']);
    expect(rulesFor(await service.deps.editions.inForce('gulou'), 'granted')?.edition).toBe(builtInId);
  });

  test('of the city holds in each district that has none of its own', async () => {
    const city = { district: 'fuzhou' };
    const { body } = await ask('POST editions', { body: { ...own('已提交福州。'), ...city }, ...city });
    await approve(body.id, { ...publisher, ...city });
    const gulou = (await propose('已提交鼓楼。')).body.id;
    await approve(gulou);
    expect([(await told('jinan'))[0], (await told('gulou'))[0]]).toEqual(['已提交福州。', '已提交鼓楼。']);
  });

  test('is not approved by whoever proposed it, though he holds both posts', async () => {
    const { body } = await propose('已提交鼓楼。', { by: 'one' });
    const refused = await approve(body.id, { ...publisher, by: 'one' });
    expect([refused.status, refused.body.code]).toEqual([403, 'own-edition']);
  });

  test('that was proposed upon an older one, or is approved, must be proposed again', async () => {
    const [first, second] = [await propose('甲已提交。'), await propose('乙已提交。')];
    await approve(first.body.id);
    for (const id of [first.body.id, second.body.id]) {
      const refused = await approve(id);
      expect([refused.status, refused.body.code]).toEqual([409, 'edition-over']);
    }
    expect((await told('gulou'))[0]).toBe('甲已提交。');
  });

  test('of another district is neither proposed, read nor approved', async () => {
    const { body } = await propose('已提交鼓楼。');
    const jinan = { district: 'jinan' };
    expect((await propose('x', jinan)).status).toBe(404);
    expect((await approve(body.id, { ...publisher, ...jinan })).status).toBe(404);
    expect((await ask(`GET editions/${body.id}/rules`, jinan)).status).toBe(404);
    expect((await ask('GET editions', { query: { district: 'gulou' }, ...jinan })).status).toBe(404);
    expect((await ask('GET editions/in-force', { query: { district: 'gulou' }, ...jinan })).status).toBe(404);
  });

  test('stays as it was when another has followed it, and a notice of then is still read by it', async () => {
    const ids: string[] = [];
    for (const zh of ['甲已提交。', '乙已提交。']) {
      const { body } = await propose(zh);
      await approve(body.id);
      ids.push(body.id);
    }
    expect((await ask(`GET editions/${ids[0]}/rules`)).body.rules.templates[0].inbox.zh).toBe('甲已提交。');
    const [then] = await service.deps.editions.named(ids[0] ?? '');
    expect(then?.rules.templates[0]?.inbox.zh).toBe('甲已提交。');
    const listed = await ask('GET editions', { query: { district: 'gulou', limit: '1' } });
    expect(listed.body.items).toMatchObject([{ approvedBy: 'publisher', proposedBy: 'editor' }]);
    const { nextCursor: cursor } = listed.body;
    const rest = await ask('GET editions', { query: { district: 'gulou', limit: '1', cursor } });
    expect(new Set([...listed.body.items, ...rest.body.items].map(({ id }) => id))).toEqual(new Set(ids));
  });

  test('that is not sound is refused with every fault by its place, in the language of the request', async () => {
    const [broken] = own('已提交((').templates;
    const body = { ...own('x'), templates: [{ ...broken, sms: { zh: '身份证35010219900101123X', en: 'See' } }] };
    const { status, body: said } = await ask('POST editions', { body, language: 'zh' });
    expect([status, said.code]).toEqual([400, 'invalid-input']);
    expect(said.errors).toContainEqual({
      pointer: '/templates/0/inbox/zh',
      code: 'unclosed',
      message: '第 4 个字符处：“((”没有对应的“))”。',
    });
    expect(said.errors.map(({ code }: { code: string }) => code)).toContain('id-number');
    expect((await ask('GET editions', { query: { district: 'gulou' } })).body.items).toEqual([]);
  });
});

test('what holds in a district is read whole: its own, and of all else what the code brings along', async () => {
  const { body } = await propose('已提交鼓楼。');
  await approve(body.id);
  const { body: all } = await ask('GET editions/in-force', { query: { district: 'gulou' } });
  expect(all.editions).toEqual([body.id, builtInId]);
  const texts = new Map(
    all.rules.templates.map((one: { key: string; inbox: { zh: string } }) => [one.key, one.inbox.zh]),
  );
  expect(texts.size).toBe(builtIn().templates.length);
  expect([texts.get('submitted'), texts.get('granted')]).toEqual(['已提交鼓楼。', template('granted').inbox.zh]);
  expect(all.rules.rules).toHaveLength(builtIn().rules.length);
});

const preview = (key: string, body: object = {}) =>
  ask(`POST templates/${key}/preview`, { body: { district: 'gulou', ...body } });
const smsOf = ({ texts }: { texts: { channel: string }[] }) => texts.find(({ channel }) => channel === 'sms');

describe('a preview', () => {
  test('shows each channel in both languages with the sample, and what an SMS costs, its signature in it', async () => {
    const { status, body } = await preview('accepted');
    expect([status, body.edition, body.faults]).toEqual([200, builtInId, []]);
    expect(smsOf(body)).toMatchObject({
      zh: { text: '【榕易办】您的申请已受理。编号A1B2C3D4。', length: 24, parts: 1 },
      en: { parts: 1 },
    });
    expect(body.texts.map(({ place }: { place: string }) => place)).toContain('/email/subject');
  });

  test.each([
    [70, 1],
    [71, 2],
    [134, 2],
    [135, 3],
  ])('of %i characters has %i parts; more than two are named as a fault', async (length, parts) => {
    const number = 'x'.repeat(length - 16);
    const { body } = await preview('accepted', { values: { number } });
    expect(smsOf(body)).toMatchObject({ zh: { length, parts } });
    const tooMany = body.faults.filter(
      ({ code, pointer }: Record<string, string>) => code === 'too-many-parts' && pointer === '/sms/zh',
    );
    expect(tooMany).toHaveLength(parts > 2 ? 1 : 0);
  });

  test('refuses a value that no text knows, and knows no template that is not there', async () => {
    const { status, body } = await preview('accepted', { values: { nobody: 'x' } });
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: '/values/nobody', code: 'unknown-name', message: 'The sample has no value for this name: nobody.' }],
    ]);
    expect((await preview('no-such')).status).toBe(404);
  });

  test('shows an edition before it is approved, and of no other district', async () => {
    const { body } = await propose('已提交鼓楼。');
    expect((await preview('submitted', { edition: body.id })).body.texts[0].zh.text).toBe('已提交鼓楼。');
    const jinan = { district: 'jinan', body: { district: 'jinan', edition: body.id } };
    expect((await ask('POST templates/submitted/preview', jinan)).status).toBe(404);
  });
});
