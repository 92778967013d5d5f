import type { IntakeDeps } from '../../deps.ts';
import type { Entry } from '../../stores/diary.ts';
import type { Now } from './clock-cause.ts';
import { passArchive } from './pass-archive.ts';
import { passCase } from './pass-case.ts';
import { passCommitment } from './pass-commitment.ts';
import { passMaterials } from './pass-materials.ts';
import { passDelivery } from './pass-delivery.ts';
import { passPublicity, passPush } from './pass-publicity.ts';

/** What time does to what is due, cases and what follows from them. */
export const passTimeHourly = (deps: IntakeDeps) => async (): Promise<Record<string, number>> => {
  const now = deps.now();
  const calendar = await deps.calendars.current();
  const passed = await (await deps.dues()).pass(now, (due) => passOne(due, { now, calendar }, deps));
  return { CasesPassedByTime: passed };
};

type Pass = (id: string, at: Now, deps: IntakeDeps) => Promise<boolean>;

/** What time does, by the kind of record that is due. */
const passes: Record<string, Pass> = {
  CASE: passCase,
  COMMITMENT: passCommitment,
  DELIVERY: passDelivery,
  MATERIALS: passMaterials,
  PUBLICITY: passPublicity,
  PUSH: passPush,
  ARCHIVE: passArchive,
  // It fills in forms, which few hours need.
  BUNDLE: async (...given) => (await import('./pass-bundle.ts')).passBundle(...given),
};

async function passOne({ kind, id }: Pick<Entry, 'kind' | 'id'>, at: Now, deps: IntakeDeps): Promise<boolean> {
  const found = passes[kind];
  if (!found) throw new Error('a record is due of which nobody knows what time does to it');
  return found(id, at, deps);
}
