import type { Read } from '@front-office/kernel';
import type { IntegrationsPolicy } from './policy.ts';

/** What this package needs from outside. `office` fills it, or an integrator. */
export interface IntegrationsPorts {
  readonly integrations: {
    readonly policy: Read<IntegrationsPolicy>;
    readonly keys: Keys;
    readonly secrets: SigningSecrets;
    readonly sender: WebhookSender;
    /** Every event that may be subscribed to: see `eventTypesOf`. */
    readonly eventTypes: ReadonlySet<string>;
  };
}

/** The keys of service accounts. They lie where sign-in keeps its secrets, as hashes. */
export interface Keys {
  /** Ends every key of a service account, at once. Asked twice it does nothing more. */
  end(about: { readonly office: string; readonly account: string; readonly signal: AbortSignal }): Promise<void>;
}

/** Which of a webhook's secrets: each rotation counts one up. 0 signs nothing; it names requests. */
export interface SecretName {
  readonly office: string;
  readonly webhook: string;
  readonly version: number;
}

/** Makes signing secrets out of one key of the server: see `derivedSecrets`. */
export interface SigningSecrets {
  /** 32 bytes: always the same for the same name, and nothing that anybody could guess. */
  of(name: SecretName): Uint8Array;
}

/** One signed request, ready to be sent. */
export interface WebhookRequest {
  readonly url: string;
  /** JSON. The same, byte by byte, however often an event is sent. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same for all tries of one sending. */
  readonly key: string;
  readonly signal: AbortSignal;
}

/** What came of a request. A code names no address. */
export type WebhookAnswer =
  /** 2xx. */
  | { readonly outcome: 'delivered'; readonly status: number }
  /** 410: the receiver wants nothing more, for good. */
  | { readonly outcome: 'gone'; readonly status: number }
  /** Any other answer, or none. `retryAfterMs`: how long the receiver asks us to wait. */
  | {
      readonly outcome: 'failed';
      readonly code: string;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    };

export interface WebhookSender {
  /**
   * Sends one request. What the other side does wrong is an answer.
   * @throws {EffectFailed} when it could not be tried now: the server stops, or too many are on their way.
   */
  post(request: WebhookRequest): Promise<WebhookAnswer>;
}
