import type { RefusalWords } from '@front-office/kernel';
import type { DeliveryCommand, DeliveryFact, DeliveryState } from '../delivery/schema.ts';
import type { ServiceAccountCommand, ServiceAccountFact, ServiceAccountState } from '../service-account/schema.ts';
import type { UrlFault } from '../webhook/rules.ts';
import type { PauseReason, WebhookCommand, WebhookFact, WebhookState } from '../webhook/schema.ts';

type RefusalCode =
  | 'rights_exceeded'
  | 'scope_not_for_programs'
  | 'service_account_until_unfit'
  | 'webhook_there_already'
  | 'webhook_url_unfit'
  | 'event_unknown'
  | 'secret_just_rotated'
  | 'webhook_paused';

/** Every text of this package. A language is a file; a missing text does not compile. */
export interface IntegrationsWords {
  readonly refusals: RefusalWords<RefusalCode>;
  readonly serviceAccount: Words<
    ServiceAccountState,
    ServiceAccountCommand['type'],
    ServiceAccountFact['type'],
    'expiry'
  >;
  readonly webhook: Words<WebhookState, WebhookCommand['type'], WebhookFact['type'], 'failingTooLong'>;
  readonly delivery: Words<DeliveryState, DeliveryCommand['type'], DeliveryFact['type'], 'nextTry' | 'keptLongEnough'>;
  /** Why a webhook is paused. */
  readonly pausedFor: Readonly<Record<PauseReason, string>>;
  /** What is wrong with an address, as the end of the sentence of `webhook_url_unfit`. */
  readonly urlFaults: Readonly<Record<UrlFault, string>>;
  /** The work item `webhook.failing`. */
  readonly failingItem: string;
}

interface Words<State extends string, Command extends string, Fact extends string, Timer extends string> {
  readonly states: Readonly<Record<State, string>>;
  readonly commands: Readonly<Record<Command, string>>;
  readonly facts: Readonly<Record<Fact, string>>;
  readonly timers: Readonly<Record<Timer, string>>;
}
