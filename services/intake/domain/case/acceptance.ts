import type { Application } from './application.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import type { Licence } from './licence.ts';
import { openTasks } from './review.ts';
import { tolerance, type Tolerating, type ToleratingFor } from './tolerance.ts';

/** What an acceptance may say: what the applicant may hand in later, and within how many working days. */
export interface Acceptance {
  tolerance?: Tolerating | undefined;
  /** The licence that the case is about, which whoever accepts it has seen. */
  licence?: { document: string; until?: string | undefined } | undefined;
}

/** 受理: the promised limit begins; the day of acceptance is not counted. 备案: complete is done. */
export function accept(listed: ToleratingFor | undefined) {
  return (application: Application, { at, body, by }: Acting<Acceptance>): Change | Refused => {
    if (body.licence && application.situation === '新办') return refused('no-licence-asked');
    if (application.handling === 'filing') {
      const firstClerk = application.firstClerk ?? by.actor.sub;
      const filed = filing('材料齐全，予以备案。', at);
      return end(application, 'accept', { ...filed, acceptedAt: at, acceptedBy: 'office', firstClerk });
    }
    const tolerated = body.tolerance && tolerance(application, body.tolerance, { listed, at, by: by.actor.sub });
    if (tolerated === 'not-deferrable') return refused('not-deferrable');
    const firstClerk = application.firstClerk ?? by.actor.sub;
    const accepted = { acceptedAt: at, acceptedBy: 'office' as const, firstClerk };
    return step(application, 'accept', {
      ...accepted,
      ...(tolerated && { tolerance: tolerated }),
      ...(body.licence && { licence: seen(application, body.licence, { at, by: by.actor.sub }) }),
      tasks: tasksOf(application, at),
    });
  };
}

/** 告知承诺: accepted or not, it is decided at once, and nobody is asked for an opinion. */
const tasksOf = ({ committed, tasks }: Application, at: Date): Application['tasks'] =>
  committed ? tasks : openTasks(tasks, at);

/** Where the office has granted it itself, its own record says how long it holds. */
function seen(
  { licence: known }: Application,
  { document, until }: NonNullable<Acceptance['licence']>,
  who: { at: Date; by: string },
): Licence {
  return { ...(until && { until }), ...known, seen: { ...who, document } };
}

const filing = (opinion: string, at: Date) => {
  const outcome = 'granted' as const;
  return { outcome, at, decision: { outcome, opinion } };
};

/** Silent to the end of the fifth working day: accepted as of the day of receipt, and counted against the office. What is only filed is done. */
export function acceptSilently(application: Application, due: Date): Change {
  const at = application.submittedAt;
  if (!at) throw new Error('a case that was not handed in cannot be accepted');
  const accepted = { acceptedAt: at, acceptedBy: 'silence' as const };
  const change =
    application.handling === 'filing'
      ? end(application, 'accept-silently', { ...filing('逾期未告知补正，视为材料齐全，予以备案。', due), ...accepted })
      : step(application, 'accept-silently', { ...accepted, tasks: tasksOf(application, at) });
  return { ...change, findings: [{ rule: 'silent-acceptance' }] };
}

/** The clock: nobody answered the notice in time (补正不来). */
export function closeUncorrected(application: Application, at: Date): Change {
  return end(application, 'close-uncorrected', { outcome: 'no-correction', at });
}
