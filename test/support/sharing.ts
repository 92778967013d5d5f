import { passTimeHourly } from '../../services/materials/functions/tick/pass-time.ts';
import type { Answer } from '../../services/materials/exchange/exchange.ts';
import { openLibrary } from './library.ts';
import { caseId, submitted } from './using-cases.ts';

export const found: Answer = { outcome: 'find', fields: { name: '示例食品有限公司', status: '存续' } };
export const silent: Answer = { outcome: 'fail', why: 'time-out' };

export const line = (requirement: string, resource: string) => ({ requirement, resource });
export const entity = line('business-licence', 'legal-entity');
export const taxes = line('tax-proof', 'tax');

/** The library with a case whose item is met, in part, by what offices share. */
export function openSharing() {
  const world = openLibrary();
  const done = new Set<string>();
  const told = () =>
    world.facts('materials.case-materials-changed.v1').toSorted((one, other) => other.sequence - one.sequence)[0];
  return {
    ...world,
    /** What the set of the case was told last. */
    told,
    lines: () => told()?.data['shared'],
    async handIn(shared: readonly object[], rest: object = {}): Promise<void> {
      // The first walk of a clock begins where it is; later ones go on from there.
      await passTimeHourly(world.deps)();
      await world.hear(submitted([], { shared, basis: '食品安全法 第三十五条', ...rest }));
    },
    /** All that is to be fetched and has not been is. */
    async fetchAll(): Promise<void> {
      const due = world.facts('materials.shared-data-due.v1').filter(({ id }) => !done.has(id));
      for (const { id } of due) done.add(id);
      if (due.length > 0) await world.fetch(...due);
    },
    async pass(hours: number): Promise<void> {
      world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
      await passTimeHourly(world.deps)();
    },
    until: async (moment: string): Promise<void> => {
      world.clock.now = new Date(moment);
      await passTimeHourly(world.deps)();
    },
    caseId,
  };
}
