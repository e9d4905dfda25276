import type { Read } from '@front-office/kernel';
import type { ExampleDomainPolicy } from './policy.ts';

/** What this package needs from outside. Filled by `office`, or by an integrator. */
export interface ExampleDomainPorts {
  readonly exampleDomain: {
    readonly policy: Read<ExampleDomainPolicy>;
  };
}
