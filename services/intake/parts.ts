import { replayFrom } from '#shared/mark';
import type { Publisher } from '#shared/outbox';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import { calendarStore } from './stores/calendars.ts';
import { authorityStore, type AuthorityStore } from './stores/authorities.ts';
import { catalogueStore } from './stores/catalogue.ts';
import { copyStore } from './stores/copies.ts';
import { decidedStore } from './stores/decided.ts';
import { formChecker } from './stores/forms.ts';
import { caseHistory } from './stores/history.ts';
import { linkStore } from './stores/links.ts';
import { caseLists } from './stores/lists.ts';
import { numberStore } from './stores/numbers.ts';
import { matterStore } from './stores/matters.ts';
import { quotaStore } from './stores/quotas.ts';
import { partyStore, type PartyStore } from './stores/parties.ts';
import { applicationStore } from './stores/applications.ts';
import { personResolver } from './persons.ts';
import { authorityResolver } from './standing.ts';

interface World {
  table: Table;
  publisher: Publisher;
  now: () => Date;
}

/** Intake's stores and rules over a table: in a function the set's own, in a test any. */
export function intakeParts({ table, publisher, now }: World) {
  const catalogue = catalogueStore(table, now);
  const [authorities, parties] = [authorityStore(table), partyStore(table)];
  return {
    applications: applicationStore(table, publisher),
    lists: caseLists(table, parties),
    history: caseHistory(table),
    copies: copyStore(table),
    authorities,
    parties,
    ...whoActs(table, { authorities, parties }),
    links: linkStore(table),
    matters: matterStore(table),
    // What few routes use is loaded with the first of them.
    caseMaterials: async () => (await import('./stores/case-materials.ts')).caseMaterialStore(table, publisher),
    staff: once(async () => (await import('./stores/staff.ts')).staffStore(table)),
    commitments: async () => (await import('./stores/commitments.ts')).commitmentStore(table, publisher),
    bars: async () => (await import('./stores/bars.ts')).barStore(table),
    openings: async () => (await import('./stores/openings.ts')).openingStore(table, publisher),
    licences: async () => (await import('./stores/licences.ts')).licenceStore(table),
    licenceFacts: async () => (await import('./stores/licence-facts.ts')).licenceFactStore(table, publisher),
    fees: async () => (await import('./stores/fees.ts')).feeStore(table, publisher),
    merges: async () => (await import('./stores/merges.ts')).mergeStore(table, publisher),
    byLight: async () => (await import('./stores/light-lists.ts')).lightLists(table),
    ...supervising(table, publisher),
    decidedCases: decidedStore(table),
    publicities: async () => (await import('./stores/publicities.ts')).publicityStore(table, publisher),
    pushes: async () => (await import('./stores/pushes.ts')).pushStore(table, publisher),
    ...inWriting(table, publisher),
    deliveries: async () => (await import('./stores/deliveries.ts')).deliveryStore(table, publisher),
    bundles: async () => (await import('./stores/bundles.ts')).bundleStore(table, publisher),
    ...ofStages(table),
    catalogue,
    fillings: async () => (await import('./stores/draft-fillings.ts')).fillingStore(table),
    draftMoves: async () => (await import('./stores/draft-moves.ts')).draftMoveStore(table),
    catalogueTelling: async () => (await import('./stores/catalogue-telling.ts')).catalogueTelling(table, publisher),
    cityLimits: async () => (await import('./stores/city-limits.ts')).cityLimitStore(table),
    adjustments: async () => (await import('./stores/adjustments.ts')).adjustmentStore(table, publisher),
    catalogueWriter: async () => (await import('./stores/catalogue-writes.ts')).catalogueWriter(table),
    editions: async () => (await import('./stores/editions.ts')).editionStore(table, publisher),
    forms: formChecker(catalogue),
    numbers: numberStore(table),
    tracking: async () => (await import('./stores/tracking.ts')).trackingStore(table),
    // Of the clock: no start of another function reads it.
    dues: async () => (await import('./stores/diary.ts')).diaryStore(table),
    quotas: quotaStore(table),
    hours: async () => (await import('./stores/hours.ts')).hoursStore(table),
    recounts: async () => (await import('./stores/recounts.ts')).recountStore(table),
    calendars: calendarStore(table, publisher, now),
    replay: replayFrom(table),
  };
}

/** Who acts, as a person and in whose place; and what facts alone write of parties. */
function whoActs(table: Table, stores: { authorities: AuthorityStore; parties: PartyStore }) {
  return {
    standing: authorityResolver(stores),
    persons: personResolver(stores),
    holdings: async () => (await import('./stores/holdings.ts')).holdingStore(table),
    authorityCopies: async () => (await import('./stores/authority-copies.ts')).authorityCopies(table),
    partyCopies: async () => (await import('./stores/party-copies.ts')).partyCopies(table),
  };
}

/** 并联审批: what was planned, and within which time departments answer. */
const ofStages = (table: Table) => ({
  stageSettings: async () => (await import('./stores/stage-settings.ts')).stageSettingStore(table),
  stagePlans: async () => (await import('./stores/stage-plans.ts')).stagePlanStore(table),
});

/** What supervision counts, finds and checks. */
function supervising(table: Table, { newId }: Pick<Publisher, 'newId'>) {
  return {
    lights: async () => (await import('./stores/lights.ts')).lightsStore(table),
    cells: async () => (await import('./stores/cells.ts')).cellStore(table, newId),
    overdue: async () => (await import('./stores/overdue.ts')).overdueStore(table),
    chains: async () => (await import('./stores/chains.ts')).chainStore(table),
    findings: async () => (await import('./stores/findings.ts')).findingStore(table),
  };
}

/** What is put in writing, whether it was served, and where it is kept. */
const inWriting = (table: Table, publisher: Publisher) => ({
  documents: async () => (await import('./stores/documents.ts')).documentStore(table),
  served: async () => (await import('./stores/served.ts')).servedStore(table),
  archives: async () => (await import('./stores/archives.ts')).archiveStore(table, publisher),
});
