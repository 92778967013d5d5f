import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import type { Envelope, ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { beginSharing } from '../../domain/sharing/on-case.ts';
import { beginUse, followCase, giveAnew, type CaseUse } from '../../domain/use/use.ts';
import { ownersOf } from '../owners.ts';
import { named } from './named.ts';

/** A case was handed in somewhere: its documents are confirmed or refused, and what was heard of it before is caught up with. */
export const onApplicationSubmitted =
  (deps: Pick<MaterialsDeps, 'materials' | 'licences' | 'uses' | 'calendars' | 'parties'>) =>
  async (event: ReceivedOf<typeof ApplicationSubmittedV1>, cause: Cause): Promise<void> => {
    const { follows, decidesAnew } = event.data;
    const from = follows?.caseId ?? decidesAnew;
    const [{ parked }, earlier] = await Promise.all([
      deps.uses.get(event.subject),
      from ? deps.uses.get(from) : undefined,
    ]);
    const given = parked.events.filter(({ type }) => type === MaterialsGivenV1.type).map(asGiven);
    const [found, owners] = await Promise.all([named([event, ...given], deps), ownersOf(event.data, deps)]);
    const library = { found, owners };
    const now = { at: cause.at, calendar: event.data.shared ? await (await deps.calendars()).current() : [] };
    const first = beginSharing(beginUse(event, library, earlier?.known), event, now);
    const begun = given.reduce((use, one) => giveAnew(use, one, library), first);
    const use = parked.events.filter(({ type }) => type === CaseChangedV2.type).reduce(caughtUp, begun);
    await deps.uses.begin(use, { found, parked }, cause);
  };

const asGiven = (event: Envelope) => ({ ...event, data: MaterialsGivenV1.data.parse(event.data) });

const caughtUp = (use: CaseUse, event: Envelope): CaseUse =>
  followCase(use, { ...event, data: CaseChangedV2.data.parse(event.data) });
