import type { Envelope } from '#events/event';
import type { Table } from '#shared/table';
import { fakeTable } from '#shared/table.fake';
import { itemOf } from '../../services/intake/cases.fake.ts';
import type { Charge } from '../../services/intake/domain/fee/fees.ts';
import { billFact, follow, toldFees } from './fees.ts';
import * as cases from './intake.ts';
import type { Request } from './gateway-event.ts';
import { act, people } from './intake.ts';

/** A line of a charge list: by the square metre, after an assessment, before the decision. */
export const chargeOf = (rest: Partial<Charge> = {}): Charge => ({
  code: 'survey',
  name: '测绘费',
  rule: 'per square metre',
  payee: 'mnr',
  kind: 'non-tax',
  destination: 'treasury',
  timing: 'after-assessment',
  gate: 'decision',
  unit: 'square-metre',
  rateFen: 3000,
  sampleRate: false,
  restsOn: 'item',
  ...rest,
});
/** What the list fixes at the acceptance, before the result. */
export const card = chargeOf({
  code: 'card',
  name: '工本费',
  timing: 'at-acceptance',
  gate: 'result',
  unit: 'case',
  rateFen: 4000,
});

export const evidence = '测量报告 2026-17';

/** An accepted case of the company's for an item with this charge list, and what is done with its fees. */
export async function openFees(list: Charge[], table: Table = fakeTable()) {
  const world = cases.intakeOver(table);
  const id = await submittedCase(world, list);
  await world.send(cases.accept(id));
  await follow(world);
  return feeDesk(world, id);
}

/** A case that was handed in for an item with this charge list. */
export async function submittedCase(world: cases.IntakeWorld, fee: Charge[]): Promise<string> {
  await cases.publish(world, { ...cases.publication, items: [itemOf({ fee }), itemOf({ key: 'other-item' })] });
  const id = await cases.draft(world);
  await world.send(cases.submit(id));
  return id;
}

/** To assess the fees of a case as they are at a version. */
export const assessing = (id: string, version: number, rest: Partial<Request>) =>
  act(id, 'fees/assess', { actor: people.approver, headers: { 'If-Match': `"${version}"` }, ...rest });

export function feeDesk(world: cases.IntakeWorld, id: string) {
  const fees = async (actor = people.company) =>
    (await world.send({ path: `/intake/applications/${id}/fees`, actor })).body;
  return {
    id,
    world,
    assess: async (code: string, quantity: number, actor = people.approver) => {
      const { version } = await fees();
      return world.send(assessing(id, version, { actor, body: { lines: [{ code, quantity }], evidence } }));
    },
    propose: (wish: object, actor = people.approver) =>
      world.send(act(id, 'fees/reliefs', { actor, body: { wish, basis: '榕政〔2026〕1号' } })),
    check: (n: number, verdict = 'approve', actor = people.head) =>
      world.send(act(id, `fees/reliefs/${n}/${verdict}`, { actor, body: { opinion: '属实' } })),
    fees,
    tell: (...facts: readonly Envelope[]) => toldFees(world.deps, ...facts),
    /** Payments tells that the n-th bill was paid. */
    pay: (n: number, paidFen: number, rest: object = {}) =>
      toldFees(world.deps, billFact(id, [n, 2], { paidFen, ...rest })),
    decide: (version: number, outcome = 'granted') =>
      world.send(cases.decide(id, version, { body: { outcome, opinion: '-', reasons: '不符合条件' } })),
  };
}
export type FeeDesk = Awaited<ReturnType<typeof openFees>>;
