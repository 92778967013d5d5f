import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { fact, type Fact } from '#events/event';
import type { Retention } from '#shared/retention';
import type { Application } from './application.ts';
import type { Told } from '../material/given.ts';
import type { Sharing } from '../catalogue/sharing-of.ts';
import { toldOfFollows } from './follows.ts';
import type { Entry } from '../party/entry.ts';
import { step, type Acting, type Change } from './change.ts';
import { cameToEnter } from './burden.ts';
import type { Licence } from './licence.ts';

/** What a case gets when it is received. */
export interface Receipt {
  at: Date;
  /** The set that owns the case. */
  district: string;
  number?: string | undefined;
  trackingCode?: string | undefined;
  /** The licence that it is about, where this office granted it. */
  licence?: Licence | undefined;
  /** What the draft names of the applicant's library. */
  materials?: readonly Told[] | undefined;
  /** For how long its archive is kept, which what it uses must outlast. */
  retention?: Retention | undefined;
  /** What the office gets itself. */
  sharing?: Sharing | undefined;
}

/** 收件: hands a draft in; from now on the office must answer. */
export function submit(
  draft: Application,
  { at, district, materials, retention, sharing, ...receipt }: Receipt,
): Change {
  const applied = draft.situation === '延续' && { appliedAt: at };
  const change = step(draft, 'submit', { submittedAt: at, ...applied, ...receipt, visits: cameToEnter(draft) ? 1 : 0 });
  return { ...change, facts: [submissionOf(draft, district, { materials, retention, sharing })] };
}

/** What a set tells of a case that was handed in to it. */
export function submissionOf(
  application: Application,
  district: string,
  { materials = [], retention, sharing }: Pick<Receipt, 'materials' | 'retention' | 'sharing'> = {},
): Fact {
  const { id, itemKey, itemVersion, partyId, heldBy, authorityId, projectId, stage, departments, follows } =
    application;
  const whose = {
    partyId,
    ...(heldBy && { heldBy }),
    ...(authorityId && { authorityId }),
    ...(projectId && { projectId }),
    ...(stage && { stage }),
    ...toldOfFollows({ follows }),
  };
  const data = {
    caseId: id,
    itemKey,
    version: itemVersion,
    district,
    ...whose,
    departments,
    ...(retention && { retention }),
    ...sharing,
    materials: [...materials],
  };
  return fact(ApplicationSubmittedV1, data);
}

/** The pauses of a case with the last one ended. */
export function endPause({ pauses }: Application, until: Date): Application['pauses'] {
  return pauses.map((one, n) => (n === pauses.length - 1 && !one.until ? { ...one, until } : one));
}

interface Withdrawing {
  reason: string;
  /** Of a desk that does it for him. */
  entry?: Entry | undefined;
}

/** The applicant takes his case back, until it is decided. An office learns of it only where it had come to one. */
export function withdraw(open: Application, { at, body }: Acting<Withdrawing>): Change {
  const { id, itemKey, partyId } = open;
  const { reason, entry } = body;
  const taken = { withdrawnAt: at, ...(entry && { withdrawnAtDesk: entry }) };
  if (open.state === 'draft') {
    const facts = [fact(DraftWithdrawnV1, { caseId: id, itemKey, partyId })];
    return { ...step(open, 'withdraw', taken), facts, reason };
  }
  const ended = { ...taken, outcome: 'withdrawn' as const, pauses: endPause(open, at) };
  return { ...step(open, 'withdraw', ended), reason };
}
