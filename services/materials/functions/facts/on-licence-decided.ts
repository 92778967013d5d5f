import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../../deps.ts';
import { follow, issue } from '../../domain/licence/act.ts';

type Decided = ReceivedOf<typeof LicenceDecidedV1>;

/** A decision gives a licence, or is about one; what came before the grant waits for it. */
export const onLicenceDecided =
  ({ licences }: Pick<MaterialsDeps, 'licences'>) =>
  async (event: Decided, cause: Cause): Promise<void> => {
    const { licenceId } = event.data;
    const { known, parked } = await licences.heard(licenceId);
    if (known) return licences.save(follow(known, event.data), cause);
    const issued = issue(
      event,
      parked.events.map(({ data }) => LicenceDecidedV1.data.parse(data)),
    );
    await (issued ? licences.save(issued, cause, parked) : licences.park(licenceId, { parked, event }, cause));
  };
