import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import { passDispute } from '../../domain/sharing/dispute.ts';
import { passSharing } from '../../domain/sharing/on-case.ts';
import { passLicence } from '../../domain/licence/act.ts';
import { passTime } from '../../domain/material/due.ts';
import type { MaterialsDeps } from '../../deps.ts';
import { carryOutErasures } from '../material/erase-version.ts';
import { ownCause } from '../own-cause.ts';

/** What time does to documents and licences: uploads that never came are forgotten, owners are warned, what has ended is offered no more, what nobody needs goes. */
export const passTimeHourly = (deps: MaterialsDeps) => async (): Promise<Record<string, number>> => {
  const passed = await walkDue(deps.table, deps.now(), ({ pk }) => {
    const [kind = '', id = ''] = pk.split('#');
    return retried(async () => (await passes.get(kind)?.(id, deps)) ?? false, deps.pause);
  });
  return { MaterialsPassedByTime: passed };
};

/** By the kind of a partition. One step at a time: what is due still is found again by the same walk or the next. */
const passes: ReadonlyMap<string, (id: string, deps: MaterialsDeps) => Promise<boolean>> = new Map([
  ['MATERIAL', passMaterial],
  ['LICENCE', passOneLicence],
  ['CASE', passCase],
  ['DISPUTE', passOneDispute],
]);

async function passMaterial(id: string, deps: MaterialsDeps): Promise<boolean> {
  const found = await deps.materials.load(id);
  const change = found && passTime(found, deps.now());
  if (change) await deps.materials.save(change, ownCause(deps));
  return (await carryOutErasures(id, deps)) || change !== undefined;
}

async function passOneLicence(id: string, deps: MaterialsDeps): Promise<boolean> {
  const found = await deps.licences.load(id);
  const change = found && passLicence(found, deps.now());
  if (change) await deps.licences.save(change, ownCause(deps));
  return change !== undefined;
}

/** What is to be fetched is asked for again, and a provider that has not answered is late. */
async function passCase(id: string, deps: MaterialsDeps): Promise<boolean> {
  const { known } = await deps.uses.get(id);
  const now = { at: deps.now(), calendar: await (await deps.calendars()).current() };
  const use = known && passSharing(known, now);
  if (known && use) await deps.uses.follow({ before: known, use }, ownCause(deps));
  return use !== undefined;
}

async function passOneDispute(id: string, deps: MaterialsDeps): Promise<boolean> {
  const store = await deps.disputes();
  const found = await store.get(id);
  const now = { at: deps.now(), calendar: await (await deps.calendars()).current() };
  const change = found && passDispute(found, now);
  if (change) await store.save(change, ownCause(deps));
  return change !== undefined;
}
