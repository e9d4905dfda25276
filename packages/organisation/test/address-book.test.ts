import { describe, expect, test } from 'vitest';
import { addressBook, hostDirectory, offices, staffMembers } from '../src/index.ts';
import entered from './golden/office/v1/entered.json' with { type: 'json' };
import left from './golden/staffMember/v1/has-left.json' with { type: 'json' };
import { emptyOffice, hires, lead, openOffice, practice } from './office-in-a-scene.ts';

const mail = 'anna.beispielmueller@example.com';
const anna = { title: 'Dr.', given: 'Anna', family: 'Beispielmüller' };

describe('the address book', () => {
  test('tells how a staff member is written to, and says so of one who has left', async () => {
    const { at, site } = await openOffice();
    const [one = '', other = ''] = await hires(at, site, [
      { ...anna, mail, language: 'en' },
      { given: 'Emil', family: 'Mustermeier', active: false },
    ]);
    const found = (id: string) => at.kernel.read(at.office, addressBook.staffById(id));
    expect(await found(one)).toEqual({ id: one, name: anna, mail, language: 'en', active: true });
    expect(await found(other)).toMatchObject({ mail: null, language: 'de', active: false });
    expect(await found('nobody')).toBeUndefined();
  });

  test('tells how the office signs its mail, and that one without an address sends none', async () => {
    const silent = await openOffice();
    expect(await silent.at.kernel.read(silent.at.office, addressBook.house)).toEqual({
      name: practice.name,
      zone: 'Europe/Berlin',
      language: 'de',
      mail: null,
      deskMail: null,
    });
    const addresses = { mail: 'praxis@example.com', deskMail: 'anmeldung@example.com' };
    const { at } = await openOffice(addresses);
    expect(await at.kernel.read(at.office, addressBook.house)).toMatchObject(addresses);
  });

  test('throws while there is no office record: whoever sets the office up creates that first', async () => {
    const at = emptyOffice();
    await expect(at.kernel.read(at.office, addressBook.house)).rejects.toThrow(/create it first/);
  });

  test('reads what version 1 stored, before anybody has upgraded it', async () => {
    const stored = [entered, left].map(({ row }) => ({ id: row.id, version: 1, data: row.snapshot.context }));
    const [office, member] = stored;
    expect(addressBook.house.from([[office ?? missing]])).toMatchObject({ mail: null, deskMail: null });
    expect(addressBook.staffById('').from([[member ?? missing]])).toMatchObject({ mail: null, language: 'de' });
  });
});

const missing = { id: '', version: 0, data: {} };

describe('what visitors may know of a host', () => {
  test('is never an address: neither by search nor by id', async () => {
    const { at, site } = await openOffice();
    const [id = ''] = await hires(at, site, [{ ...anna, mail }]);
    const known = [
      await at.kernel.read(at.office, hostDirectory.search('beispiel', 8)),
      [await at.kernel.read(at.office, hostDirectory.byId(id))],
    ];
    expect(known).toEqual([[{ id, name: anna }], [{ id, name: anna }]]);
  });

  test('and nobody is found by their address', async () => {
    const { at, site } = await openOffice();
    await hires(at, site, [{ ...anna, mail: 'frontdesk@example.com' }]);
    for (const text of ['frontdesk', 'example', 'frontdesk@example.com'])
      expect(await at.kernel.read(at.office, hostDirectory.search(text, 8))).toEqual([]);
  });
});

test.each(['anna', 'anna@', 'anna@example', 'Anna <anna@example.com>', 'anna@example.com\nBcc: all@example.com'])(
  '"%s" is no address, neither of a person nor of the office',
  async (mail) => {
    const { at, own, site } = await openOffice();
    const employed = { name: anna, site, receivesVisitors: true, active: true, mail };
    const answers = [
      await at.does(lead, staffMembers, 'create', employed),
      await at.does(lead, offices, 'change', { ...practice, mail }, own),
      await at.does(lead, offices, 'change', { ...practice, deskMail: mail }, own),
    ];
    expect(answers.map(({ refused }) => refused?.code)).toEqual(['input_invalid', 'input_invalid', 'input_invalid']);
  },
);
