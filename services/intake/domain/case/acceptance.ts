import type { Application } from './application.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import { licenceFault, licenceIn, type Held, type Licence, type LicenceFault } from './licence.ts';
import { openTasks } from './review.ts';
import type { Tolerate, Tolerating } from './tolerating.ts';

/** What an acceptance may say: what the applicant may hand in later, and within how many working days. */
export interface Acceptance {
  tolerance?: Tolerating | undefined;
  /** The licence that the case is about, which whoever accepts it has seen. */
  licence?: SeenLicence | undefined;
  /** Of what is filed in a bundle: why, although an earlier part that it rests on is gone. */
  despite?: string | undefined;
}
interface SeenLicence {
  document: string;
  until?: string | undefined;
  /** Which of those that the office has granted it is. */
  licenceId?: string | undefined;
}

/** 受理: the promised limit begins; the day of acceptance is not counted. 备案: complete is done. */
export function accept(tolerate?: Tolerate, held: readonly Held[] = []) {
  return (application: Application, { at, body, by, calendar }: Acting<Acceptance>): Change | Refused => {
    if (body.licence && application.situation === '新办') return refused('no-licence-asked');
    if (application.handling === 'filing') {
      const firstClerk = application.firstClerk ?? by.actor.sub;
      const filed = filing('材料齐全，予以备案。', at);
      return end(application, 'accept', { ...filed, acceptedAt: at, acceptedBy: 'office', firstClerk });
    }
    const tolerated =
      body.tolerance &&
      (tolerate?.(application, body.tolerance, { at, by: by.actor.sub, calendar }) ?? 'not-deferrable');
    if (typeof tolerated === 'string') return refused(tolerated);
    const licence = body.licence && seen(application, body.licence, { at, by: by.actor.sub, held });
    if (typeof licence === 'string') return refused(licence, [{ path: ['licence', 'licenceId'] }]);
    const firstClerk = application.firstClerk ?? by.actor.sub;
    const accepted = { acceptedAt: at, acceptedBy: 'office' as const, firstClerk };
    return step(application, 'accept', {
      ...accepted,
      ...(tolerated && { tolerance: tolerated }),
      ...(licence && { licence }),
      tasks: tasksOf(application, at),
    });
  };
}

/** 告知承诺: accepted or not, it is decided at once, and nobody is asked for an opinion. */
const tasksOf = ({ committed, tasks }: Application, at: Date): Application['tasks'] =>
  committed ? tasks : openTasks(tasks, at);

/** What a clerk has seen holds; where the office has granted that very licence, its own record says how long. */
function seen(
  { licence: known }: Application,
  { document, until, licenceId }: SeenLicence,
  { held, ...who }: { at: Date; by: string; held: readonly Held[] },
): Licence | LicenceFault {
  const shown = { ...who, document };
  // He names neither its end nor which one it is: that says nothing against what is known.
  if (until === undefined && licenceId === undefined) return { ...known, seen: shown };
  const named = held.filter((one) => until === undefined || one.until === until);
  const meant = licenceId === undefined ? named : named.filter(({ caseId }) => caseId === licenceId);
  const fault = licenceFault(meant, { licenceId });
  if (fault) return fault;
  const [one] = meant;
  return one ? { ...licenceIn(one), seen: shown } : { ...(until && { until }), seen: shown };
}

const filing = (opinion: string, at: Date) => {
  const outcome = 'granted' as const;
  return { outcome, at, decision: { outcome, opinion } };
};

/** Silent to the end of the fifth working day: accepted as of the day of receipt, and counted against the office. What is only filed is done. */
export function acceptSilently(application: Application, due: Date, since = application.submittedAt): Change {
  if (!since) throw new Error('a case that was not handed in cannot be accepted');
  const accepted = { acceptedAt: since, acceptedBy: 'silence' as const };
  const change =
    application.handling === 'filing'
      ? end(application, 'accept-silently', { ...filing('逾期未告知补正，视为材料齐全，予以备案。', due), ...accepted })
      : step(application, 'accept-silently', { ...accepted, tasks: tasksOf(application, since) });
  return { ...change, findings: [{ rule: 'silent-acceptance' }] };
}

/** The clock: nobody answered the notice in time (补正不来). */
export function closeUncorrected(application: Application, at: Date): Change {
  return end(application, 'close-uncorrected', { outcome: 'no-correction', at });
}
