import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { channel, type Channel } from '../catalogue/item.ts';
import { deskFaults, entry, entryFaults, entryInput, entryOf } from './entry.ts';

const read = (given: object) => entryInput().parse(given);
const faults = (on: Channel, given?: object, authorityId?: string) =>
  entryFaults(on, { entry: given && read(given), authorityId }).map(({ path, code }) => `${path.join('/')}: ${code}`);

const seen = { documentsSeen: ['resident-id'], originalChecked: true, signatureKept: true };
const atWindow = { hall: 'gulou-hall', window: '12', ...seen };

test.each<[Channel, object | undefined, string[]]>([
  ['window', atWindow, []],
  ['window', { hall: 'gulou-hall', ...seen }, ['entry/window: missing']],
  ['window', undefined, ['entry/hall: missing', 'entry/window: missing']],
  ['window', { ...atWindow, documentsSeen: [], originalChecked: false }, ['entry/documentsSeen: nothing-seen']],
  ['window', { ...atWindow, originalChecked: false }, ['entry/originalChecked: original-unchecked']],
  ['window', { ...atWindow, signatureKept: false }, ['entry/signatureKept: unsigned']],
  ['window', { ...atWindow, signatureKept: false, unsigned: 'cannot-write' }, []],
  ['community', { hall: 'wufeng', ...seen }, []],
  ['community', seen, ['entry/hall: missing']],
  ['community', { hall: 'wufeng' }, ['entry/documentsSeen: nothing-seen', 'entry/signatureKept: unsigned']],
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
  ['kiosk', { device: 'kiosk-7', originalChecked: true }, ['entry/documentsSeen: nothing-seen']],
  ['window', { ...atWindow, present: { relation: 'guardian' } }, ['entry/present/document: nobody-named']],
  ['window', { ...atWindow, present: { relation: 'self' } }, []],
])('an entry by %s of %j has the faults %j', (on, given, expected) => {
  expect(faults(on, given)).toEqual(expected);
});

const told = (desk: Channel | undefined, given?: object) =>
  deskFaults(desk, given && read(given)).map(({ path, code }) => `${path.join('/')}: ${code}`);

test('what a desk does later for an applicant needs an entry as its taking in did; who acts himself makes none', () => {
  expect([told('window'), told('hotline'), told(undefined)]).toEqual([['entry: missing'], ['entry: missing'], []]);
  expect([told('window', atWindow), told('hotline', {})]).toEqual([[], []]);
  expect(told('window', { ...atWindow, signatureKept: false })).toEqual(['entry/signatureKept: unsigned']);
  expect(told(undefined, atWindow)).toEqual(['entry: not-in-this-channel']);
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
  const given = fc.record({
    hall: part,
    window: part,
    device: part,
    documentsSeen: fc.constantFrom([], ['passport']),
    originalChecked: fc.boolean(),
    signatureKept: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.constantFrom(...channel.options), given, part, (on, said, authorityId) => {
      if (faults(on, said, authorityId).length > 0) return;
      expect(['online', 'app']).not.toContain(on);
      if (on === 'window') expect(said.window).toBeTruthy();
      if (on === 'window' || on === 'community') {
        const { hall, documentsSeen, originalChecked, signatureKept } = said;
        expect([hall !== undefined, documentsSeen.length, originalChecked, signatureKept]).toEqual([
          true,
          1,
          true,
          true,
        ]);
      }
      if (on === 'kiosk') expect(said.device).toBeTruthy();
      if (on === 'agency') expect(authorityId).toBeTruthy();
    }),
  );
});
