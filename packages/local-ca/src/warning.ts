import type { Sentences } from './refusal.ts';

/**
 * - `key_was_open` others on this machine could read or change folder or key; that was put right
 * - `authority_ends_soon` fewer than 90 days are left
 */
type AuthorityWarningCode = 'key_was_open' | 'authority_ends_soon';

/** Nothing stops working, but a person should know. */
export interface AuthorityWarning {
  readonly code: AuthorityWarningCode;
  readonly sentences: Sentences;
}

/** The folder or the key file of an authority was open to others on this machine. `place` is its path. */
export const keyWasOpen = (place: string): AuthorityWarning => ({
  code: 'key_was_open',
  sentences: {
    de: `Andere Benutzerkonten dieses Rechners hatten Zugriff auf den Schlüssel der Zertifizierungsstelle (${place}). Das ist behoben. Wenn jemand ihn kopiert haben könnte, entfernen Sie die Zertifizierungsstelle von allen Geräten, legen Sie den Ordner beiseite und starten Sie noch einmal.`,
    en: `Other accounts of this machine had access to the key of the certificate authority (${place}). That is put right. If somebody may have copied it, remove the authority from all devices, put the folder aside and start again.`,
  },
});

/** An authority's last day is near. `day` is YYYY-MM-DD. */
export const authorityEndsSoon = (day: string): AuthorityWarning => ({
  code: 'authority_ends_soon',
  sentences: {
    de: `Die Zertifizierungsstelle dieses Hauses läuft am ${day} ab. Danach braucht jedes Gerät eine neue.`,
    en: `The certificate authority of this house ends on ${day}. After that, each device needs a new one.`,
  },
});
