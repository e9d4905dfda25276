import { type Instant, plusMs } from '@front-office/values';
import { type House, LASTS_MS } from './house.ts';
import { isTooMany, takeBack } from './limits.ts';
import { type No, no } from './refusals.ts';
import { tokens } from './tokens.ts';
import { newTypedCode, typedCode } from './typed-codes.ts';

/** A device of an office, by the id of its case. */
export interface DeviceInOffice {
  readonly office: string;
  readonly device: string;
}

/** What a device is given when it is paired. */
export interface Paired extends DeviceInOffice {
  readonly refused?: undefined;
  /** Its token, shown to the device this once. */
  readonly secret: string;
}

/** Pairing a kiosk or tablet: the desk shows a code, somebody types it at the device. */
export const pairing = (house: House) => ({
  /** A code like `7K2M-Q9XA` (40 bits), good once and for ten minutes; an earlier one for the device is withdrawn. */
  async offerPairing({ office, device }: DeviceInOffice): Promise<{ readonly code: string; readonly until: Instant }> {
    const subject = subjectOf({ office, device });
    await house.directory.withdrawTickets('pairing', subject);
    const [code, until] = [newTypedCode(4, 2), plusMs(house.now(), LASTS_MS.pairing)];
    await house.directory.addTicket({
      kind: 'pairing',
      hash: hashOfCode(house, code),
      subject,
      about: { office, device },
      until,
    });
    return { code, until };
  },

  /** Takes an offer back. */
  withdrawPairing: ({ office, device }: DeviceInOffice): Promise<void> =>
    house.directory.withdrawTickets('pairing', subjectOf({ office, device })),

  /**
   * Pairs a device: its earlier tokens end, and it gets a new one. Wrong codes are limited by address and for all
   * together; the README does the sum.
   */
  async pair(code: string, address: string): Promise<Paired | No<'pairing_code_wrong' | 'too_many_tries'>> {
    const { limits, directory, now } = house;
    if (await isTooMany(house, 'pairing', address, limits.pairingByAddress)) return no('too_many_tries');
    if (await isTooMany(house, 'pairing', 'all', limits.pairingByAll)) return no('too_many_tries');
    const ticket = await directory.takeTicket('pairing', hashOfCode(house, code), now());
    if (!ticket) return no('pairing_code_wrong');
    // Whoever sets up a school's thirty kiosks in an afternoon guesses nothing.
    await takeBack(house, 'pairing', address, limits.pairingByAddress);
    await takeBack(house, 'pairing', 'all', limits.pairingByAll);
    const [office, device] = [String(ticket.about.office), String(ticket.about.device)];
    const { endTokens, issueToken } = tokens(house);
    await endTokens(office, device);
    const { secret } = await issueToken({ kind: 'device', office, subject: device, scopes: null, until: null });
    return { office, device, secret };
  },
});

const subjectOf = ({ office, device }: DeviceInOffice) => `${office} ${device}`;

/** With the server's key: 2^40 plain hashes are minutes of work. */
const hashOfCode = ({ keys }: House, code: string) => keys.mac('pairing code', typedCode(code));
