import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Finding } from '../domain/supervision/finding.ts';

/** The rows of findings that an act raises, in the act's own transaction; each stands in the supervisor's list. */
export function findingWrites(
  { id, version, department, itemKey }: Application,
  findings: readonly Finding[],
  { at }: Cause,
): Write[] {
  return findings.map(({ rule, about }) => {
    const key = `${id}-${version}-${rule}`;
    const since = at.toISOString();
    const place = { pk1: 'FINDING#open', sk1: `${since}#${key}` };
    return {
      put: {
        pk: `FINDING#${key}`,
        sk: 'REC',
        schema: 1,
        caseId: id,
        rule,
        about,
        department,
        itemKey,
        raisedAt: since,
        state: 'open',
        version: 1,
        ...place,
      },
    };
  });
}
