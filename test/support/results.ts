import { fakeTable } from '#shared/table.fake';
import type { Request } from './gateway-event.ts';
import * as cases from './intake.ts';
import { outboxOf, settleFacts } from './settle.ts';

/** Status of an answer with the code of its problem, or with the state of what it shows. */
export const outline = ({ status, body }: cases.Answer) => [status, body.code ?? body.status];

/** Intake over a table in memory, with cases that are decided and what follows from them. */
export async function openResults(publication: object = cases.publication) {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  await cases.publish(world, publication);
  const settle = () => settleFacts(world.deps, async () => outboxOf(table));
  return {
    table,
    world,
    settle,
    /** A case that is decided now, with what follows from it. */
    async decided(outcome = 'granted', form: object = cases.goodForm): Promise<string> {
      const id = await cases.draft(world, form);
      await world.send(cases.submit(id));
      await world.send(cases.accept(id));
      const body = { outcome, opinion: '已审查', ...(outcome === 'refused' && { reasons: '不符合条件' }) };
      await world.send(cases.decide(id, 3, { body }));
      await settle();
      return id;
    },
    act: (id: string, name: string, rest: Partial<Request>) => world.send(cases.act(id, name, rest)),
    see: (id: string, what: string, rest: Partial<Request> = {}) =>
      world.send({ ...cases.read(id, rest), path: `/intake/applications/${id}/${what}` }),
    later(days: number) {
      world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000);
    },
    findings: () => table.rows().filter(({ pk, sk }) => String(pk).startsWith('FINDING#') && sk === 'REC'),
    /** Every fact of a type so far, oldest first. */
    facts: (type: string) => outboxOf(table).filter((one) => one.type === type),
  };
}
export type Results = Awaited<ReturnType<typeof openResults>>;
