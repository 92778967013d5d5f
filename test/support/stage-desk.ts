import { expect } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { passTimeHourly } from '../../services/intake/functions/tick/pass-time.ts';
import { staffActor } from './actors.ts';
import * as bundles from './bundles.ts';
import { ownInbox } from './bundles.ts';
import * as cases from './intake.ts';
import { handedIn, investor, plan, short, shortCatalogue } from './stages.ts';

export const amr = staffActor('approver', { department: 'amr' }, 'amr-approver');
export const health = staffActor('approver', { department: 'health' }, 'health-approver');
export const lead = staffActor('lead', { department: 'health' }, 'health-lead');
export const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
export const missing = { pointer: '/operator', what: '经营者名称与执照不一致', mend: '按营业执照填写' };
export const lacking = { answer: 'lacking', defects: [missing] };
export const complete = { answer: 'complete' };

/** Who decides an item of the short stage. */
export const officeOf = (item: string) => (item === 'hygiene' ? health : amr);

/** The short stage, handed in on Monday, August 3, at nine, and those who work on it. */
export async function stageDesk(planned = short) {
  const world = cases.intakeOver(fakeTable());
  const inbox = ownInbox(world);
  await cases.publish(world, shortCatalogue);
  await plan(world, planned);
  const id = await handedIn(world, inbox);
  const send = async (request: Parameters<typeof world.send>[0]) => outline(await world.send(request));
  const show = async (actor = lead) => (await world.send(bundles.show(id, actor))).body;
  const known = new Map<string, string>();
  const caseOf = async (item: string): Promise<string> => {
    if (!known.has(item)) for (const part of (await show()).parts) if (part.caseId) known.set(part.item, part.caseId);
    return known.get(item) ?? '';
  };
  const act = async (item: string, name: string, rest: Parameters<typeof cases.act>[2]) =>
    send(cases.act(await caseOf(item), name, rest));
  const answer = (item: string, body: object, actor = officeOf(item)) =>
    send(bundles.act(id, `items/${item}/answer`, { actor, body }));
  const accept = (actor = lead) => send(bundles.act(id, 'accept', { actor }));
  return {
    world,
    inbox,
    id,
    show,
    caseOf,
    act,
    answer,
    accept,
    caseAt: async (item: string) => (await world.send(cases.read(await caseOf(item), { actor: investor }))).body,
    notice: (actor = lead) => send(bundles.act(id, 'notice', { actor, body: { days: 5 } })),
    /** Nothing is lacking, and the stage is accepted. */
    async accepted() {
      for (const { itemKey, needs } of planned.items) if (needs.length === 0) await answer(itemKey, complete);
      expect(await accept()).toBe(200);
      await inbox.empty();
    },
    supplement: (item: string, rest: object = {}) =>
      act(item, 'request-supplement', {
        actor: officeOf(item),
        body: { defects: [missing], days: 5, why: '现场发现', ...rest },
      }),
    /** The investor brings what was asked. */
    resubmit: (item: string) =>
      act(item, 'resubmit', { actor: investor, body: { changes: [{ pointer: '/operator', value: '示例公司' }] } }),
    decide: async (item: string, version: number, body: object = { outcome: 'granted', opinion: '同意' }) =>
      send(cases.decide(await caseOf(item), version, { actor: officeOf(item), body })),
    async findings(): Promise<string[][]> {
      const path = '/intake/supervision/findings';
      const { body } = await world.send({ path, query: { status: 'open' }, actor: cases.people.supervisor });
      return body.items.map((one: { rule: string; department: string }) => [one.rule, one.department]);
    },
    /** A moment of August 2026 in Shanghai: `04T10:00`. */
    at: (day: string) => {
      world.clock.now = new Date(`2026-08-${day}:00+08:00`);
    },
    hour: () => passTimeHourly(world.deps)(),
  };
}
