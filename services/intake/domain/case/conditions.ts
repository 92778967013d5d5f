import type { ItemEnd } from '../catalogue/item-end.ts';
import type { Application } from './application.ts';
import { standsForItself } from './follows.ts';
import { renewedAt } from './renewal.ts';

/** A case with what was looked up about its item: a draft's may have ended. */
export type Looked = Application & { itemEnd?: ItemEnd };

/** What the office began nobody has asked of it: it ends by its decision, not as an application does that is incomplete or in the wrong place. */
const isOwnAccord = ({ follows }: Application): boolean => follows?.by === 'office';

/** What must be true of a case beside its state, by name, so that the drawing can say it. */
export const conditions = {
  'its item is offered': ({ itemEnd }: Looked) => itemEnd === undefined,
  'its item has a successor': ({ itemEnd, bundleId }: Looked) => itemEnd?.successor !== undefined && !bundleId,
  'complete is done': ({ handling }: Application) => handling === 'filing',
  'complete is not all': ({ handling }: Application) => handling !== 'filing',
  'decided at once': ({ handling, committed }: Application) =>
    handling === 'on-the-spot' || (committed && handling !== 'filing'),
  'every opinion given, or on a commitment': ({ tasks, committed }: Application) =>
    committed || tasks.every(({ state }) => state === 'done'),
  'not yet extended': ({ extension }: Application) => extension === undefined,
  'notice not yet extended': ({ corrections }: Application) => corrections.at(-1)?.extraDays === undefined,
  'nothing asked since acceptance': ({ pauses }: Application) => pauses.every(({ kind }) => kind !== 'supplement'),
  'asked for by its applicant, told at most once': (application: Application) =>
    !isOwnAccord(application) && application.corrections.length < 2,
  'asked for by its applicant, told twice already': (application: Application) =>
    !isOwnAccord(application) && application.corrections.length >= 2,
  'another has proposed it': ({ voiding }: Application) => voiding !== undefined,
  'a task is open': ({ tasks }: Application) => tasks.some(({ state }) => state === 'open'),
  'something may still follow': ({ tolerance }: Application) => tolerance !== undefined && !tolerance.settledAt,
  'not the office’s own accord': (application: Application) => !isOwnAccord(application),
  'its time runs from receipt': ({ promised }: Application) => promised.from === 'received',
  'a renewal of a licence that the office knows': (application: Application) => renewedAt(application) !== undefined,
  'not about another decision': (application: Application) => standsForItself(application),
} as const;
