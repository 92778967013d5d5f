import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { fact, type Fact } from '#events/event';
import { dayOf } from '#shared/calendar';
import type { Application } from './application.ts';
import { takesBack } from './follows.ts';
import { licencesAfter } from './licence.ts';
import type { Undone } from './quota.ts';

/** What is known besides the case that was granted: what its item gives, and the grants that it is about. */
export interface Around {
  licenceType: string | null;
  /** The grant of the licence that a renewal, a change or an end is about. */
  earlier?: Application | undefined;
  undone?: Pick<Undone, 'grant' | 'stands'> | undefined;
  /** The sanction that a review has annulled. */
  lifted?: Application | undefined;
}

type Said = Parameters<typeof fact<typeof LicenceDecidedV1.type, typeof LicenceDecidedV1.data>>[1];

/** What a grant means for electronic licences; nothing where its item gives none, or its case has no number to make an id of. */
export function licenceFacts(decided: Application, around: Around): Fact[] {
  if (!around.licenceType) return [];
  return saidOf(decided, around).map((data) => fact(LicenceDecidedV1, data));
}

function saidOf(decided: Application, around: Around): Said[] {
  if (decided.follows?.as === 'sanction') return sanctioned(decided);
  if (around.lifted) return liftedIn(decided, around.lifted);
  return takesBack(decided) ? takenBack(decided, around) : given(decided, around);
}

/** 暂扣, 恢复, 吊销. Where a case has no number, neither had the grant, and there is no licence to speak of. */
function sanctioned({ follows, number, ...decided }: Application): Said[] {
  if (!follows?.sanction || !number) return [];
  return [{ ...decidedIn(decided), licenceId: follows.caseId, act: follows.sanction }];
}

function liftedIn(decided: Application, { id: annuls, follows, number }: Application): Said[] {
  return follows && number ? [{ ...decidedIn(decided), licenceId: follows.caseId, act: 'restore', annuls }] : [];
}

function takenBack(decided: Application, { undone }: Around): Said[] {
  if (!undone?.grant.number) return [];
  const { situation, id, licence } = undone.grant;
  const about = { ...decidedIn(decided), act: undone.stands ? ('restore' as const) : ('revoke' as const) };
  // To strike a licence off gives none that could be taken back.
  if (situation === '注销') return [];
  const changed = changedBy(undone.grant) && licence?.grantedIn;
  return [changed ? { ...about, licenceId: changed, undoes: id } : { ...about, licenceId: id }];
}

function given(decided: Application, { licenceType, earlier }: Around): Said[] {
  const { id, number, partyId, createdPartyId = partyId, itemKey, department, decidedAt, licence } = decided;
  const { given: held, gone } = licencesAfter({ ...decided, outcome: undefined }, decided);
  const about = decidedIn(decided);
  const ended = gone && earlier?.number ? [{ ...about, licenceId: gone, act: endBy(decided) }] : [];
  if (!number || !decidedAt) return ended;
  const until = held ? held.until : licence?.until;
  const edition = { ...idIn(number), validFrom: dayOf(decidedAt), ...(until && { validUntil: until }) };
  if (held) {
    const whose = { partyId: createdPartyId, type: licenceType ?? '', itemKey, department };
    return [{ ...about, licenceId: id, act: 'issue', edition, licence: whose }, ...ended];
  }
  const changed = changedBy(decided) && earlier?.number ? licence?.grantedIn : undefined;
  return changed ? [{ ...about, licenceId: changed, act: 'change', edition }] : ended;
}

/** 办件编号 begins with the 实施编码: 实施主体 18, level 1, 基本编码 12. */
const idIn = (number: string) => ({ issuer: number.slice(0, 18), serial: number.slice(19) });

const decidedIn = ({ id, decidedAt }: Pick<Application, 'id' | 'decidedAt'>) => ({
  caseId: id,
  at: (decidedAt ?? new Date(0)).toISOString(),
});

const endBy = ({ situation }: Application) => (situation === '注销' ? ('cancel' as const) : ('supersede' as const));

/** 变更、补证 of a licence that the office knows: it goes on as it is, in another edition. */
function changedBy({ situation, licence, handling }: Application): boolean {
  return (situation === '变更' || situation === '补证') && licence?.grantedIn !== undefined && handling !== 'filing';
}
