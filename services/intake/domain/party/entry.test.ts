import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { channel, type Channel } from '../catalogue/item.ts';
import { entry, entryFaults, entryInput, entryOf } from './entry.ts';

const read = (given: object) => entryInput().parse(given);
const faults = (on: Channel, given?: object, authorityId?: string) =>
  entryFaults(on, { entry: given && read(given), authorityId }).map(({ path, code }) => `${path.join('/')}: ${code}`);

test.each<[Channel, object | undefined, string[]]>([
  ['window', { hall: 'gulou-hall', window: '12' }, []],
  ['window', { hall: 'gulou-hall' }, ['entry/window: missing']],
  ['window', undefined, ['entry/hall: missing', 'entry/window: missing']],
  ['community', { hall: 'wufeng' }, []],
  ['community', {}, ['entry/hall: missing']],
  ['kiosk', { device: 'kiosk-7' }, []],
  ['kiosk', { hall: 'gulou-hall' }, ['entry/device: missing']],
  ['hotline', undefined, []],
  ['hotline', {}, []],
  ['hotline', { documentsSeen: ['resident-id'] }, ['entry: not-in-this-channel']],
  ['hotline', { signatureKept: true }, ['entry: not-in-this-channel']],
  ['agency', {}, ['authorityId: missing']],
  ['online', undefined, []],
  ['online', {}, ['entry: not-in-this-channel']],
  ['app', { hall: 'gulou-hall' }, ['entry: not-in-this-channel']],
  ['community', { hall: 'wufeng', originalChecked: true }, ['entry/documentsSeen: nothing-seen']],
  ['community', { hall: 'wufeng', present: { relation: 'guardian' } }, ['entry/present/document: nobody-named']],
  ['community', { hall: 'wufeng', present: { relation: 'self' } }, []],
])('an entry by %s of %j has the faults %j', (on, given, expected) => {
  expect(faults(on, given)).toEqual(expected);
});

test('an officer names the authority by which he acts', () => {
  expect(faults('agency', {}, 'any')).toEqual([]);
});

test('who came is kept by his id alone, and nothing that was seen is copied', () => {
  const document = { kind: 'passport', country: 'FRA', number: '12AB34567' } as const;
  const given = read({ hall: 'wufeng', documentsSeen: ['passport'], present: { relation: 'relative', document } });
  const kept = entryOf(given, { clerk: 'clerk', office: 'gulou/community' }, 'p_relative');
  expect(kept).toEqual({
    clerk: 'clerk',
    office: 'gulou/community',
    hall: 'wufeng',
    documentsSeen: ['passport'],
    originalChecked: false,
    signatureKept: false,
    present: { relation: 'relative', partyId: 'p_relative' },
  });
  expect(JSON.stringify(kept)).not.toContain('12AB34567');
  expect(entry().parse(kept)).toEqual(kept);
});

test('property: an entry without a fault has all that its channel needs', () => {
  const part = fc.option(fc.constantFrom('a', 'b-1'), { nil: undefined });
  const given = fc.record({ hall: part, window: part, device: part });
  fc.assert(
    fc.property(fc.constantFrom(...channel.options), given, part, (on, said, authorityId) => {
      if (faults(on, said, authorityId).length > 0) return;
      expect(['online', 'app']).not.toContain(on);
      if (on === 'window') expect(said.hall && said.window).toBeTruthy();
      if (on === 'community') expect(said.hall).toBeTruthy();
      if (on === 'kiosk') expect(said.device).toBeTruthy();
      if (on === 'agency') expect(authorityId).toBeTruthy();
    }),
  );
});
