import type { Instant } from '@front-office/values';

/** The secret of a link that is good once. It goes behind the `#` of an address, where no server logs it. */
export interface Link {
  readonly refused?: undefined;
  readonly secret: string;
  readonly until: Instant;
}
