import { dayOf, endOf, workingDaysAfter } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { Publisher } from '#shared/outbox';
import type { Write } from '#shared/table';
import type { Contact } from '../../domain/contact/contact.ts';
import { ways } from '../../domain/contact/ways.ts';
import { builtInId } from '../../domain/edition/built-in.ts';
import { rulesFor, type Ruled } from '../../domain/edition/in-force.ts';
import { valuesOf } from '../../domain/edition/values.ts';
import type { Line } from '../../domain/line.ts';
import type { Moment } from '../../domain/notice/change.ts';
import { createNotice, type Telling } from '../../domain/notice/create.ts';
import type { inboxStore } from '../../store.ts';
import type { ContactStore } from '../../stores/contacts.ts';
import type { EditionStore } from '../../stores/editions.ts';
import { noticeWrites } from '../../stores/notices.ts';
import { noticeIdOf } from './notice-id.ts';

interface Means {
  calendar: () => Promise<Moment['calendar']>;
  editions: Pick<EditionStore, 'inForce'>;
  contacts: Pick<ContactStore, 'of'>;
  publisher: Publisher;
}

type Inbox = ReturnType<typeof inboxStore>;

/** The inbox, with a notice beside each line where the rules in force want one: both in one transaction, or neither. */
export function tellingInbox(inbox: Inbox, means: Means): Inbox {
  return {
    ...inbox,
    async begin(known, { lines, parked }, cause) {
      const told = await toldBy(lines, cause, means);
      await inbox.begin(known, { parked, ...together(told) }, cause);
    },
    async add(lines, cause) {
      const { lines: told, also } = together(await toldBy(lines, cause, means));
      await inbox.add(told, cause, also);
    },
  };
}

interface Told {
  line: Line;
  /** Those of its notice. */
  writes: Write[];
}

const together = (told: readonly Told[]) => ({
  lines: told.map(({ line }) => line),
  also: told.flatMap(({ writes }) => writes),
});

const toldBy = (lines: readonly Line[], cause: Cause, means: Means): Promise<Told[]> =>
  Promise.all(lines.map((line) => tell(line, cause, means)));

async function tell(found: Line, cause: Cause, { editions, contacts, publisher, calendar }: Means): Promise<Told> {
  const ruled = rulesFor(await editions.inForce(found.district), found.message);
  const line = { ...found, ...ownWordsOf(ruled) };
  if (!ruled || ruled.rule.channels.length === 0) return { line, writes: [] };
  const telling = tellingOf(
    line,
    { ruled, contact: await contacts.of(line.partyId) },
    {
      now: cause.at,
      calendar: await calendar(),
    },
  );
  const change = createNotice(telling, { id: noticeIdOf(line), now: cause.at });
  if (!change) return { line, writes: [] };
  return { line: { ...line, noticeId: change.notice.id }, writes: noticeWrites(change, cause, publisher) };
}

/** A line is read long after it was told, and says what was said then. */
const ownWordsOf = (ruled: Ruled | undefined): Pick<Line, 'said'> =>
  ruled && ruled.edition !== builtInId ? { said: { key: ruled.template.key, edition: ruled.edition } } : {};

/** What the rules say of a line, for somebody who is reached so. */
function tellingOf(
  line: Line,
  { ruled: { rule, template, edition }, contact }: { ruled: Ruled; contact: Contact | undefined },
  { now, calendar }: Moment,
): Telling {
  const { kind, statutory, urgent, key } = template;
  const { unreadDays } = rule;
  const open = ways(contact, { told: template, channels: rule.channels }, now);
  const isForStaff = open[0]?.channel === 'task';
  // Whoever is reached by nothing but his inbox has the same days to read it before staff look for him.
  const days = isForStaff ? (unreadDays ?? 0) : 0;
  const sendAt = days > 0 ? endOf(workingDaysAfter(dayOf(now), days, calendar).day) : open[0]?.from;
  return {
    partyId: line.partyId,
    message: line.message,
    kind,
    statutory,
    urgent,
    sendAt,
    template: { key, edition },
    values: { ...valuesOf(line) },
    district: line.district,
    ...(line.caseId && { caseId: line.caseId }),
    ...(unreadDays && { unreadDays }),
    channels: open.map(({ channel }) => channel),
  };
}
